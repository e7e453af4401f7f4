import type { EntityManager } from 'typeorm';
import type { Account } from '../../src/entities';
import type { MembershipRole, OfficeRole } from '../../src/entities/vocabulary';
import type { Portal } from '../../src/services/viewer';
import { aCandidate, aMembership, anAccount, anEmployer, anOfficer } from '../builders';

/** Somebody in a role, and what the role may be expected to reach. */
export interface Holder {
  /** Null = nobody is signed in. */
  readonly accountId: string | null;
  /** Whose API key comes with what is asked; null = none does. */
  readonly portal: Portal | null;
  readonly regionCode: string;
  readonly employerId: string;
  readonly candidateId: string;
}

/** Who asks. */
export const roles = [
  'nobody',
  'seeker',
  'owner',
  'staff',
  'recruiter',
  'former recruiter',
  'officer',
  'officer elsewhere',
  'ULD officer',
  'facilitator',
  'auditor',
  'node',
] as const;
export type Role = (typeof roles)[number];

const OWN = { regionCode: '72.71' };
const ELSEWHERE = { regionCode: '73.71' };

/** Another installation, whose key may do all that a key may. */
const aNode: Portal = {
  ...{ keyId: 'simpul', code: '0123456789', kind: 'NODE', name: 'Simpul Uji' },
  ...{ mayWrite: true, quotaPerMinute: 600 },
};

/** A new person in a role; the employer and the candidate of the first three are theirs, the office’s are of Palu. */
export async function aHolder(manager: EntityManager, role: Role): Promise<Holder> {
  const employer = await anEmployer(manager, OWN);
  const isNobody = role === 'nobody' || role === 'node';
  const account = isNobody ? null : await accountOf(manager, role, employer.id);
  const candidate = await aCandidate(manager, {
    regionCode: '72.71.01',
    accountId: role === 'seeker' ? (account?.id ?? null) : null,
  });
  return {
    ...OWN,
    accountId: account?.id ?? null,
    portal: role === 'node' ? aNode : null,
    employerId: employer.id,
    candidateId: candidate.id,
  };
}

/** Somebody with whom no role has anything to do. */
export async function aStranger(manager: EntityManager): Promise<Holder> {
  const employer = await anEmployer(manager, ELSEWHERE);
  const account = await anAccount(manager);
  await aMembership(manager, { accountId: account.id, employerId: employer.id });
  const candidate = await aCandidate(manager, { regionCode: '73.71.01', accountId: account.id });
  return {
    ...ELSEWHERE,
    accountId: account.id,
    portal: null,
    employerId: employer.id,
    candidateId: candidate.id,
  };
}

const memberships: Partial<Record<Role, MembershipRole>> = {
  owner: 'OWNER',
  staff: 'STAFF',
  recruiter: 'RECRUITER',
  'former recruiter': 'RECRUITER',
};
const offices: Partial<Record<Role, { role: OfficeRole; regionCode: string }>> = {
  officer: { role: 'OFFICER', ...OWN },
  'officer elsewhere': { role: 'OFFICER', regionCode: '74' },
  'ULD officer': { role: 'ULD_OFFICER', ...OWN },
  facilitator: { role: 'FACILITATOR', ...OWN },
  auditor: { role: 'AUDITOR', ...OWN },
};

async function accountOf(manager: EntityManager, role: Role, employerId: string): Promise<Account> {
  const office = offices[role];
  if (office !== undefined) return await anOfficer(manager, office);
  const account = await anAccount(manager);
  const membership = memberships[role];
  if (membership !== undefined) {
    const endsAt = role === 'former recruiter' ? new Date('2026-11-20T00:00:00Z') : null;
    await aMembership(manager, { accountId: account.id, employerId, role: membership, endsAt });
  }
  return account;
}
