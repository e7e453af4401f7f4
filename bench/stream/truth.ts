import type { Client } from 'pg';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { tokenFor } from '../subjects';
import type { Subscription } from './subscriber';

type Queryable = Pick<Client, 'query'>;

/** An employer whose owner may see candidates. */
export interface Recruiter {
  readonly employerId: string;
  readonly token: string;
  /** Ids in the database of its open vacancies. */
  readonly vacancies: readonly string[];
}

const LOWEST_FIRST = ['STRETCH', 'POSSIBLE', 'STRONG'];

/** The verified employers with open vacancies, those with most vacancies first. */
export async function listRecruiters(client: Queryable, home: string): Promise<Recruiter[]> {
  const { rows } = await client.query<{ id: string; subject: string; vacancies: string[] }>(
    `SELECT e.id, min(a.subject) AS subject, array_agg(DISTINCT v.id ORDER BY v.id) AS vacancies
     FROM employers e
     JOIN vacancies v ON v.employer_id = e.id AND v.state = 'PUBLISHED' AND v.valid_through > now()
     JOIN memberships m ON m.employer_id = e.id AND m.role = 'OWNER'
     JOIN accounts a ON a.id = m.account_id
     WHERE e.verification = 'VERIFIED' GROUP BY e.id ORDER BY count(DISTINCT v.id) DESC, e.id`,
  );
  return await Promise.all(
    rows.map(async ({ id, subject, vacancies }) => ({
      employerId: id,
      token: await tokenFor(home, subject),
      vacancies,
    })),
  );
}

/** Who of the recruiters hears what, in turn: all, the better ones, and one vacancy only. */
export function subscriptionOf(recruiters: readonly Recruiter[], turn: number) {
  const { token, employerId, vacancies } = recruiters[turn % recruiters.length];
  const round = Math.floor(turn / recruiters.length);
  const minVerdict = (['POSSIBLE', 'STRETCH', 'STRONG'] as const)[round % 3];
  const only = round % 4 === 3 ? vacancies.slice(0, 1) : null;
  const vacancyIds = only?.map((id) => encodeNodeId('Vacancy', id)) ?? null;
  const subscription: Subscription = { token, vacancyIds, minVerdict };
  return { subscription, employerId, only };
}

export type Heard = ReturnType<typeof subscriptionOf>;

/** The place of the newest match event. */
export async function newestPlace(client: Queryable): Promise<number> {
  const { rows } = await client.query<{ seq: string }>(
    'SELECT coalesce(max(seq), 0) AS seq FROM match_events',
  );
  return Number(rows[0].seq);
}

/** The events that somebody is to receive, by the table: behind `after`, up to `upTo`, in their order. */
export async function expectedPlaces(
  client: Queryable,
  { employerId, only, subscription }: Heard,
  { after, upTo }: { after: number; upTo: number },
): Promise<number[]> {
  const verdicts = LOWEST_FIRST.slice(LOWEST_FIRST.indexOf(subscription.minVerdict));
  const { rows } = await client.query<{ seq: string }>(
    `SELECT seq FROM match_events
     WHERE employer_id = $1 AND seq > $2 AND seq <= $3
       AND ($4::uuid[] IS NULL OR vacancy_id = ANY ($4))
       AND (kind = 'SEVERAL' OR verdict = ANY ($5))
     ORDER BY seq`,
    [employerId, after, upTo, only, verdicts],
  );
  return rows.map(({ seq }) => Number(seq));
}

/** How what somebody received differs from what was to be received. */
export interface Difference {
  readonly lost: number;
  readonly repeated: number;
  readonly outOfOrder: number;
  /** Received and not in the table, or not for this one. */
  readonly foreign: number;
}

export function compareReceived(
  received: readonly number[],
  expected: readonly number[],
): Difference {
  const [got, due] = [new Set(received), new Set(expected)];
  return {
    lost: expected.filter((seq) => !got.has(seq)).length,
    repeated: received.length - got.size,
    outOfOrder: received.filter((seq, index) => index > 0 && seq < received[index - 1]).length,
    foreign: [...got].filter((seq) => !due.has(seq)).length,
  };
}
