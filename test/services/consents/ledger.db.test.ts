import type { DataSource } from 'typeorm';
import { type Actor, asActor } from '../../../src/database/as-actor';
import { createDataSource } from '../../../src/database/data-source';
import {
  type Account,
  Candidate,
  Consent,
  type Employer,
  type Vacancy,
} from '../../../src/entities';
import {
  type EndedConsents,
  endConsents,
  type NewConsent,
  recordConsent,
} from '../../../src/services/consents/ledger';
import { aCandidate, anEmployerWithOwner, aVacancy } from '../../builders';
import { createTestDatabase, type TestDatabase } from '../../support/test-servers';

const NOW = new Date('2026-11-21T01:00:00Z');
const LATER = new Date('2026-11-22T01:00:00Z');

let database: TestDatabase;
let dataSource: DataSource;
let person: Candidate;
let employer: Employer;
let owner: Account;
let vacancy: Vacancy;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
});

beforeEach(async () => {
  await as('system', async (manager) => {
    person = await aCandidate(manager, { matchingConsentAt: null });
    ({ employer, account: owner } = await anEmployerWithOwner(manager));
    vacancy = await aVacancy(manager, { employerId: employer.id });
  });
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const as = <T>(actor: Actor, work: Parameters<typeof asActor<T>>[2]) =>
  asActor(dataSource, actor, work);
const self = (): Actor => `candidate:${person.id}`;

const grant = (values: Partial<NewConsent> = {}, actor = self()) =>
  as(actor, (manager) =>
    recordConsent(manager, {
      candidateId: person.id,
      purpose: 'MATCHING',
      textVersion: '1',
      channel: 'SELF',
      at: NOW,
      ...values,
    }),
  );
const end = (values: Partial<EndedConsents> = {}, actor = self()) =>
  as(actor, (manager) => endConsents(manager, { candidateId: person.id, at: LATER, ...values }));
const sharing = () => ({ purpose: 'SHARE_WITH_EMPLOYER' as const, employerId: employer.id });

const read = async () => {
  const { matchingConsentAt, version } = await as('system', (manager) =>
    manager.findOneByOrFail(Candidate, { id: person.id }),
  );
  return { matchingConsentAt, version };
};
const announced = async () => {
  const rows = await as('system', (manager) =>
    manager.query<{ kind: string }[]>(
      'SELECT kind FROM outbox WHERE aggregate_id = $1 ORDER BY id',
      [person.id],
    ),
  );
  return rows.map(({ kind }) => kind);
};

describe('recordConsent', () => {
  it('puts the person into rankings and announces it', async () => {
    const id = await grant();
    expect(await read()).toEqual({ matchingConsentAt: NOW, version: 2 });
    expect(await announced()).toEqual(['candidate.consent_granted']);
    const row = await as('system', (manager) => manager.findOneByOrFail(Consent, { id }));
    expect(row).toMatchObject({
      ...{ candidateId: person.id, purpose: 'MATCHING', employerId: null, vacancyId: null },
      ...{ textVersion: '1', grantedAt: NOW, expiresAt: null, withdrawnAt: null },
      ...{ channel: 'SELF', recordedBy: null },
    });
  });

  it('keeps the one that lives when it is given again', async () => {
    const id = await grant();
    expect(await grant({ at: LATER })).toBe(id);
    expect(await read()).toEqual({ matchingConsentAt: NOW, version: 2 });
    expect(await announced()).toHaveLength(1);
  });

  it('writes down an agreement to a new text beside the old one', async () => {
    const id = await grant();
    expect(await grant({ textVersion: '2', at: LATER })).not.toBe(id);
    expect((await read()).matchingConsentAt).toEqual(NOW);
  });

  it('gives one consent for twenty at one time', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => grant()));
    expect(new Set(ids).size).toBe(1);
    expect(await announced()).toHaveLength(1);
  });

  it('ranks nobody for agreeing to share', async () => {
    await grant({ ...sharing(), vacancyId: vacancy.id, expiresAt: LATER });
    expect(await read()).toEqual({ matchingConsentAt: null, version: 1 });
    expect(await announced()).toEqual([]);
  });

  it('is not found for somebody else', async () => {
    const other = await as('system', (manager) => aCandidate(manager));
    await expect(grant({}, `candidate:${other.id}`)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(grant({}, `account:${owner.id}`)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['matching that names an employer', () => ({ employerId: employer.id })],
    ['sharing with nobody', () => ({ purpose: 'SHARE_WITH_EMPLOYER' as const })],
    ['matching that ends by itself', () => ({ expiresAt: LATER })],
  ])('refuses %s', async (_, values) => {
    await expect(grant(values())).rejects.toThrow('violates check constraint');
  });
});

describe('endConsents', () => {
  it('takes the person out of rankings and announces it once', async () => {
    const id = await grant();
    expect(await end({ purpose: 'MATCHING' })).toMatchObject([{ id, purpose: 'MATCHING' }]);
    expect(await end({ purpose: 'MATCHING' })).toEqual([]);
    expect(await read()).toEqual({ matchingConsentAt: null, version: 3 });
    expect(await announced()).toEqual(['candidate.consent_granted', 'candidate.consent_withdrawn']);
  });

  it('ends every live agreement to one purpose, whatever text it was to', async () => {
    await grant();
    await grant({ textVersion: '2' });
    expect(await end({ purpose: 'MATCHING' })).toHaveLength(2);
  });

  it('ends only what it names', async () => {
    await grant();
    const id = await grant({ ...sharing(), vacancyId: vacancy.id });
    await grant(sharing());
    expect(await end({ ...sharing(), vacancyId: vacancy.id })).toMatchObject([{ id }]);
    expect((await read()).matchingConsentAt).toEqual(NOW);
    expect(await end()).toHaveLength(2);
  });

  it('leaves what has expired as it was', async () => {
    await grant({ ...sharing(), expiresAt: new Date('2026-11-21T12:00:00Z') });
    expect(await end()).toEqual([]);
  });
});

describe('the rows of the ledger', () => {
  const count = (actor: Actor) =>
    as(actor, async (manager) => {
      const [{ rows }] = await manager.query(
        'SELECT count(*)::int AS rows FROM consents WHERE candidate_id = $1',
        [person.id],
      );
      return rows;
    });

  it('are read by the person and by the employer that they name', async () => {
    const stranger = await as('system', (manager) => anEmployerWithOwner(manager));
    await grant();
    await grant(sharing());
    expect(await count(self())).toBe(2);
    expect(await count(`account:${owner.id}`)).toBe(1);
    expect(await count(`account:${stranger.account.id}`)).toBe(0);
  });

  it('cannot be rewritten, moved or removed, not even by the service', async () => {
    await grant(sharing());
    for (const statement of [
      'UPDATE consents SET granted_at = now()',
      'UPDATE consents SET text_version = 2',
      'DELETE FROM consents',
    ]) {
      const attempt = as('system', (manager) => manager.query(statement));
      await expect(attempt).rejects.toThrow('permission denied');
    }
    await as(`account:${owner.id}`, (manager) =>
      manager.query('UPDATE consents SET withdrawn_at = now()'),
    );
    expect(await end()).toHaveLength(1);
  });

  it('go with the person', async () => {
    await grant(sharing());
    await as('system', (manager) => manager.delete(Candidate, person.id));
    expect(await count('system')).toBe(0);
  });
});
