import { Candidate } from '../../src/entities';
import { anAccount } from '../builders';
import { type GraphWorld, startGraphWorld } from '../resolvers/graph-world';
import { announced, as, problemsOf } from './own-world';

let world: GraphWorld;
beforeAll(async () => {
  world = await startGraphWorld();
});
afterAll(() => world.stop());

const REGISTER = `mutation ($input: RegisterCandidateInput!, $text: String!) {
  registerCandidate(input: $input, consentTextVersion: $text) {
    me { id version status matchingConsentAt fullName confirmedOn } userErrors { code path message(lang: EN) } } }`;

interface Answer {
  me: { id: string; status: string; matchingConsentAt: Date } | null;
  userErrors: { code: string; path: string[]; message: string }[];
}
const profile = { fullName: 'Orang Baru (contoh)', regionCode: '72.71.01.1004' };
const register = async (
  account: { id: string },
  values: object = {},
  { key = 'first', text = '1' } = {},
): Promise<Answer> => {
  const input = { clientMutationId: key, profile: { ...profile, ...values } };
  const variables = { input, text };
  return (await world.data<{ registerCandidate: Answer }>(REGISTER, as(account, variables)))
    .registerCandidate;
};
const newAccount = () => world.seed((manager) => anAccount(manager));
const personOf = (accountId: string) =>
  world.seed((manager) => manager.findBy(Candidate, { accountId }));

describe('registerCandidate', () => {
  it('makes the account a person in rankings, with the consent in the ledger', async () => {
    const account = await newAccount();
    const { me, userErrors } = await register(account);
    expect(userErrors).toEqual([]);
    expect(me).toMatchObject({
      status: 'ACTIVE',
      matchingConsentAt: new Date('2026-11-21T01:00:00Z'),
      confirmedOn: '2026-11-21',
      version: 2,
    });
    const [person] = await personOf(account.id);
    expect(await announced(world, person.id)).toEqual([
      'candidate.created',
      'candidate.consent_granted',
    ]);
    const consents = await world.seed((manager) =>
      manager.query('SELECT purpose, text_version, channel FROM consents WHERE candidate_id = $1', [
        person.id,
      ]),
    );
    expect(consents).toEqual([{ purpose: 'MATCHING', text_version: '1', channel: 'SELF' }]);
  });

  it('is ranked for a vacancy of the district where the person lives', async () => {
    const account = await newAccount();
    await register(account);
    await world.refresh();
    const { recommendedVacancies } = await world.data<{
      recommendedVacancies: { totalConsidered: number };
    }>('{ recommendedVacancies { totalConsidered } }', as(account));
    expect(recommendedVacancies.totalConsidered).toBe(0);
  });

  it('gives an account one person, also when asked twenty times at once', async () => {
    const account = await newAccount();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => register(account, {}, { key: `attempt ${at}` })),
    );
    expect(answers.filter(({ me }) => me !== null)).toHaveLength(1);
    for (const answer of answers.filter(({ me }) => me === null)) {
      expect(problemsOf(answer)).toEqual([['ALREADY_REGISTERED', 'clientMutationId']]);
    }
    expect(await personOf(account.id)).toHaveLength(1);
  });

  it('answers a repetition as the first time', async () => {
    const account = await newAccount();
    const first = await register(account);
    expect(await register(account)).toEqual(first);
  });

  it('matches nobody under age before a guardian agrees', async () => {
    const account = await newAccount();
    const refused = await register(account, { birthDate: '2010-01-01' });
    expect(problemsOf(refused)).toEqual([['GUARDIAN_CONSENT_REQUIRED', 'birthDate']]);
    expect(refused.userErrors[0].message).toContain('consent of a guardian');
    expect(await personOf(account.id)).toEqual([]);
  });

  it('takes agreement to the words in use only', async () => {
    const account = await newAccount();
    const refused = await register(account, { regionCode: '99.99' }, { text: '0' });
    expect(problemsOf(refused)).toEqual([
      ['UNKNOWN_REFERENCE', 'regionCode'],
      ['CONSENT_TEXT_OUTDATED', 'consentTextVersion'],
    ]);
  });
});
