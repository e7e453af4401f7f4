import type { EntityManager } from 'typeorm';
import { type OfficeRole, officeRoles } from '../../entities/vocabulary';
import { errors } from '../../errors';

/** The nation: its office works for every region. */
const NATION_CODE = 'ID';

/** Facilitators help inside an area and are no officers. */
const staff = officeRoles.filter((role) => role !== 'FACILITATOR');

/** For which areas an account works at a labour office. */
export interface Office {
  /** Codes of the areas; each stands for everything inside it. */
  readonly regionCodes: readonly string[];
}

/**
 * The office of the account on whose behalf `manager` runs, as far as it works there in one of these roles.
 *
 * Errors: OFFICE_ONLY when it works for none at this moment.
 * Cost: 1 query.
 */
export async function officeOf(
  manager: EntityManager,
  roles: readonly OfficeRole[] = staff,
): Promise<Office> {
  const [{ regions }] = await manager.query<{ regions: string[] }[]>(
    'SELECT padan_office_regions($1::text[]) AS regions',
    [roles],
  );
  if (regions.length === 0) throw errors.office.only();
  return { regionCodes: regions };
}

/** Whether a region lies in the area of an office. */
export const isInOffice = ({ regionCodes }: Office, code: string | null): boolean =>
  regionCodes.some(
    (own) => own === NATION_CODE || code === own || code?.startsWith(`${own}.`) === true,
  );

/** Whether the account on whose behalf `manager` runs works as an auditor at this moment. Cost: 1 query. */
export async function worksAsAuditor(manager: EntityManager): Promise<boolean> {
  const [{ found }] = await manager.query<{ found: boolean }[]>(
    `SELECT EXISTS (SELECT FROM office_memberships WHERE role = 'AUDITOR'
       AND account_id = padan_actor_id('account')
       AND starts_at <= now() AND (ends_at IS NULL OR now() < ends_at)) AS found`,
  );
  return found;
}
