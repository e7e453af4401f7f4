import { DisabilityProfile } from '../../src/entities';
import { holds } from '../builders';
import { type GraphWorld, NOW, startGraphWorld } from '../resolvers/graph-world';
import { announced, as, occupationId, problemsOf, signedIn } from './own-world';

let world: GraphWorld;
let now = NOW;
beforeAll(async () => {
  world = await startGraphWorld({ clock: { now: () => now } });
});
afterAll(() => world.stop());

const ME = `id version status matchingConsentAt confirmedOn reconfirmDueOn fullName phone email birthDate gender address
  region { code } identityRegion { code } willingRegions { code } education employmentTypes availableFrom expectedWage
  competencies { competency { id } level } workExperiences { title employerName from to occupation { id } }
  disability { kinds accommodations } hints`;
const UPDATE = `mutation ($input: UpdateProfileInput!) {
  updateProfile(input: $input) { me { ${ME} } userErrors { code path message(lang: EN) } } }`;
const WORK = `mutation ($input: ReplaceWorkExperiencesInput!) {
  replaceWorkExperiences(input: $input) { me { ${ME} } userErrors { code path } } }`;
const DISABILITY = `mutation ($input: DisabilityProfileInput!) {
  setDisabilityProfile(input: $input) { me { ${ME} } userErrors { code path } } }`;

interface Answer {
  me: Record<string, unknown> | null;
  userErrors: { code: string; path: string[]; message: string }[];
}

let attempts = 0;
const key = () => {
  attempts += 1;
  return `attempt ${attempts}`;
};
const change = async (query: string, account: { id: string }, input: object): Promise<Answer> => {
  const variables = { input: { clientMutationId: key(), ...input } };
  const data = await world.data<Record<string, Answer>>(query, as(account, variables));
  return Object.values(data)[0];
};
const refusalOf = async (query: string, asking: object) => {
  const { errors } = await world.ask(query, asking);
  const thrown = errors?.[0]?.originalError;
  return thrown instanceof AggregateError ? thrown.errors[0] : thrown;
};

const profile = {
  fullName: ' Orang Baru (contoh) ',
  phone: '0851-2345-6789',
  email: 'orang@contoh.id',
  birthDate: '2000-02-29',
  gender: 'FEMALE',
  regionCode: '72.71.01',
  identityRegionCode: '73.71',
  education: 'SMK',
  employmentTypes: ['PERMANENT', 'DAILY'],
  availableFrom: '2026-12-01',
  willingRegionCodes: ['72.71', 'ID'],
  expectedWage: '3619464',
};

describe('me', () => {
  it('is nobody before registration, and asks for a sign-in', async () => {
    const { account } = await signedIn(world, { status: 'ERASED' });
    expect(await world.data('{ me { id } }', as(account))).toEqual({ me: null });
    expect(await refusalOf('{ me { id } }', { audience: 'candidate' })).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('says what is missing, until nothing is', async () => {
    const bare = await signedIn(world, {
      regionCode: '72',
      education: null,
      matchingConsentAt: null,
      confirmedOn: '2026-06-01',
    });
    const { me } = await world.data<{ me: { hints: string[] } }>(
      '{ me { hints } }',
      as(bare.account),
    );
    expect(me.hints).toEqual([
      'AGREE_TO_MATCHING',
      'RECONFIRM_SEARCH',
      'ADD_COMPETENCIES',
      'NAME_DISTRICT',
      'ADD_WORK_EXPERIENCE',
      'STATE_EDUCATION',
      'STATE_EMPLOYMENT_TYPES',
      'STATE_AVAILABILITY',
      'ADD_CONTACT',
    ]);
    const complete = await signedIn(world, {
      phone: '+6285123456789',
      employmentTypes: ['DAILY'],
      availableFrom: '2026-12-01',
      competencies: ['patroli', 'cctv', 'p3k', 'las-smaw', 'bahasa-inggris'].map((one) =>
        holds(one),
      ),
      experiences: [{ occupationId: 'satpam-security' }],
    });
    expect(await world.data('{ me { hints } }', as(complete.account))).toEqual({
      me: { hints: [] },
    });
  });
});

describe('updateProfile', () => {
  it('replaces what the person says of themselves, and announces it', async () => {
    const { account, person } = await signedIn(world);
    const { me, userErrors } = await change(UPDATE, account, { expectedVersion: 1, profile });
    expect(userErrors).toEqual([]);
    expect(me).toMatchObject({
      version: 2,
      status: 'ACTIVE',
      fullName: 'Orang Baru (contoh)',
      phone: '+6285123456789',
      birthDate: '2000-02-29',
      region: { code: '72.71.01' },
      identityRegion: { code: '73.71' },
      willingRegions: [{ code: '72.71' }, { code: 'ID' }],
      employmentTypes: ['PERMANENT', 'DAILY'],
      expectedWage: '3619464',
      reconfirmDueOn: '2027-04-30',
    });
    expect(await announced(world, person.id)).toEqual(['candidate.updated']);
  });

  it('is a conflict with the current version when somebody was faster', async () => {
    const { account } = await signedIn(world, { version: 7 });
    const input = { clientMutationId: key(), expectedVersion: 6, profile };
    expect(await refusalOf(UPDATE, as(account, { input }))).toMatchObject({
      code: 'CONFLICT',
      parameters: { version: 7 },
    });
  });

  it('names each field that is wrong, without its value', async () => {
    const { account } = await signedIn(world);
    const wrong = {
      ...profile,
      fullName: '\u200b',
      phone: '021 555 0000',
      email: 'orang contoh.id',
      regionCode: '72.99',
      identityRegionCode: '09',
      willingRegionCodes: ['72.71', '72.71'],
    };
    const refused = await change(UPDATE, account, { expectedVersion: 1, profile: wrong });
    expect(problemsOf(refused)).toEqual([
      ['TEXT_INVALID', 'fullName'],
      ['ADDRESS_INVALID', 'phone'],
      ['ADDRESS_INVALID', 'email'],
      ['DUPLICATE_ENTRY', 'willingRegionCodes.1'],
      ['UNKNOWN_REFERENCE', 'regionCode'],
      ['UNKNOWN_REFERENCE', 'identityRegionCode'],
    ]);
    expect(JSON.stringify(refused)).not.toContain('555');
    for (const [field, value] of [
      ['regionCode', 'ID'],
      ['willingRegionCodes', ['1', '2', '3', '4', '5', '6']],
      ['fullName', 'x'.repeat(201)],
    ] as const) {
      const input = {
        clientMutationId: key(),
        expectedVersion: 1,
        profile: { ...profile, [field]: value },
      };
      expect(await refusalOf(UPDATE, as(account, { input }))).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: expect.arrayContaining(['input', 'profile', field]),
      });
    }
  });

  it('tells who is under age that a guardian consents first', async () => {
    const { account } = await signedIn(world);
    const at = async (birthDate: string) =>
      problemsOf(
        await change(UPDATE, account, { expectedVersion: 1, profile: { ...profile, birthDate } }),
      );
    expect(await at('2008-11-22')).toEqual([['GUARDIAN_CONSENT_REQUIRED', 'birthDate']]);
    expect(await at('2008-11-21')).toEqual([]);
  });
});

describe('replaceWorkExperiences', () => {
  const work = { title: 'Satpam', from: '2020-01-01', to: '2023-05-31' };

  it('lists the work anew', async () => {
    const { account, person } = await signedIn(world, { experiences: [{ title: 'Lama' }] });
    const { me } = await change(WORK, account, {
      expectedVersion: 1,
      workExperiences: [
        { ...work, employerName: 'Toko (contoh)', occupationId: occupationId('satpam-security') },
        { title: 'Kasir', from: '2024-01-01' },
      ],
    });
    expect(me?.workExperiences).toEqual([
      { title: 'Kasir', employerName: null, from: '2024-01-01', to: null, occupation: null },
      {
        ...work,
        employerName: 'Toko (contoh)',
        occupation: { id: occupationId('satpam-security') },
      },
    ]);
    expect(await announced(world, person.id)).toEqual(['candidate.updated']);
  });

  it('takes what began today at the office, where it is yesterday in Greenwich', async () => {
    const { account } = await signedIn(world);
    now = new Date('2026-11-30T16:30:00Z');
    const today = { ...work, from: '2026-12-01', to: '2026-12-01' };
    const { userErrors } = await change(WORK, account, {
      expectedVersion: 1,
      workExperiences: [today],
    });
    now = NOW;
    expect(userErrors).toEqual([]);
  });

  it('names the entry at fault', async () => {
    const { account } = await signedIn(world);
    const refused = await change(WORK, account, {
      expectedVersion: 1,
      workExperiences: [
        { ...work, to: '2019-12-31' },
        { ...work, from: '2027-01-01', to: null },
        { ...work, title: ' ', occupationId: occupationId('tidak-ada') },
      ],
    });
    expect(problemsOf(refused)).toEqual([
      ['DATE_INVALID', 'workExperiences.0.to'],
      ['DATE_INVALID', 'workExperiences.1.from'],
      ['TEXT_INVALID', 'workExperiences.2.title'],
      ['UNKNOWN_REFERENCE', 'workExperiences.2.occupationId'],
    ]);
  });
});

describe('setDisabilityProfile', () => {
  it('is said, changed and taken back by the person, and announced to nobody', async () => {
    const { account, person } = await signedIn(world);
    const said = await change(DISABILITY, account, {
      kinds: ['SENSORY'],
      accommodations: ['SCREEN_READER'],
    });
    expect(said.me?.disability).toEqual({ kinds: ['SENSORY'], accommodations: ['SCREEN_READER'] });
    const none = await change(DISABILITY, account, { kinds: [] });
    expect(none.me?.disability).toEqual({ kinds: [], accommodations: [] });
    expect((await change(DISABILITY, account, {})).me?.disability).toBeNull();
    expect(await announced(world, person.id)).toEqual([]);
  });

  it('is not read by the service itself', async () => {
    const { account } = await signedIn(world);
    await change(DISABILITY, account, { kinds: ['PHYSICAL'] });
    expect(await world.seed((manager) => manager.count(DisabilityProfile))).toBe(0);
  });
});
