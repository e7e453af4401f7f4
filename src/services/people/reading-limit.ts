import type { EntityManager } from 'typeorm';
import { errors } from '../../errors';

/** Different people whose record one account of an office reads in 24 hours. Source: our choice; a counter serves some 60. */
export const MOST_PEOPLE_A_DAY = 200;
const DAY_MS = 86_400_000;

/**
 * Lets an account read no more people than an office needs, however it asks.
 *
 * Errors: READING_LIMIT_REACHED. Cost: 2 queries.
 */
export async function keepReadingLimit(
  manager: EntityManager,
  accountId: string,
  candidateIds: readonly string[],
  at: Date,
): Promise<void> {
  // One after another, so that what is counted stays counted.
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `padan reading ${accountId}`,
  ]);
  const since = new Date(at.getTime() - DAY_MS);
  const [{ count }] = await manager.query<{ count: number }[]>(
    `SELECT count(*)::integer AS count FROM (
       SELECT candidate_id FROM disclosures WHERE account_id = $1 AND actor_kind = 'OFFICER' AND at > $3
       UNION SELECT unnest($2::uuid[])) AS read`,
    [accountId, candidateIds, since],
  );
  if (count > MOST_PEOPLE_A_DAY) throw errors.office.readingLimit(MOST_PEOPLE_A_DAY);
}
