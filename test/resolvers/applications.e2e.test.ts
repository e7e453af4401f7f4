import { randomUUID } from 'node:crypto';
import { Employer, Membership } from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { aMembership, anAccount, anEmployerWithOwner, aVacancy, holds } from '../builders';
import { CONTACT, type ContactWorld, type Seeker, SHARE, startContactWorld } from './contact-world';
import { NOW } from './graph-world';

const DAY_MS = 86_400_000;
const NAME = 'Sri Wahyuni Lamadjido (contoh)';

let world: ContactWorld;
let seeker: Seeker;

beforeEach(async () => {
  world = await startContactWorld();
  seeker = await world.aSeeker({
    fullName: NAME,
    phone: '+6285000000001',
    email: 'sri@contoh.invalid',
    regionCode: '72.71.01',
    birthDate: '1999-01-02',
    gender: 'FEMALE',
    address: 'Jalan Rahasia 7',
    expectedWage: '4000000',
    competencies: [holds('patroli', 4, { evidence: 'TESTED', yearsUsed: 3 })],
    experiences: [{ title: 'Satpam', employerName: 'PT Lama (contoh)', startedOn: '2023-01-01' }],
  });
});

afterEach(async () => {
  await world.stop();
});

interface Shown {
  id: string;
  contact: { name: string } | null;
}
const shown = async (who = world.owner) => await world.applications<Shown>(CONTACT, who);
const contactOf = async (who = world.owner) => (await shown(who))[0]?.contact ?? null;
const applyAgain = (input: object = {}) =>
  world.mutate('apply', seeker.account, {
    ...{ vacancyId: encodeNodeId('Vacancy', world.vacancy.id), share: SHARE },
    ...input,
  });
const move = (id: string, to: string, input: object = {}, who = world.owner) =>
  world.mutate('moveApplication', who, { id, to, ...input });
const readings = async () => {
  const { disclosures } = await world.data<{
    disclosures: { totalCount: number; edges: { node: Record<string, unknown> }[] };
  }>(
    `{ disclosures { totalCount edges { node {
       at actorKind fields purpose employer { id } vacancy { id } } } } }`,
    { audience: 'candidate', accountId: seeker.account.id },
  );
  return disclosures;
};
const verify = (verification: Employer['verification']) =>
  world.seed((manager) => manager.update(Employer, world.employer.id, { verification }));

describe('apply', () => {
  it('tells the employer who the person is, and no more than the person agreed to', async () => {
    await world.apply(seeker, { message: 'Saya siap bekerja malam.' });
    const [application] = await shown();
    expect(application.contact).toEqual({
      ...{ name: NAME, phone: '+6285000000001', email: 'sri@contoh.invalid' },
      ...{ education: 'SMA', employmentTypes: [], availableFrom: null },
      message: 'Saya siap bekerja malam.',
      sharedUntil: new Date(NOW.getTime() + 90 * DAY_MS),
      region: { id: encodeNodeId('Region', '72.71.01') },
      competencies: [
        {
          ...{ level: 'ADVANCED', evidence: 'TESTED', yearsUsed: 3, lastUsedOn: null },
          competency: { id: encodeNodeId('Competency', 'patroli') },
        },
      ],
      experiences: [
        {
          ...{ title: 'Satpam', employerName: 'PT Lama (contoh)' },
          ...{ startedOn: '2023-01-01', endedOn: null },
        },
      ],
    });
    const text = JSON.stringify(application);
    for (const kept of ['1999', 'Rahasia', 'FEMALE', '4000000', seeker.candidate.id]) {
      expect(text).not.toContain(kept);
    }
  });

  it('is noted once whatever the client repeats', async () => {
    const id = await world.apply(seeker, { clientMutationId: 'same' });
    expect(await world.apply(seeker, { clientMutationId: 'same' })).toBe(id);
    expect(await shown()).toHaveLength(1);
  });

  it('is refused a second time', async () => {
    await world.apply(seeker);
    const { application, userErrors } = await applyAgain();
    expect(application).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'ALREADY_APPLIED', path: ['vacancyId'] }]);
  });

  it('is refused without sharing, in words that hide something, and with an old text', async () => {
    const cases = [
      [{ share: [] }, 'CONSENT_REQUIRED'],
      [{ share: [{ purpose: 'SHARE_ACCOMMODATIONS', textVersion: '1' }] }, 'CONSENT_REQUIRED'],
      [{ share: [{ purpose: 'SHARE_WITH_EMPLOYER', textVersion: '9' }] }, 'CONSENT_TEXT_OUTDATED'],
      [{ message: 'a\u202Eb' }, 'TEXT_INVALID'],
    ] as const;
    for (const [input, code] of cases) {
      expect((await applyAgain(input)).userErrors).toMatchObject([{ code }]);
    }
    expect(await shown()).toEqual([]);
  });

  it.each([
    ['that is closed', { state: 'CLOSED' as const }],
    ['whose time has passed', { validThrough: NOW }],
  ])('is refused for a vacancy %s', async (_, values) => {
    const vacancy = await world.seed((manager) =>
      aVacancy(manager, { employerId: world.employer.id, ...values }),
    );
    const vacancyId = encodeNodeId('Vacancy', vacancy.id);
    expect((await applyAgain({ vacancyId })).userErrors).toMatchObject([
      { code: 'VACANCY_CLOSED', path: ['vacancyId'] },
    ]);
  });

  it('finds a draft no more than a vacancy that is not there', async () => {
    const draft = await world.seed((manager) =>
      aVacancy(manager, { employerId: world.employer.id, state: 'DRAFT' }),
    );
    for (const id of [draft.id, randomUUID()]) {
      const asked = applyAgain({ vacancyId: encodeNodeId('Vacancy', id) });
      await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND', field: ['vacancyId'] });
    }
  });

  it('is refused to whoever is too young to agree alone', async () => {
    const young = await world.aSeeker({ birthDate: '2009-11-22' });
    const vacancyId = encodeNodeId('Vacancy', world.vacancy.id);
    const input = { vacancyId, share: SHARE };
    const refused = await world.mutate('apply', young.account, input);
    expect(refused.userErrors).toMatchObject([{ code: 'GUARDIAN_CONSENT_REQUIRED' }]);
    const consent = { purpose: 'STATISTICS', textVersion: '1' };
    const again = await world.mutate('grantConsent', young.account, consent);
    expect(again.userErrors).toMatchObject([{ code: 'GUARDIAN_CONSENT_REQUIRED' }]);
  });

  it('is refused to whoever does not look for work at present', async () => {
    const dormant = await world.aSeeker({ status: 'DORMANT' });
    const asked = world.apply(dormant);
    await expect(asked).rejects.toMatchObject({ code: 'NOT_MATCHED' });
  });
});

describe('who an applicant is', () => {
  it('is told to the employer’s people only, for as long as they act for it', async () => {
    await world.apply(seeker);
    const recruiter = await world.seed(async (manager) => {
      const account = await anAccount(manager);
      await aMembership(manager, {
        ...{ accountId: account.id, employerId: world.employer.id, role: 'RECRUITER' },
      });
      return account;
    });
    expect(await contactOf(recruiter)).toMatchObject({ name: NAME });
    const ended = { accountId: recruiter.id };
    await world.seed((manager) => manager.update(Membership, ended, { endsAt: NOW }));
    await expect(shown(recruiter)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const stranger = await world.seed((manager) => anEmployerWithOwner(manager));
    await expect(shown(stranger.account)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await readings()).edges.map(({ node }) => node.actorKind)).toEqual(['RECRUITER']);
  });

  it.each(['SUSPENDED', 'PENDING'] as const)(
    'is lost at once to an employer that is %s',
    async (state) => {
      await world.apply(seeker);
      await verify(state);
      expect(await contactOf()).toBeNull();
      await verify('VERIFIED');
      expect(await contactOf()).toMatchObject({ name: NAME });
    },
  );

  it('is told no longer than the consent lasts', async () => {
    await world.apply(seeker);
    world.clock.now = new Date(NOW.getTime() + 90 * DAY_MS - 1);
    expect(await contactOf()).not.toBeNull();
    world.clock.now = new Date(NOW.getTime() + 90 * DAY_MS);
    expect(await contactOf()).toBeNull();
  });

  it('is lost with the consent, and the application with it', async () => {
    await world.apply(seeker);
    const { consents } = await world.data<{
      consents: { edges: { node: { id: string; purpose: string } }[] };
    }>('{ consents { edges { node { id purpose } } } }', {
      audience: 'candidate',
      accountId: seeker.account.id,
    });
    const sharing = consents.edges.find(({ node }) => node.purpose === 'SHARE_WITH_EMPLOYER');
    await world.mutate('withdrawConsent', seeker.account, { id: sharing?.node.id });
    expect(await contactOf()).toBeNull();
    expect(await world.applications('state')).toMatchObject([{ state: 'WITHDRAWN' }]);
  });

  it('stays hidden for another vacancy of the same employer', async () => {
    await world.apply(seeker);
    const { id } = await world.seed((manager) =>
      aVacancy(manager, { employerId: world.employer.id }),
    );
    const vacancyId = encodeNodeId('Vacancy', id);
    await world.apply(seeker, { vacancyId });
    const withdrawn = await shown();
    await world.mutate('withdrawApplication', seeker.account, { id: withdrawn[0].id });
    expect(await contactOf()).toBeNull();
    const { vacancyApplications } = await world.data<{
      vacancyApplications: { edges: { node: Shown }[] };
    }>(
      `query ($vacancyId: ID!) { vacancyApplications(vacancyId: $vacancyId) {
         edges { node { contact { name } } } } }`,
      { accountId: world.owner.id, variables: { vacancyId } },
    );
    expect(vacancyApplications.edges).toMatchObject([{ node: { contact: { name: NAME } } }]);
  });

  it('is read for a page of people by one question, which holds the consent', async () => {
    for (let count = 0; count < 5; count++) await world.apply(await world.aSeeker());
    const statements = await world.statementsOf(
      `query ($vacancyId: ID!) { vacancyApplications(vacancyId: $vacancyId) {
         edges { node { contact { name phone email } } } } }`,
      {
        accountId: world.owner.id,
        variables: { vacancyId: encodeNodeId('Vacancy', world.vacancy.id) },
      },
    );
    const reading = statements.filter((sql) => sql.includes('full_name'));
    expect(reading).toHaveLength(1);
    expect(reading[0]).toMatch(/JOIN LATERAL[\s\S]+FROM consents[\s\S]+withdrawn_at IS NULL/);
    expect(
      statements.filter(
        (sql) =>
          sql.includes('INSERT INTO "public"."disclosures"') ||
          sql.includes('INSERT INTO disclosures'),
      ),
    ).toHaveLength(1);
  });
});

describe('disclosures', () => {
  it('hold every reading, by whom and of what', async () => {
    await world.apply(seeker);
    expect((await readings()).totalCount).toBe(0);
    await shown();
    await shown();
    const { totalCount, edges } = await readings();
    expect(totalCount).toBe(2);
    expect(edges[0].node).toEqual({
      ...{ at: NOW, actorKind: 'EMPLOYER', purpose: 'APPLICATION' },
      fields: expect.arrayContaining(['name', 'phone', 'email', 'experiences']),
      employer: { id: encodeNodeId('Employer', world.employer.id) },
      vacancy: { id: encodeNodeId('Vacancy', world.vacancy.id) },
    });
  });

  it('hold no reading that told nothing', async () => {
    await world.apply(seeker);
    await verify('SUSPENDED');
    await shown();
    await world.applications('state history { state }');
    expect((await readings()).totalCount).toBe(0);
  });

  it('come before the answer: what cannot be noted is not told', async () => {
    await world.apply(seeker);
    const refuse = 'ALTER TABLE disclosures ADD CONSTRAINT ck_nothing CHECK (false) NOT VALID';
    await world.asOwner(refuse);
    await expect(shown()).rejects.toThrow('ck_nothing');
  });

  it('are nobody else’s', async () => {
    await world.apply(seeker);
    await shown();
    const other = await world.aSeeker();
    const { disclosures } = await world.data<{ disclosures: { totalCount: number } }>(
      '{ disclosures { totalCount } }',
      { audience: 'candidate', accountId: other.account.id },
    );
    expect(disclosures.totalCount).toBe(0);
  });
});

describe('moveApplication', () => {
  it('goes on step by step, which the person sees with the reason', async () => {
    const id = await world.apply(seeker);
    await move(id, 'INTERVIEW');
    const { application } = await move(id, 'DECLINED', { reason: 'Sudah terisi.' });
    expect(application?.state).toBe('DECLINED');
    const { applications } = await world.data<{
      applications: { edges: { node: Record<string, unknown> }[] };
    }>('{ applications { edges { node { state history { state byKind reason } } } } }', {
      audience: 'candidate',
      accountId: seeker.account.id,
    });
    expect(applications.edges).toMatchObject([
      {
        node: {
          state: 'DECLINED',
          history: [
            { state: 'SUBMITTED', byKind: 'CANDIDATE', reason: null },
            { state: 'INTERVIEW', byKind: 'EMPLOYER', reason: null },
            { state: 'DECLINED', byKind: 'EMPLOYER', reason: 'Sudah terisi.' },
          ],
        },
      },
    ]);
  });

  it('to its refusal ends what was shared for it, not what was shared apart from it', async () => {
    const share = [...SHARE, { purpose: 'SHARE_ACCOMMODATIONS', textVersion: '1' }];
    const id = await world.apply(seeker, { share });
    expect(await contactOf()).toMatchObject({ name: NAME });
    await move(id, 'DECLINED');
    expect(await contactOf()).toBeNull();
    const isLive = async () => {
      const { consents } = await world.data<{
        consents: { edges: { node: { purpose: string; isLive: boolean } }[] };
      }>('{ consents { edges { node { purpose isLive } } } }', {
        audience: 'candidate',
        accountId: seeker.account.id,
      });
      return consents.edges
        .filter(({ node }) => node.purpose.startsWith('SHARE'))
        .map(({ node }) => node.isLive);
    };
    expect(await isLive()).toEqual([false, false]);
    const other = await world.aSeeker({ fullName: 'Lain (contoh)' });
    const vacancyId = encodeNodeId('Vacancy', world.vacancy.id);
    world.clock.now = new Date(NOW.getTime() - 60_000);
    await world.mutate('grantConsent', other.account, {
      ...{ purpose: 'SHARE_WITH_EMPLOYER', vacancyId, textVersion: '1' },
    });
    world.clock.now = NOW;
    await move(await world.apply(other), 'DECLINED');
    const told = (await shown()).map(({ contact }) => contact?.name);
    expect(told).toContain('Lain (contoh)');
  });

  it('to a hiring leaves what was shared as long as it was agreed', async () => {
    await move(await world.apply(seeker), 'HIRED');
    expect(await contactOf()).toMatchObject({ name: NAME });
  });

  it('goes neither back nor on from an end', async () => {
    const id = await world.apply(seeker);
    await move(id, 'INTERVIEW');
    const back = await move(id, 'SHORTLISTED');
    expect(back.userErrors).toMatchObject([
      { code: 'STATE_NOT_ALLOWED', path: ['id'], message: expect.stringContaining('INTERVIEW') },
    ]);
    await world.mutate('withdrawApplication', seeker.account, { id });
    expect((await move(id, 'OFFERED')).userErrors).toMatchObject([{ code: 'STATE_NOT_ALLOWED' }]);
  });

  it('is refused to an employer that is not verified, and for reasons that hide something', async () => {
    const id = await world.apply(seeker);
    expect((await move(id, 'DECLINED', { reason: ' ' })).userErrors).toMatchObject([
      { code: 'TEXT_INVALID', path: ['reason'] },
    ]);
    await verify('SUSPENDED');
    expect((await move(id, 'VIEWED')).userErrors).toMatchObject([
      { code: 'EMPLOYER_NOT_VERIFIED' },
    ]);
  });

  it('finds another employer’s application no more than a missing one', async () => {
    const id = await world.apply(seeker);
    const stranger = await world.seed((manager) => anEmployerWithOwner(manager));
    const missing = encodeNodeId('Application', randomUUID());
    await expect(move(id, 'VIEWED', {}, stranger.account)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(move(missing, 'VIEWED')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const invitation = await world.invite(await world.aSeeker());
    const contactId = Buffer.from(invitation, 'base64url').toString().split(':')[1];
    const asked = move(encodeNodeId('Application', contactId), 'VIEWED');
    await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('withdrawApplication', () => {
  it('takes it back, after which the person may apply again', async () => {
    const id = await world.apply(seeker);
    const { application } = await world.mutate('withdrawApplication', seeker.account, { id });
    expect(application?.state).toBe('WITHDRAWN');
    expect(await contactOf()).toBeNull();
    expect(await world.apply(seeker)).toBe(id);
    expect(await contactOf()).toMatchObject({ name: NAME });
  });

  it('is done once, and by nobody else', async () => {
    const id = await world.apply(seeker);
    const other = await world.aSeeker();
    const asked = world.mutate('withdrawApplication', other.account, { id });
    await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND', field: ['id'] });
    await world.mutate('withdrawApplication', seeker.account, { id });
    const again = await world.mutate('withdrawApplication', seeker.account, { id });
    expect(again.userErrors).toMatchObject([{ code: 'STATE_NOT_ALLOWED' }]);
  });
});
