import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import type { SignInSession } from '../../entities';
import { type SharedReads, sharedReads } from '../shared-reads';
import type { RunAs } from '../transaction';
import { sessionRules } from './open-session';

/** A session at this moment. */
export interface LiveSession {
  readonly accountId: string;
  /** Whether it reaches nothing but the enrolment of a second factor: its account works for an office without one. */
  readonly mustEnrol: boolean;
}

/** Half of the time within which the end of a session must be felt everywhere (5 s). */
const KEPT_MS = 2_000;

interface Row extends LiveSession {
  readonly id: string;
}

/**
 * The session of an id, as of two seconds ago at most; null when it has ended.
 *
 * Cost: 1 query for all sessions that are asked for at one time.
 */
export function liveSessions({
  readAs,
  clock,
}: {
  readAs: RunAs;
  clock: Clock;
}): SharedReads<string, LiveSession | null> {
  return sharedReads<string, LiveSession | null>(
    async (ids) => {
      const rows = await findLive(readAs, ids, clock.now());
      const byId = new Map(rows.map(({ id, ...session }) => [id, session]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    { keyOf: (id) => id, keptMs: KEPT_MS },
  );
}

const findLive = (readAs: RunAs, ids: readonly string[], at: Date): Promise<Row[]> =>
  readAs('system', (manager) =>
    manager.query<Row[]>(
      `SELECT s.id, s.account_id AS "accountId", s.second_factor_at IS NULL AND EXISTS (
         SELECT FROM office_memberships o WHERE o.account_id = s.account_id
           AND o.starts_at <= $2 AND (o.ends_at IS NULL OR o.ends_at > $2)) AS "mustEnrol"
       FROM sessions s
       WHERE s.id = ANY($1::uuid[]) AND s.ended_at IS NULL AND s.expires_at > $2 AND s.refreshed_at > $3`,
      [ids, at, new Date(at.getTime() - sessionRules.restMs)],
    ),
  );

/** Whether a session can go on. */
export const isLive = ({ endedAt, expiresAt, refreshedAt }: SignInSession, at: Date): boolean =>
  endedAt === null && expiresAt > at && refreshedAt.getTime() + sessionRules.restMs > at.getTime();

/** Whether an account works for a labour office, in any role. Cost: 1 query. */
export async function worksForOffice(
  manager: EntityManager,
  accountId: string,
  at: Date,
): Promise<boolean> {
  const [{ works }] = await manager.query<{ works: boolean }[]>(
    `SELECT EXISTS (SELECT FROM office_memberships WHERE account_id = $1
       AND starts_at <= $2 AND (ends_at IS NULL OR ends_at > $2)) AS works`,
    [accountId, at],
  );
  return works;
}
