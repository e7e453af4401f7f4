import type { EntityManager } from 'typeorm';
import { Account, OfficeMembership, Region } from '../../entities';
import type { OfficeRole } from '../../entities/vocabulary';

/** As what and where somebody works for an office. */
export interface OfficePost {
  readonly regionCode: string;
  readonly role: OfficeRole;
}

export interface NewOfficer extends OfficePost {
  readonly issuer: string;
  /** As the identity provider names the account. */
  readonly subject: string;
  readonly displayName: string;
}

/**
 * Lets an account work for the office of a region; false when it does already.
 *
 * Errors: RangeError for a region that does not exist. Cost: up to 5 queries.
 */
export async function addOfficer(
  manager: EntityManager,
  { issuer, subject, displayName, regionCode, role }: NewOfficer,
  now: Date,
): Promise<boolean> {
  const known = await manager.findOneBy(Account, { issuer, subject });
  const accountId =
    known?.id ??
    String((await manager.insert(Account, { issuer, subject, displayName })).identifiers[0]?.id);
  return await appoint(manager, accountId, { regionCode, role }, now);
}

/**
 * Lets a known account work for the office of a region; false when it does already.
 *
 * Errors: RangeError for a region that does not exist. Cost: 3 queries.
 */
export async function appoint(
  manager: EntityManager,
  accountId: string,
  { regionCode, role }: OfficePost,
  now: Date,
): Promise<boolean> {
  if (!(await manager.existsBy(Region, { code: regionCode }))) {
    throw new RangeError(`There is no region ${regionCode}`);
  }
  const [{ works }] = await manager.query<{ works: boolean }[]>(
    `SELECT EXISTS (SELECT FROM office_memberships WHERE account_id = $1 AND region_code = $2 AND role = $3
       AND (ends_at IS NULL OR ends_at > $4)) AS works`,
    [accountId, regionCode, role, now],
  );
  if (works) return false;
  await manager.insert(OfficeMembership, { accountId, regionCode, role, startsAt: now });
  return true;
}
