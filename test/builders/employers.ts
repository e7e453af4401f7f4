import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Account, Employer, Membership, OfficeMembership } from '../../src/entities';
import { insertRow } from './insert-row';

/** A verified private employer of Palu. */
export async function anEmployer(
  manager: EntityManager,
  values: Partial<Employer> = {},
): Promise<Employer> {
  return await insertRow(manager, Employer, {
    name: 'PT Uji Coba (contoh)',
    regionCode: '72.71',
    verification: 'VERIFIED',
    isDemo: true,
    ...values,
  });
}

/** An account of the development issuer that may not act for anybody yet. */
export async function anAccount(
  manager: EntityManager,
  values: Partial<Account> = {},
): Promise<Account> {
  return await insertRow(manager, Account, {
    issuer: 'padan-development',
    subject: `test-${randomUUID()}`,
    displayName: 'Akun Uji (contoh)',
    ...values,
  });
}

/** An open membership as owner since 2020. */
export async function aMembership(
  manager: EntityManager,
  values: Partial<Membership> & { accountId: string; employerId: string },
): Promise<Membership> {
  return await insertRow(manager, Membership, {
    role: 'OWNER',
    startsAt: new Date('2020-01-01T00:00:00Z'),
    ...values,
  });
}

/** An employer with an account that owns it. */
export async function anEmployerWithOwner(
  manager: EntityManager,
  values: Partial<Employer> = {},
): Promise<{ employer: Employer; account: Account }> {
  const employer = await anEmployer(manager, values);
  const account = await anAccount(manager);
  await aMembership(manager, { accountId: account.id, employerId: employer.id });
  return { employer, account };
}

/** An account that works for the labour office of a region, Palu unless said otherwise. */
export async function anOfficer(
  manager: EntityManager,
  values: Partial<OfficeMembership> = {},
): Promise<Account> {
  const account = await anAccount(manager);
  await insertRow(manager, OfficeMembership, {
    accountId: account.id,
    regionCode: '72.71',
    role: 'OFFICER',
    startsAt: new Date('2020-01-01T00:00:00Z'),
    ...values,
  });
  return account;
}
