import type { EntityManager } from 'typeorm';
import { errors } from '../../errors';

/** How long after acting for an employer nobody decides about it. Source: our choice; offices may ask for longer. */
const OWN_MATTER_YEARS = 2;

/** Whom a decision of an office is about. */
export interface Matter {
  readonly candidateId?: string;
  readonly employerId?: string;
}

/**
 * Keeps people of an office from deciding about themselves, and about an employer for which they act, will act or acted
 * within two years, as owner, staff or recruiter: somebody else of the office does.
 *
 * Shape: after it is known that the viewer may see what is decided, so that nothing hidden is told. The reader is `system`
 * where a person is concerned.
 * Errors: OWN_MATTER. Cost: 1 query.
 */
export async function refuseOwnMatter(
  manager: EntityManager,
  accountId: string,
  { candidateId, employerId }: Matter,
  at: Date,
): Promise<void> {
  const [{ own }] = await manager.query<{ own: boolean }[]>(
    `SELECT EXISTS (SELECT FROM candidates c LEFT JOIN candidate_merges m ON m.drop_id = c.id
         WHERE c.account_id = $1 AND $2 IN (c.id, m.keep_id))
       OR EXISTS (SELECT FROM memberships WHERE account_id = $1 AND employer_id = $3
         AND (ends_at IS NULL OR ends_at > $4::timestamptz - make_interval(years => ${OWN_MATTER_YEARS}))) AS own`,
    [accountId, candidateId ?? null, employerId ?? null, at],
  );
  if (own) throw errors.office.ownMatter(OWN_MATTER_YEARS);
}
