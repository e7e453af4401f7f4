import type { EntityManager } from 'typeorm';
import { Membership } from '../../entities';
import type { MembershipRole } from '../../entities/vocabulary';

/** An account that acts for an employer. */
export interface EmployerAccount {
  employerName: string;
  issuer: string;
  subject: string;
  role: MembershipRole;
}

const MOST_MATCHES = 20;

/**
 * The accounts that act at `at` for the employers with `text` in their name, whole names first.
 *
 * Ties: by name, then owner, recruiter, staff.  Cost: 1 query.
 */
export async function findEmployerAccounts(
  manager: EntityManager,
  text: string,
  at: Date,
): Promise<EmployerAccount[]> {
  const memberships = await manager
    .createQueryBuilder(Membership, 'membership')
    .innerJoinAndSelect('membership.account', 'account')
    .innerJoinAndSelect('membership.employer', 'employer')
    .where('position(lower(:text) in lower(employer.name)) > 0', { text })
    .andWhere('membership.startsAt <= :at', { at })
    .andWhere('(membership.endsAt IS NULL OR membership.endsAt > :at)')
    .orderBy('length(employer.name)')
    .addOrderBy('employer.name')
    .addOrderBy('membership.role')
    .limit(MOST_MATCHES)
    .getMany();
  return memberships.map(({ account, employer, role }) => ({
    employerName: employer.name,
    issuer: account.issuer,
    subject: account.subject,
    role,
  }));
}
