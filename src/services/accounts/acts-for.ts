import { Brackets, type EntityManager } from 'typeorm';
import { Membership } from '../../entities';
import type { MembershipRole } from '../../entities/vocabulary';

/**
 * The role in which `accountId` acts for `employerId` at that moment; null when it does not.
 *
 * Ties: several live memberships give the strongest role (owner, staff, recruiter).
 * Cost: 1 query.
 */
export async function actsFor(
  manager: EntityManager,
  accountId: string,
  employerId: string,
  at: Date,
): Promise<MembershipRole | null> {
  const rows = await liveMemberships(manager, accountId, at)
    .andWhere('membership.employerId = :employerId', { employerId })
    .getMany();
  const held = new Set(rows.map((row) => row.role));
  return (['OWNER', 'STAFF', 'RECRUITER'] as const).find((role) => held.has(role)) ?? null;
}

/** Memberships that hold at `at`: from `startsAt` inclusive to `endsAt` exclusive. */
export function liveMemberships(manager: EntityManager, accountId: string, at: Date) {
  return manager
    .createQueryBuilder(Membership, 'membership')
    .where('membership.accountId = :accountId', { accountId })
    .andWhere('membership.startsAt <= :at', { at })
    .andWhere(
      new Brackets((open) =>
        open.where('membership.endsAt IS NULL').orWhere('membership.endsAt > :at', { at }),
      ),
    );
}
