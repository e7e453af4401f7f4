import { DEMO_ISSUER } from '../../src/demo';
import { tokenFor } from '../subjects';
import { listPeople } from './candidate-changes';
import { Crowd, type CrowdResult } from './crowd';
import { Delays } from './delays';
import { atRate, inventEvent, writeEvents } from './match-writer';
import type { Stage } from './stage';
import { type Heard, listRecruiters } from './truth';

export interface FanOutOptions {
  readonly subscribers: number;
  /** Over how many accounts of the one employer they are spread. */
  readonly accounts: number;
  readonly perSecond: number;
  readonly seconds: number;
  say(line: string): void;
}

export interface FanOutResult extends CrowdResult {
  readonly events: number;
  /** From the commit of the event to each client. */
  readonly deliveredMs: readonly number[];
}

/** Measures from the commit of an event to its arrival at everybody, where each concerns all. */
export async function measureFanOut(
  stage: Stage,
  socketUrl: () => string,
  { subscribers, accounts, perSecond, seconds, say }: FanOutOptions,
): Promise<FanOutResult> {
  const [people, [recruiter]] = await Promise.all([
    listPeople(stage.pool),
    listRecruiters(stage.pool, stage.home),
  ]);
  const { employerId } = recruiter;
  const tokens = await hireStaff(stage, employerId, accounts);
  const heard = (turn: number): Heard => {
    const token = tokens[turn % tokens.length];
    const subscription = { token, vacancyIds: null, minVerdict: 'STRETCH' } as const;
    return { subscription, employerId, only: null };
  };
  const delays = new Delays();
  const crowd = await Crowd.gather(stage, {
    ...{ clients: subscribers, socketUrl, heard },
    onEvent: delays.arrive,
  });
  say(`${perSecond} events a second, each to ${subscribers} subscribers of ${accounts} accounts`);
  // What the event says it comes from tells it apart.
  const committedAtMs = new Map<number, number>();
  await atRate({ perSecond, seconds }, new AbortController().signal, async () => {
    const changeSeq = -1 - committedAtMs.size;
    committedAtMs.set(changeSeq, 0);
    const event = { ...inventEvent(recruiter, people), changeSeq };
    await writeEvents(stage, [event], async () => {
      committedAtMs.set(changeSeq, performance.now());
    });
  });
  const result = await crowd.settle();
  const { rows } = await stage.pool.query<{ seq: string; change_seq: string }>(
    'SELECT seq, change_seq FROM match_events WHERE change_seq < 0',
  );
  const since = new Map(
    rows.map(({ seq, change_seq }) => [Number(seq), committedAtMs.get(Number(change_seq)) ?? 0]),
  );
  return { ...result, events: committedAtMs.size, deliveredMs: delays.since(since) };
}

/** Accounts that act for an employer; their tokens. */
async function hireStaff(
  { pool, home }: Stage,
  employerId: string,
  count: number,
): Promise<string[]> {
  const subjects = Array.from({ length: count }, (_, index) => `bench-staff-${index}`);
  await pool.query(
    `WITH hired AS (
       INSERT INTO accounts (issuer, subject, display_name)
       SELECT $1, subject, subject FROM unnest($2::text[]) AS subject RETURNING id)
     INSERT INTO memberships (account_id, employer_id, role, starts_at)
     SELECT id, $3, 'STAFF', now() - interval '1 day' FROM hired`,
    [DEMO_ISSUER, subjects, employerId],
  );
  return await Promise.all(subjects.map((subject) => tokenFor(home, subject)));
}
