import { changeSomebody, listPeople } from './candidate-changes';
import { Crowd, type CrowdResult } from './crowd';
import { Delays, measureNotices } from './delays';
import { atRate } from './match-writer';
import { untilHandled } from './slow-writers';
import type { Stage } from './stage';
import { type Heard, listRecruiters, newestPlace } from './truth';

export interface LatencyOptions {
  readonly subscribers: number;
  readonly perSecond: number;
  readonly seconds: number;
  say(line: string): void;
}

export interface LatencyResult extends CrowdResult {
  readonly changes: number;
  /** Events of one person each, and those that count several. */
  readonly events: number;
  readonly counts: number;
  /** From the commit of the change to each client that was told, of events of one person. */
  readonly deliveredMs: readonly number[];
  /** Under the same load: from a NOTIFY to a connection that listens. */
  readonly noticeMs: readonly number[];
}

/** Measures from the commit of a person's change to its arrival at every subscriber. */
export async function measureLatency(
  stage: Stage,
  socketUrl: () => string,
  { subscribers, perSecond, seconds, say }: LatencyOptions,
): Promise<LatencyResult> {
  const { pool } = stage;
  const [people, recruiters] = await Promise.all([
    listPeople(pool),
    listRecruiters(pool, stage.home),
  ]);
  const heard = (turn: number): Heard => {
    const { token, employerId } = recruiters[turn % recruiters.length];
    const subscription = { token, vacancyIds: null, minVerdict: 'STRETCH' } as const;
    return { subscription, employerId, only: null };
  };
  const delays = new Delays();
  const crowd = await Crowd.gather(stage, {
    ...{ clients: subscribers, socketUrl, heard },
    onEvent: delays.arrive,
  });
  const start = await newestPlace(pool);
  const ending = new AbortController();
  const noticing = measureNotices(stage.database.appUrl, ending.signal);
  const committedAtMs = new Map<string, number>();
  const write = changeSomebody(people);
  say(`${perSecond} changes a second, ${subscribers} subscribers`);
  await atRate({ perSecond, seconds }, ending.signal, async () => {
    const client = await pool.connect();
    await client.query('BEGIN');
    const id = await write(client, null);
    // From before the commit: what it takes belongs to the delay.
    committedAtMs.set(id, performance.now());
    await client.query('COMMIT');
    client.release();
  });
  await untilHandled(stage);
  ending.abort();
  const result = await crowd.settle();
  const { rows } = await pool.query<{ seq: string; id: string; kind: string }>(
    `SELECT e.seq, o.id, e.kind FROM match_events e JOIN outbox o ON o.seq = e.change_seq
     WHERE e.seq > $1`,
    [start],
  );
  const single = rows.filter(({ kind }) => kind !== 'SEVERAL');
  const since = new Map(
    single.flatMap(({ seq, id }) => {
      const atMs = committedAtMs.get(id);
      return atMs === undefined ? [] : [[Number(seq), atMs] as const];
    }),
  );
  return {
    ...result,
    changes: committedAtMs.size,
    events: single.length,
    counts: rows.length - single.length,
    deliveredMs: delays.since(since),
    noticeMs: await noticing,
  };
}
