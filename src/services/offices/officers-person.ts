import type { EntityManager } from 'typeorm';
import { errors } from '../../errors';
import { isInOffice } from './office-of';

/**
 * The areas for which an account works as an officer at this moment. The reader is `system`.
 *
 * Errors: OFFICE_ONLY when there is none; auditors and facilitators do not decide about people. Cost: 1 query.
 */
export async function officerAreas(manager: EntityManager, accountId: string): Promise<string[]> {
  const rows = await manager.query<{ code: string }[]>(
    `SELECT region_code AS code FROM office_memberships WHERE account_id = $1
       AND role IN ('OFFICER', 'ULD_OFFICER') AND starts_at <= now() AND (ends_at IS NULL OR now() < ends_at)`,
    [accountId],
  );
  if (rows.length === 0) throw errors.office.only();
  return rows.map(({ code }) => code);
}

/**
 * Whether a person lives in the area for which an account works as an officer; false for nobody, too. The reader is
 * `system`.
 *
 * Errors: those of `officerAreas`. Cost: 2 queries.
 */
export async function isOfficersPerson(
  manager: EntityManager,
  accountId: string,
  candidateId: string,
): Promise<boolean> {
  const regionCodes = await officerAreas(manager, accountId);
  const [person] = await manager.query<{ code: string | null }[]>(
    'SELECT region_code AS code FROM candidates WHERE id = $1',
    [candidateId],
  );
  // Somebody without a place is the nation's.
  return person !== undefined && isInOffice({ regionCodes }, person.code ?? '');
}
