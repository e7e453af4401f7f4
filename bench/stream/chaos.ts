import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from '../../src/embedded/processes';
import type { Api } from './api';
import { Crowd, type CrowdResult } from './crowd';
import { untilHandled, writeChanges, writeMatches } from './slow-writers';
import type { Stage } from './stage';

export interface ChaosOptions {
  readonly clients: number;
  /** `kill -9` of the API. */
  readonly kills: number;
  /** How long it lives at most between two. */
  readonly longestLifeMs: number;
  /** Goes on behind the last kill until so many changes and as many match events were written. */
  readonly least?: number;
  say(line: string): void;
}

export interface ChaosResult extends CrowdResult {
  readonly kills: number;
  /** Committed by a writer, by its own account. */
  readonly changes: number;
  /** In the outbox and not committed, or the other way round, or without a place. */
  readonly orphans: number;
}

/** One event in so many is not processed before its client falls over. */
const CRASH_ONE_IN = 400;
const DISTURB_EVERY_MS = 60;
const WRITE_LIMIT_MS = 120_000;
/** Some kills hit it while it starts, some while it works. */
const SHORTEST_LIFE_MS = 300;

/** Kills the API again and again while people change, slowly and in every way, and clients come and go. */
export async function runChaos(stage: Stage, options: ChaosOptions): Promise<ChaosResult> {
  const { clients, kills, longestLifeMs, least = 0, say } = options;
  const api = await stage.startApi();
  await untilHandled(stage);
  say(`${clients} clients subscribe`);
  const crowd = await Crowd.gather(stage, {
    clients,
    socketUrl: () => api.socketUrl,
    crashes: () => randomInt(CRASH_ONE_IN) === 0,
  });
  const ending = new AbortController();
  const { signal } = ending;
  const [{ start }] = await query<{ start: string }>(
    stage,
    'SELECT coalesce(max(id), 0) AS start FROM outbox',
  );
  const writing = writeChanges(stage, signal);
  const others = [writeMatches(stage, signal), disturb(crowd, signal)];
  for (let kill = 1; kill <= kills; kill += 1) {
    say(`kill ${kill} of ${kills}`);
    await killOnce(api, kill, longestLifeMs);
  }
  await api.ready();
  await untilWritten(stage, start, least);
  ending.abort();
  const written = await writing;
  await Promise.all(others);
  say('the writers rest; everything is to arrive');
  await untilHandled(stage);
  say('every change is handled');
  const found = await query<{ id: string; seq: string | null }>(
    stage,
    'SELECT id, seq FROM outbox WHERE id > $1',
    [start],
  );
  const committed = new Set(written);
  const orphans =
    found.filter(({ id, seq }) => !committed.has(id) || seq === null).length +
    Math.max(0, committed.size - found.length);
  return { ...(await crowd.settle()), kills, changes: written.length, orphans };
}

const query = async <Row>(stage: Stage, sql: string, parameters: unknown[] = []): Promise<Row[]> =>
  (await stage.pool.query(sql, parameters)).rows;

async function untilWritten(stage: Stage, start: string, least: number): Promise<void> {
  const isWritten = async () => {
    const [{ fewer }] = await query<{ fewer: number }>(
      stage,
      `SELECT least((SELECT count(*) FROM outbox WHERE id > $1), (SELECT count(*) FROM match_events))::int AS fewer`,
      [start],
    );
    return fewer >= least;
  };
  if (!(await waitUntil(isWritten, WRITE_LIMIT_MS)))
    throw new Error('The writers write too little');
}

/** One in three dies while it starts. */
async function killOnce(api: Api, turn: number, longestLifeMs: number): Promise<void> {
  if (turn % 3 !== 0) await api.ready();
  await sleep(randomInt(SHORTEST_LIFE_MS, longestLifeMs));
  await api.kill();
  api.launch();
}

async function disturb(crowd: Crowd, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    crowd.disturb();
    await sleep(randomInt(2 * DISTURB_EVERY_MS));
  }
}
