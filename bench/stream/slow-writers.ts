import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { readStreamState } from '../../src/changes/stream-state';
import { waitUntil } from '../../src/embedded/processes';
import { changeSomebody, listPeople } from './candidate-changes';
import { inventEvent, writeEvents } from './match-writer';
import { runSlowly, slowFormNames } from './slow-transactions';
import { SLOW_WRITERS, type Stage } from './stage';
import { listRecruiters } from './truth';

const LONGEST_WAIT_MS = 60;
/** Two that change the same people in another order: one is rolled back. */
const IN_EACH_OTHERS_WAY = ['40P01', '55P03'];
const CATCH_UP_LIMIT_MS = 600_000;

/** Resolves when every consumer has handled every change. */
export async function untilHandled({ dataSource }: Stage): Promise<void> {
  const isHandled = async () => {
    const { waiting, consumers } = await readStreamState(dataSource.manager);
    return waiting === 0 && consumers.length > 1 && consumers.every(({ lag }) => lag === 0);
  };
  if (!(await waitUntil(isHandled, CATCH_UP_LIMIT_MS))) {
    throw new Error('The consumers do not catch up');
  }
}

/** Changes people in every form of slow transaction; returns what was committed, by the ids in the outbox. */
export async function writeChanges(stage: Stage, signal: AbortSignal): Promise<string[]> {
  const { pool } = stage;
  const people = await listPeople(pool);
  const written: string[] = [];
  const slowness = {
    pool,
    write: changeSomebody(people),
    pause: async () => void (await sleep(randomInt(LONGEST_WAIT_MS))),
    onCommit: (ids: readonly string[]) => void written.push(...ids),
  };
  const writer = async () => {
    while (!signal.aborted) {
      const form = slowFormNames[randomInt(slowFormNames.length)];
      await runSlowly(form, slowness).catch((error: { code?: string }) => {
        if (!IN_EACH_OTHERS_WAY.includes(error.code ?? '')) throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: SLOW_WRITERS }, writer));
  return written;
}

/** Match events also while no API lives, whose transactions are slow as well. */
export async function writeMatches(stage: Stage, signal: AbortSignal): Promise<void> {
  const [people, recruiters] = await Promise.all([
    listPeople(stage.pool),
    listRecruiters(stage.pool, stage.home),
  ]);
  while (!signal.aborted) {
    const events = Array.from({ length: 1 + randomInt(8) }, () =>
      inventEvent(recruiters[randomInt(recruiters.length)], people),
    );
    await writeEvents(stage, events, async () => void (await sleep(randomInt(LONGEST_WAIT_MS))));
    await sleep(randomInt(LONGEST_WAIT_MS));
  }
}
