import type { EntityManager } from 'typeorm';
import { errors } from '../../errors';
import { isInOffice } from './office-of';

/**
 * Whether a person lives in the area for which an account works as an officer at this moment; false for nobody, too.
 * The reader is `system`.
 *
 * Errors: OFFICE_ONLY when it works as an officer for no area; auditors do not work with people. Cost: 2 queries.
 */
export async function isOfficersPerson(
  manager: EntityManager,
  accountId: string,
  candidateId: string,
): Promise<boolean> {
  const rows = await manager.query<{ code: string }[]>(
    `SELECT region_code AS code FROM office_memberships WHERE account_id = $1
       AND role IN ('OFFICER', 'ULD_OFFICER') AND starts_at <= now() AND (ends_at IS NULL OR now() < ends_at)`,
    [accountId],
  );
  if (rows.length === 0) throw errors.office.only();
  const [person] = await manager.query<{ code: string | null }[]>(
    'SELECT region_code AS code FROM candidates WHERE id = $1',
    [candidateId],
  );
  // Somebody without a place is the nation's.
  return (
    person !== undefined &&
    isInOffice({ regionCodes: rows.map(({ code }) => code) }, person.code ?? '')
  );
}
