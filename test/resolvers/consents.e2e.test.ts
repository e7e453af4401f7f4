import type { Account, Employer, Vacancy } from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { aCandidate, anAccount, anEmployerWithOwner, aVacancy } from '../builders';
import { type GraphWorld, NOW, startGraphWorld } from './graph-world';

const FIELDS = `id purpose textVersion channel grantedAt expiresAt withdrawnAt isLive
  employer { id } vacancy { id }`;
const ERRORS = 'userErrors { code path message(lang: EN) }';
const GRANT = `mutation ($input: GrantConsentInput!) {
  grantConsent(input: $input) { consent { ${FIELDS} } ${ERRORS} } }`;
const WITHDRAW = `mutation ($input: WithdrawConsentInput!) {
  withdrawConsent(input: $input) { consent { ${FIELDS} } ${ERRORS} } }`;
const LIST = `query ($after: String) { consents(first: 1, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { ${FIELDS} } } } }`;

let world: GraphWorld;
let account: Account;
let employer: Employer;
let vacancy: Vacancy;
let keys = 0;

beforeAll(async () => {
  world = await startGraphWorld();
});

beforeEach(async () => {
  await world.seed(async (manager) => {
    account = await anAccount(manager);
    await aCandidate(manager, { accountId: account.id, matchingConsentAt: null });
    ({ employer } = await anEmployerWithOwner(manager));
    vacancy = await aVacancy(manager, { employerId: employer.id });
  });
});

afterAll(async () => {
  await world.stop();
});

interface Listed {
  consents: {
    totalCount: number;
    pageInfo: { endCursor: string };
    edges: { node: { id: string; isLive: boolean } }[];
  };
}
interface Payload {
  consent: { id: string; isLive: boolean; withdrawnAt: string | null } | null;
  userErrors: { code: string; path: string[]; message: string }[];
}

async function mutate(query: string, input: object, who = account): Promise<Payload> {
  keys += 1;
  const variables = { input: { clientMutationId: `key ${keys}`, ...input } };
  const asking = { audience: 'candidate', accountId: who.id, variables } as const;
  return Object.values(await world.data<Record<string, Payload>>(query, asking))[0];
}
const grant = (input: object = {}, who = account) =>
  mutate(GRANT, { purpose: 'MATCHING', textVersion: '1', ...input }, who);
const withdraw = (id: unknown, who = account) => mutate(WITHDRAW, { id }, who);
const sharing = () => ({
  purpose: 'SHARE_WITH_EMPLOYER',
  vacancyId: encodeNodeId('Vacancy', vacancy.id),
});

describe('consentTexts', () => {
  it('holds the words of every purpose in both languages', async () => {
    const { consentTexts } = await world.data<{ consentTexts: Record<string, string>[] }>(
      '{ consentTexts { purpose version id: text(lang: ID) en: text(lang: EN) } }',
      { audience: 'candidate', accountId: account.id },
    );
    expect(consentTexts).toHaveLength(7);
    const matching = consentTexts.find(({ purpose }) => purpose === 'MATCHING');
    expect(matching?.id).toMatch(/^Saya setuju/);
    expect(matching?.en).toMatch(/^I agree/);
  });
});

describe('grantConsent', () => {
  it('writes down that the person agrees to be matched, until it is withdrawn', async () => {
    const { consent, userErrors } = await grant();
    expect(userErrors).toEqual([]);
    expect(consent).toMatchObject({
      ...{ purpose: 'MATCHING', textVersion: '1', channel: 'SELF', isLive: true },
      ...{ grantedAt: NOW, expiresAt: null, withdrawnAt: null },
      ...{ employer: null, vacancy: null },
    });
  });

  it('shares with the employer of a vacancy for ninety days', async () => {
    const { consent } = await grant(sharing());
    expect(consent).toMatchObject({
      employer: { id: encodeNodeId('Employer', employer.id) },
      vacancy: { id: encodeNodeId('Vacancy', vacancy.id) },
      expiresAt: new Date('2027-02-19T01:00:00Z'),
    });
  });

  it('refuses words that are no longer in use, naming those that are', async () => {
    const { consent, userErrors } = await grant({ textVersion: '0' });
    expect(consent).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'CONSENT_TEXT_OUTDATED', path: ['textVersion'] }]);
    expect(userErrors[0].message).toContain('version 1');
  });

  it.each([
    [
      'matching that names an employer',
      () => ({ employerId: encodeNodeId('Employer', employer.id) }),
    ],
    ['sharing with nobody', () => ({ purpose: 'SHARE_WITH_EMPLOYER' })],
    ['an end in the past', () => ({ ...sharing(), expiresAt: '2026-11-21T00:59:59Z' })],
    ['an end too far ahead', () => ({ ...sharing(), expiresAt: '2027-06-01T00:00:00Z' })],
    ['matching with an end', () => ({ expiresAt: '2026-12-01T00:00:00Z' })],
  ])('refuses %s', async (_, input) => {
    await expect(grant(input())).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('finds neither a draft nor the vacancy of another employer', async () => {
    const draft = await world.seed((manager) =>
      aVacancy(manager, { employerId: employer.id, state: 'DRAFT' }),
    );
    const other = await world.seed((manager) => aVacancy(manager));
    const employerId = encodeNodeId('Employer', employer.id);
    for (const { id } of [draft, other, { id: '00000000-0000-4000-8000-000000000000' }]) {
      const asked = grant({ ...sharing(), employerId, vacancyId: encodeNodeId('Vacancy', id) });
      await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND', field: ['vacancyId'] });
    }
  });

  it('is refused to an account that is nobody’s', async () => {
    const nobody = await world.seed((manager) => anAccount(manager));
    await expect(grant({}, nobody)).rejects.toMatchObject({ code: 'CANDIDATE_ONLY' });
  });
});

describe('withdrawConsent', () => {
  it('ends it now, and again changes nothing', async () => {
    const { consent } = await grant();
    const ended = await withdraw(consent?.id);
    expect(ended.consent).toMatchObject({ isLive: false, withdrawnAt: NOW });
    expect((await withdraw(consent?.id)).consent).toEqual(ended.consent);
  });

  it('ends sharing with an employer altogether when that is taken back', async () => {
    const one = await grant(sharing());
    const all = await grant({
      ...sharing(),
      vacancyId: null,
      employerId: encodeNodeId('Employer', employer.id),
    });
    await withdraw(all.consent?.id);
    const listed = await world.data<Listed>('{ consents { edges { node { isLive } } } }', {
      audience: 'candidate',
      accountId: account.id,
    });
    expect(one.consent?.isLive).toBe(true);
    expect(listed.consents.edges.map(({ node }) => node.isLive)).toEqual([false, false]);
  });

  it('finds nobody else’s, as it finds a missing one', async () => {
    const { consent } = await grant();
    const other = await world.seed(async (manager) => {
      const own = await anAccount(manager);
      await aCandidate(manager, { accountId: own.id });
      return own;
    });
    const missing = encodeNodeId('Consent', '00000000-0000-4000-8000-000000000000');
    for (const id of [consent?.id, missing]) {
      await expect(withdraw(id, other)).rejects.toMatchObject({ code: 'NOT_FOUND', field: ['id'] });
    }
  });
});

describe('consents', () => {
  it('lists the own ones page by page, newest first', async () => {
    await world.seed((manager) => aCandidate(manager));
    const first = await grant();
    const second = await grant(sharing());
    await withdraw(first.consent?.id);
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 2; page++) {
      const { consents }: Listed = await world.data<Listed>(LIST, {
        audience: 'candidate',
        accountId: account.id,
        variables: { after },
      });
      expect(consents.totalCount).toBe(2);
      seen.push(...consents.edges.map(({ node }) => node.id));
      after = consents.pageInfo.endCursor;
    }
    expect(seen.sort()).toEqual([first.consent?.id, second.consent?.id].sort());
  });
});
