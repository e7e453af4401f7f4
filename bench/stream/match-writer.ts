import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { asActor } from '../../src/database/as-actor';
import type { NewMatchEvent } from '../../src/matches/match-event';
import { appendMatchEvents } from '../../src/matches/match-event-rows';
import type { Stage } from './stage';
import type { Recruiter } from './truth';

const KINDS = ['ENTERED', 'ROSE', 'LEFT'] as const;
const VERDICTS = ['STRETCH', 'POSSIBLE', 'STRONG'] as const;

const oneOf = <T>(list: readonly T[]): T => list[randomInt(list.length)];

/** Somebody comes onto, rises on or leaves a list of the recruiter, at random. */
export function inventEvent(recruiter: Recruiter, people: readonly string[]): NewMatchEvent {
  const kind = oneOf(KINDS);
  return {
    kind,
    cause: kind === 'LEFT' ? 'PERSON_LEFT' : 'PROFILE_CHANGED',
    changeSeq: 0,
    employerId: recruiter.employerId,
    vacancyId: oneOf(recruiter.vacancies),
    candidateId: oneOf(people),
    verdict: oneOf(VERDICTS),
    scoreBp: randomInt(10_000),
    rank: kind === 'LEFT' ? null : 1 + randomInt(100),
    entered: kind === 'ENTERED' ? 1 : 0,
    risen: kind === 'ROSE' ? 1 : 0,
    left: kind === 'LEFT' ? 1 : 0,
    at: new Date(),
  };
}

/** Writes events in one transaction, as the matcher does; `before` runs between the writing and the commit. */
export async function writeEvents(
  { dataSource }: Stage,
  events: readonly NewMatchEvent[],
  before: () => Promise<void> = async () => undefined,
): Promise<void> {
  await asActor(dataSource, 'system', async (manager: EntityManager) => {
    await appendMatchEvents(manager, events);
    await before();
  });
}

/** Does something so often a second, at times fixed in advance, until the time is over or the signal aborts. */
export async function atRate(
  { perSecond, seconds }: { perSecond: number; seconds: number },
  signal: AbortSignal,
  work: () => Promise<unknown>,
): Promise<void> {
  const startMs = performance.now();
  const running: Promise<unknown>[] = [];
  for (let turn = 0; turn < perSecond * seconds && !signal.aborted; turn += 1) {
    const early = startMs + (turn * 1_000) / perSecond - performance.now();
    if (early > 0) await sleep(early);
    running.push(work());
  }
  await Promise.all(running);
}
