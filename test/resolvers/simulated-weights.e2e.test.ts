import type { Account, Vacancy } from '../../src/entities';
import type { PartWeights } from '../../src/matching/core/facts';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { aCandidate, anEmployerWithOwner, aVacancy, holds, should } from '../builders';
import { type GraphWorld, startGraphWorld } from './graph-world';

let world: GraphWorld;
let account: Account;
let vacancy: Vacancy;
let weighed: Vacancy;

const COMPETENCE = { competency: 20_000, distance: 5_000 };

/** Twenty live beside the work and half know it, twenty know it and live far away. */
beforeAll(async () => {
  world = await startGraphWorld();
  await world.seed(async (manager) => {
    const owner = await anEmployerWithOwner(manager);
    account = owner.account;
    const common = {
      employerId: owner.employer.id,
      regionCodes: ['72.71.01', '72'],
      requirements: [should('patroli', 3), should('cctv', 3)],
    };
    vacancy = await aVacancy(manager, common);
    weighed = await aVacancy(manager, { ...common, ...columns(COMPETENCE) });
    for (let each = 0; each < 20; each++) {
      await aCandidate(manager, {
        regionCode: '72.71.01',
        competencies: [holds('patroli', 3), holds('cctv', 1)],
      });
      await aCandidate(manager, {
        regionCode: '72.10.01',
        competencies: [holds('patroli', 3), holds('cctv', 3)],
      });
    }
  });
  await world.refresh();
});

afterAll(async () => {
  await world.stop();
});

function columns(weights: Partial<PartWeights>) {
  return Object.fromEntries(Object.entries(weights).map(([part, bp]) => [`${part}WeightBp`, bp]));
}

const COUNTS = 'eligible { text } strong { text } possible { text }';
const QUERY = `query ($id: ID!, $partWeights: PartWeightsInput) {
  simulateVacancy(vacancyId: $id, changes: [], partWeights: $partWeights) {
    before { ${COUNTS} } after { ${COUNTS} } entered { text } displaced { text } } }`;
type Counts = Record<'eligible' | 'strong' | 'possible', { text: string }>;
const asking = (partWeights?: Partial<PartWeights> | null, row = vacancy) => ({
  accountId: account.id,
  variables: {
    id: encodeNodeId('Vacancy', row.id),
    ...(partWeights === undefined ? {} : { partWeights }),
  },
});
const simulate = async (partWeights?: Partial<PartWeights> | null, row = vacancy) => {
  const { simulateVacancy } = await world.data<{
    simulateVacancy: { before: Counts; after: Counts; entered: { text: string } };
  }>(QUERY, asking(partWeights, row));
  return simulateVacancy;
};
const spent = () =>
  world.seed(async (manager) => {
    const [row]: { count: number }[] = await manager.query(
      'SELECT count(*)::int AS count FROM asked_questions WHERE is_counted',
    );
    return row?.count ?? 0;
  });

/** As a count below five is printed, none included. */
const NOBODY = '<5';

describe('simulateVacancy with partWeights', () => {
  it('lets those into the first places whom the weights favour', async () => {
    // 20 + 5 of the first 25 live near, then 20 + 5 of them know the work.
    expect(await simulate(COMPETENCE)).toMatchObject({ entered: { text: '15' } });
    expect(await simulate({}, weighed)).toMatchObject({ entered: { text: '15' } });
  });

  it('says what a vacancy that has these weights says', async () => {
    const own = await simulate(undefined, weighed);
    const { before, after } = await simulate(COMPETENCE);
    expect(after).toEqual(own.before);
    const back = await simulate({}, weighed);
    expect(back.after).toEqual(before);
  });

  it('leaves the weights as they are when none are given', async () => {
    for (const row of [vacancy, weighed]) {
      for (const weights of [undefined, null]) {
        const { before, after, entered } = await simulate(weights, row);
        expect([after, entered.text]).toEqual([before, NOBODY]);
      }
    }
  });

  it('is a new question for other weights, and the same one for those it has', async () => {
    await simulate();
    const before = await spent();
    await simulate({});
    await simulate({ availability: 10_000 });
    expect(await spent()).toBe(before);
    await simulate({ education: 5_001 });
    await simulate({ education: 5_001 });
    expect(await spent()).toBe(before + 1);
    await simulate({ education: 5_002 });
    expect(await spent()).toBe(before + 2);
  });

  it.each([
    ['competency', 4_999],
    ['experience', 20_001],
    ['distance', 0],
    ['education', -10_000],
    ['availability', 1_000_000],
  ] as const)('refuses %s of %d by code and field', async (part, weightBp) => {
    const { data, errors } = await world.ask(QUERY, asking({ [part]: weightBp }));
    expect(data ?? null).toBeNull();
    const refusal = errors?.[0]?.originalError;
    expect(refusal instanceof AggregateError && refusal.errors[0]).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: ['partWeights', part],
    });
  });
});
