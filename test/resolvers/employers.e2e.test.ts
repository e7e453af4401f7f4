import { type Account, OutboxEvent, Vacancy } from '../../src/entities';
import type { AppError } from '../../src/errors';
import { decodeNodeId, encodeNodeId } from '../../src/resolvers/node-id';
import { anAccount, anEmployer, anEmployerWithOwner, anOfficer, aVacancy } from '../builders';
import { type GraphWorld, NOW, startGraphWorld } from './graph-world';

const ERRORS = 'userErrors { code path }';
const REGISTER = `mutation ($input: RegisterEmployerInput!) {
  registerEmployer(input: $input) { employer { id name verification } ${ERRORS} } }`;
const CODE = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { code ${ERRORS} } }`;
const INVITE = CODE('inviteMember', 'InviteMemberInput');
const MANDATE = CODE('grantMandate', 'GrantMandateInput');
const JOIN = `mutation ($input: JoinEmployerInput!) { joinEmployer(input: $input) { employer { id } ${ERRORS} } }`;
const END = `mutation ($input: EndMembershipInput!) { endMembership(input: $input) { employer { id } ${ERRORS} } }`;
const MEMBERS = `query ($id: ID!) { members(employerId: $id) { id displayName role startsAt endsAt licenceNumber } }`;
const ACTING = '{ viewer { employers { id } } }';
const REGISTRATION = `query ($id: ID!) { employerRegistration(employerId: $id) {
  businessIdNumber decideBy visitedAt decidedAt reason employer { verification } } }`;
const QUEUE = `{ verificationQueue { totalCount edges { node { employer { id name } businessIdNumber decideBy } } } }`;
const DECIDE = `mutation ($input: DecideVerificationInput!) {
  decideVerification(input: $input) { employer { verification } ${ERRORS} } }`;
const VISIT = `mutation ($input: RecordEmployerVisitInput!) {
  recordEmployerVisit(input: $input) { employer { id } ${ERRORS} } }`;

const NIB = '9120304050607';
const DAY_MS = 86_400_000;

let world: GraphWorld;
let clockMs: number;
let keys: number;
let founder: Account;

beforeEach(async () => {
  clockMs = NOW.getTime();
  keys = 0;
  world = await startGraphWorld({ clock: { now: () => new Date(clockMs) } });
  founder = await world.seed((manager) => anAccount(manager));
});

afterEach(async () => {
  await world.stop();
});

interface Payload {
  employer: { id: string; name: string; verification: string } | null;
  code: string | null;
  userErrors: { code: string; path: string[] }[];
}
type Audience = 'employer' | 'office';

async function mutate(query: string, input: object, who: Account, audience: Audience = 'employer') {
  keys += 1;
  const variables = { input: { clientMutationId: `key ${keys}`, ...input } };
  const asking = { accountId: who.id, variables, audience };
  return Object.values(await world.data<Record<string, Payload>>(query, asking))[0];
}
const register = (input: object = {}, who = founder) =>
  mutate(
    REGISTER,
    { name: 'CV Maju Jaya (contoh)', regionCode: '72.71', businessIdNumber: NIB, ...input },
    who,
  );
async function registered(input: object = {}, who = founder): Promise<string> {
  const { employer } = await register(input, who);
  // Whoever joins later stands behind the founder.
  clockMs += 1;
  return employer?.id ?? '';
}
const codesOf = ({ userErrors }: Payload) => userErrors.map(({ code }) => code);
const employersOf = async (who: Account) => {
  const asking = { audience: 'employer', accountId: who.id } as const;
  type Acting = { viewer: { employers: { id: string }[] } };
  const { viewer } = await world.data<Acting>(ACTING, asking);
  return viewer.employers.map(({ id }) => id);
};
const errorsOf = async (query: string, variables: object, who: Account, audience: Audience) => {
  const asking = { accountId: who.id, audience, variables: { ...variables } };
  const { errors } = await world.ask(query, asking);
  return errors?.map(({ message, originalError }) => [message, (originalError as AppError).code]);
};
const membersOf = async (id: string, who = founder) => {
  type Members = { members: { id: string; role: string; endsAt: string | null }[] };
  const asking = { audience: 'employer', accountId: who.id, variables: { id } } as const;
  return (await world.data<Members>(MEMBERS, asking)).members;
};

describe('registerEmployer', () => {
  it('makes the viewer owner of an employer that waits for the office', async () => {
    const { employer, userErrors } = await register();
    expect(userErrors).toEqual([]);
    expect(employer).toMatchObject({ name: 'CV Maju Jaya (contoh)', verification: 'PENDING' });
    expect(await employersOf(founder)).toEqual([employer?.id]);
  });

  it.each([
    [{ name: ' ' }, 'TEXT_INVALID', 'name'],
    [{ regionCode: '99.99' }, 'UNKNOWN_REFERENCE', 'regionCode'],
    [{ businessIdNumber: '123' }, 'BUSINESS_NUMBER_INVALID', 'businessIdNumber'],
  ])('refuses %j', async (input, code, field) => {
    expect((await register(input)).userErrors).toEqual([{ code, path: [field] }]);
  });

  it('takes a business number once, and again after it was rejected', async () => {
    const [first, office] = [await registered(), await world.seed((own) => anOfficer(own))];
    const other = await world.seed((manager) => anAccount(manager));
    expect(codesOf(await register({}, other))).toEqual(['DUPLICATE_ENTRY']);
    const decision = { employerId: first, decision: 'REJECT', reason: 'Bukan pemberi kerja' };
    await mutate(DECIDE, decision, office, 'office');
    expect(codesOf(await register({}, other))).toEqual([]);
  });

  it('lets nobody flood the office', async () => {
    for (let at = 0; at < 5; at += 1) await registered({ businessIdNumber: null });
    expect(codesOf(await register({ businessIdNumber: null }))).toEqual(['LIMIT_REACHED']);
    const variables = {
      input: { clientMutationId: 'words', name: 'CV Enam', regionCode: '72.71' },
    };
    const asking = { accountId: founder.id, variables };
    type Told = { registerEmployer: { userErrors: { message: string }[] } };
    const { registerEmployer } = await world.data<Told>(
      `mutation ($input: RegisterEmployerInput!) { registerEmployer(input: $input) {
         userErrors { message(lang: EN) } } }`,
      asking,
    );
    expect(registerEmployer.userErrors).toEqual([
      { message: 'There may be at most 5; wait until the labour office has decided about one.' },
    ]);
  });
});

describe('verification', () => {
  let office: Account;
  beforeEach(async () => {
    office = await world.seed((manager) => anOfficer(manager));
  });
  const decide = (employerId: string, decision: string, who = office) =>
    mutate(DECIDE, { employerId, decision, reason: 'Sesuai dokumen' }, who, 'office');

  it('shows the office of the region whom to decide about, with the day it promised', async () => {
    const id = await registered();
    const asking = { accountId: office.id, audience: 'office' } as const;
    expect(await world.data(QUEUE, asking)).toEqual({
      verificationQueue: {
        totalCount: 1,
        edges: [
          {
            node: {
              employer: { id, name: 'CV Maju Jaya (contoh)' },
              businessIdNumber: NIB,
              decideBy: new Date(NOW.getTime() + 3 * DAY_MS),
            },
          },
        ],
      },
    });
    const elsewhere = await world.seed((manager) => anOfficer(manager, { regionCode: '73' }));
    expect(await world.data(QUEUE, { ...asking, accountId: elsewhere.id })).toMatchObject({
      verificationQueue: { totalCount: 0 },
    });
  });

  it('announces the decision and tells the employer the reason', async () => {
    const id = await registered();
    expect(await decide(id, 'VERIFY')).toMatchObject({ employer: { verification: 'VERIFIED' } });
    const asking = { audience: 'employer', accountId: founder.id, variables: { id } } as const;
    expect(await world.data(REGISTRATION, asking)).toMatchObject({
      employerRegistration: {
        reason: 'Sesuai dokumen',
        decidedAt: new Date(clockMs),
        employer: { verification: 'VERIFIED' },
      },
    });
    const kinds = await world.seed((manager) =>
      manager.find(OutboxEvent, { where: { aggregate: 'employer' }, order: { id: 'ASC' } }),
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['employer.registered', 'employer.verified']);
  });

  it('wants an informal employer visited first', async () => {
    const id = await registered({ businessIdNumber: null });
    expect(codesOf(await decide(id, 'VERIFY'))).toEqual(['VISIT_NEEDED']);
    await mutate(VISIT, { employerId: id }, office, 'office');
    expect(codesOf(await decide(id, 'VERIFY'))).toEqual([]);
  });

  it('suspends only who was verified', async () => {
    const id = await registered();
    expect(codesOf(await decide(id, 'SUSPEND'))).toEqual(['STATE_NOT_ALLOWED']);
    await decide(id, 'VERIFY');
    expect(await decide(id, 'SUSPEND')).toMatchObject({ employer: { verification: 'SUSPENDED' } });
  });

  it('takes what a suspended employer shows from the public, until it is verified again', async () => {
    const id = await registered();
    await decide(id, 'VERIFY');
    const employerId = decodeNodeId(id).key;
    const ids: string[] = [];
    for (const state of ['PUBLISHED', 'PAUSED', 'CLOSED', 'DRAFT'] as const) {
      ids.push((await world.seed((manager) => aVacancy(manager, { employerId, state }))).id);
    }
    const standing = () =>
      world.seed(async (manager) => {
        const found = await manager.find(Vacancy, { where: { employerId } });
        const events = await manager.findBy(OutboxEvent, { aggregate: 'vacancy' });
        return ids.map((one) => [
          found.find((vacancy) => vacancy.id === one)?.state,
          events.filter(({ aggregateId }) => aggregateId === one).map(({ kind }) => kind),
        ]);
      });
    await decide(id, 'SUSPEND');
    expect(await standing()).toEqual([
      ['SUSPENDED', ['vacancy.suspended']],
      ['SUSPENDED', ['vacancy.suspended']],
      ['CLOSED', []],
      ['DRAFT', []],
    ]);
    await decide(id, 'VERIFY');
    expect(await standing()).toEqual([
      ['PUBLISHED', ['vacancy.suspended', 'vacancy.published']],
      ['PAUSED', ['vacancy.suspended', 'vacancy.updated']],
      ['CLOSED', []],
      ['DRAFT', []],
    ]);
  });

  it('is the same NOT_FOUND for another area’s employer and for none, and nobody else’s', async () => {
    const id = await registered();
    const elsewhere = await world.seed((manager) => anOfficer(manager, { regionCode: '73' }));
    const decision = { clientMutationId: 'x', decision: 'VERIFY', reason: 'ya' };
    const none = encodeNodeId('Employer', '00000000-0000-4000-8000-000000000000');
    const [foreign, missing] = await Promise.all(
      [id, none].map((employerId) =>
        errorsOf(DECIDE, { input: { ...decision, employerId } }, elsewhere, 'office'),
      ),
    );
    expect(foreign).toEqual(missing);
    expect(foreign?.[0]?.[1]).toBe('NOT_FOUND');
    const owner = await errorsOf(
      DECIDE,
      { input: { ...decision, employerId: id } },
      founder,
      'office',
    );
    expect(owner?.[0]?.[1]).toBe('OFFICE_ONLY');
  });
});

describe('members and mandates', () => {
  const mandate = (employerId: string, values: object = {}) => ({
    employerId,
    endsAt: new Date(clockMs + 30 * DAY_MS).toISOString(),
    licenceNumber: 'LPTKS-1 (contoh)',
    licenceEndsOn: '2027-03-31',
    ...values,
  });

  it('takes somebody in by a code that works once', async () => {
    const id = await registered();
    const [staff, late] = await world.seed(async (own) => [
      await anAccount(own),
      await anAccount(own),
    ]);
    const { code } = await mutate(INVITE, { employerId: id, role: 'STAFF' }, founder);
    expect(await mutate(JOIN, { code }, staff)).toMatchObject({ employer: { id }, userErrors: [] });
    expect(codesOf(await mutate(JOIN, { code }, late))).toEqual(['CODE_INVALID']);
    expect(await employersOf(staff)).toEqual([id]);
    expect((await membersOf(id)).map(({ role }) => role)).toEqual(['OWNER', 'STAFF']);
  });

  it('lets a code expire after seven days, and tells nobody why', async () => {
    const id = await registered();
    const staff = await world.seed((manager) => anAccount(manager));
    const { code } = await mutate(INVITE, { employerId: id, role: 'STAFF' }, founder);
    clockMs += 7 * DAY_MS;
    const expired = await mutate(JOIN, { code }, staff);
    const unknown = await mutate(JOIN, { code: '0000-0000-0000-0000-0000' }, staff);
    expect(expired).toEqual(unknown);
    expect(codesOf(expired)).toEqual(['CODE_INVALID']);
  });

  it('ends a mandate with the licence at the latest', async () => {
    const id = await registered();
    const recruiter = await world.seed((manager) => anAccount(manager));
    const terms = mandate(id, { licenceEndsOn: '2026-11-30' });
    const { code } = await mutate(MANDATE, terms, founder);
    await mutate(JOIN, { code }, recruiter);
    expect((await membersOf(id))[1]).toMatchObject({
      role: 'RECRUITER',
      licenceNumber: 'LPTKS-1 (contoh)',
      endsAt: new Date('2026-11-30T16:00:00Z'),
    });
    clockMs = Date.parse('2026-11-30T16:00:00Z');
    expect(await employersOf(recruiter)).toEqual([]);
  });

  it.each([
    [{ licenceEndsOn: '2026-11-20' }, 'licenceEndsOn', 'PERIOD_INVALID'],
    [{ endsAt: '2026-11-21T00:00:00Z' }, 'endsAt', 'PERIOD_INVALID'],
    [{ startsAt: '2027-01-01T00:00:00Z' }, 'endsAt', 'PERIOD_INVALID'],
    [{ licenceNumber: '' }, 'licenceNumber', 'TEXT_INVALID'],
  ])('grants no mandate with %j', async (values, field, code) => {
    const id = await registered();
    const { userErrors } = await mutate(MANDATE, mandate(id, values), founder);
    expect(userErrors).toEqual([{ code, path: [field] }]);
  });

  it('withdraws a mandate at once', async () => {
    const id = await registered();
    const recruiter = await world.seed((manager) => anAccount(manager));
    const { code } = await mutate(MANDATE, mandate(id), founder);
    await mutate(JOIN, { code }, recruiter);
    const membershipId = (await membersOf(id))[1].id;
    await mutate(END, { membershipId }, founder);
    expect(await employersOf(recruiter)).toEqual([]);
    expect(await membersOf(id)).toHaveLength(1);
  });

  it('keeps the last owner', async () => {
    const id = await registered();
    const [{ id: membershipId }] = await membersOf(id);
    expect(codesOf(await mutate(END, { membershipId }, founder))).toEqual(['LAST_OWNER']);
  });

  it('shows members to owners only, as if the employer did not exist to others', async () => {
    const id = await registered();
    const { account: stranger } = await world.seed((manager) => anEmployerWithOwner(manager));
    const staff = await world.seed((manager) => anAccount(manager));
    const { code } = await mutate(INVITE, { employerId: id, role: 'STAFF' }, founder);
    await mutate(JOIN, { code }, staff);
    const none = encodeNodeId('Employer', '00000000-0000-4000-8000-000000000000');
    const seen = await Promise.all([
      errorsOf(MEMBERS, { id }, stranger, 'employer'),
      errorsOf(MEMBERS, { id }, staff, 'employer'),
      errorsOf(MEMBERS, { id: none }, stranger, 'employer'),
      errorsOf(REGISTRATION, { id }, stranger, 'employer'),
      errorsOf(REGISTRATION, { id: none }, stranger, 'employer'),
    ]);
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(seen[0]?.[0]?.[1]).toBe('NOT_FOUND');
  });
});

describe('an employer of the office’s book', () => {
  const bookEmployer = () =>
    world.seed(async (manager) => {
      const { id } = await anEmployer(manager, {
        ...{ name: 'PT Buku (contoh)', verification: 'UNVERIFIED', sourceKind: 'IMPORT' },
      });
      await manager.query(
        `INSERT INTO employer_book_entries (employer_id, source_name, row_key, content_hash, file_digest, row_number,
           business_id_number, contact_name, is_created, imported_at)
         VALUES ($1, 'buku', '\\x01', '\\x01', '\\x01', 2, $2, 'Ibu Rina', true, now())`,
        [id, NIB],
      );
      return encodeNodeId('Employer', id);
    });

  it('is claimed by its number, and is the claimant’s once the office has verified it', async () => {
    const officer = await world.seed((manager) => anOfficer(manager));
    const book = await bookEmployer();
    const { employer, userErrors } = await register({ name: 'Nama Lain' });
    expect(userErrors).toEqual([]);
    expect(employer).toEqual({ id: book, name: 'PT Buku (contoh)', verification: 'PENDING' });
    expect(await employersOf(founder)).toEqual([]);
    const variables = { id: book };
    const asking = { audience: 'employer', accountId: founder.id, variables } as const;
    expect(await world.data(REGISTRATION, asking)).toMatchObject({
      employerRegistration: { businessIdNumber: NIB, decidedAt: null },
    });
    const queue = '{ verificationQueue { edges { node { bookEntries { source contactName } } } } }';
    const bookEntries = [{ source: 'buku', contactName: 'Ibu Rina' }];
    expect(await world.data(queue, { audience: 'office', accountId: officer.id })).toEqual({
      verificationQueue: { edges: [{ node: { bookEntries } }] },
    });
    await mutate(
      DECIDE,
      { employerId: book, decision: 'VERIFY', reason: 'NIB sesuai' },
      officer,
      'office',
    );
    expect(await employersOf(founder)).toEqual([book]);
  });

  it('waits for nobody else while somebody claims it, and for the next one after a refusal', async () => {
    const [officer, other] = await world.seed(async (manager) => [
      await anOfficer(manager),
      await anAccount(manager),
    ]);
    const book = await bookEmployer();
    await register();
    expect(codesOf(await register({}, other))).toEqual(['DUPLICATE_ENTRY']);
    await mutate(
      DECIDE,
      { employerId: book, decision: 'REJECT', reason: 'Bukan' },
      officer,
      'office',
    );
    expect((await register({}, other)).employer?.id).toBe(book);
    await mutate(DECIDE, { employerId: book, decision: 'VERIFY', reason: 'Ya' }, officer, 'office');
    expect(await employersOf(other)).toEqual([book]);
    expect(await employersOf(founder)).toEqual([]);
  });
});
