import type { EntityManager } from 'typeorm';
import type { OfficeRole } from '../../entities/vocabulary';
import { errors } from '../../errors';
import type { Office } from './office-of';

/** Who changes things for an office; auditors look, facilitators help. */
const officers: readonly OfficeRole[] = ['OFFICER', 'ULD_OFFICER'];

/**
 * The areas inside which the account works as an officer on whose behalf `manager` runs, of the disability service, too, unless
 * `roles` say otherwise; the one it has worked for longest comes first.
 *
 * Errors: OFFICE_ONLY when it works as none. Cost: 1 query.
 */
export async function officerOf(
  manager: EntityManager,
  roles: readonly OfficeRole[] = officers,
): Promise<Office> {
  const rows = await manager.query<{ region_code: string }[]>(
    `SELECT region_code FROM office_memberships
     WHERE account_id = padan_actor_id('account') AND role = ANY($1)
       AND starts_at <= now() AND (ends_at IS NULL OR now() < ends_at)
     ORDER BY starts_at, region_code`,
    [roles],
  );
  if (rows.length === 0) throw errors.office.only();
  return { regionCodes: rows.map(({ region_code }) => region_code) };
}
