import type { Account, Vacancy } from '../../src/entities';
import type { PartWeights } from '../../src/matching/core/facts';
import { PART_BP } from '../../src/matching/core/parts';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { aCrowd, anEmployerWithOwner, aVacancy, holds, should } from '../builders';
import { type GraphWorld, NOW, startGraphWorld } from './graph-world';

let world: GraphWorld;
let account: Account;
let vacancy: Vacancy;

beforeAll(async () => {
  world = await startGraphWorld();
  await world.seed(async (manager) => {
    const owner = await anEmployerWithOwner(manager);
    account = owner.account;
    vacancy = await aVacancy(manager, {
      employerId: owner.employer.id,
      requirements: [should('patroli', 3)],
    });
    for (const level of [3, 5]) {
      await aCrowd(manager, { competencies: [holds('patroli', level)] }, 5);
    }
  });
  await world.refresh();
});

afterAll(async () => {
  await world.stop();
});

const id = () => encodeNodeId('Vacancy', vacancy.id);
const content = (partWeights?: Partial<PartWeights> | null) => ({
  title: 'Satpam gudang',
  occupationId: encodeNodeId('Occupation', 'satpam-security'),
  description: 'Menjaga gudang.',
  regionCodes: ['72.71'],
  wageMin: '3700000',
  wageUnit: 'MONTH',
  validThrough: new Date(NOW.getTime() + 30 * 86_400_000).toISOString(),
  requirements: [
    {
      kind: 'COMPETENCY',
      necessity: 'SHOULD',
      minLevel: 'INDEPENDENT',
      competencyId: encodeNodeId('Competency', 'patroli'),
    },
    { kind: 'EDUCATION', necessity: 'NICE', education: 'SMA' },
    { kind: 'EXPERIENCE', necessity: 'NICE', minMonths: 0 },
  ],
  ...(partWeights === undefined ? {} : { partWeights }),
});

const WEIGHTS = 'partWeights { competency experience distance education availability }';
const UPDATE = `mutation ($input: UpdateVacancyInput!) { updateVacancy(input: $input) {
  vacancy { version ${WEIGHTS} } userErrors { code path } } }`;
let attempts = 0;
const updating = (version: number, partWeights?: Partial<PartWeights> | null) => ({
  accountId: account.id,
  variables: {
    input: {
      clientMutationId: `weigh-${++attempts}`,
      id: id(),
      expectedVersion: version,
      content: content(partWeights),
    },
  },
});
const update = async (version: number, partWeights?: Partial<PartWeights> | null) => {
  const { updateVacancy } = await world.data<{ updateVacancy: unknown }>(
    UPDATE,
    updating(version, partWeights),
  );
  await world.renew(vacancy.id);
  return updateVacancy;
};

interface Line {
  factor: string;
  weightBp: number;
  partWeightBp: number;
  contributionBp: number;
  note: string;
}
const rank = async () => {
  const { vacancy: found } = await world.data<{
    vacancy: { rankedCandidates: { edges: { match: { scoreBp: number; factors: Line[] } }[] } };
  }>(
    `query ($id: ID!) { vacancy(id: $id) { rankedCandidates { edges { match {
      scoreBp factors { factor weightBp partWeightBp contributionBp note(lang: EN) } } } } } }`,
    { accountId: account.id, variables: { id: id() } },
  );
  return found.rankedCandidates.edges.map(({ match }) => match);
};
const ORDINARY = {
  competency: 10_000,
  experience: 10_000,
  distance: 10_000,
  education: 10_000,
  availability: 10_000,
};

describe('partWeights', () => {
  it('are ordinary unless they are given, and then no line speaks of them', async () => {
    expect(await update(1)).toEqual({
      vacancy: { version: 2, partWeights: ORDINARY },
      userErrors: [],
    });
    const [best] = await rank();
    const distance = best?.factors.find(({ factor }) => factor === 'DISTANCE');
    expect(distance).toMatchObject({ weightBp: PART_BP.distance, partWeightBp: 10_000 });
    expect(best?.factors.some(({ note }) => note.includes('weighs'))).toBe(false);
  });

  it('make a new version, move the shares and stand in every line', async () => {
    expect(await update(2, { distance: 20_000, education: 5_000 })).toEqual({
      vacancy: { version: 3, partWeights: { ...ORDINARY, distance: 20_000, education: 5_000 } },
      userErrors: [],
    });
    const ranked = await rank();
    expect(ranked).toHaveLength(10);
    for (const { scoreBp, factors } of ranked) {
      const sum = (of: (line: Line) => number) => factors.reduce((all, one) => all + of(one), 0);
      expect([sum((one) => one.weightBp), sum((one) => one.contributionBp)]).toEqual([
        10_000,
        scoreBp,
      ]);
      const line = (wanted: string) => factors.find(({ factor }) => factor === wanted);
      // 7,000 + 1,000 + 2 × 1,000 + ½ × 500 + 500 = 10,750.
      expect(line('DISTANCE')).toMatchObject({ weightBp: 1_860, partWeightBp: 20_000 });
      expect(line('DISTANCE')?.note).toMatch(/; the employer weighs this part 200%$/);
      expect(line('EDUCATION')).toMatchObject({ weightBp: 233, partWeightBp: 5_000 });
      expect(line('EXPERIENCE')).toMatchObject({ weightBp: 930, partWeightBp: 10_000 });
      expect(line('EXPERIENCE')?.note).not.toMatch(/weighs/);
    }
  });

  it('are new questions about people when they are changed', async () => {
    const counted = () =>
      world.seed(async (manager) => {
        const [row]: { counted: number }[] = await manager.query(
          'SELECT count(*)::int AS counted FROM asked_questions WHERE vacancy_id = $1 AND is_counted',
          [vacancy.id],
        );
        return row?.counted ?? 0;
      });
    const before = await counted();
    await update(3, { distance: 20_000, education: 5_001 });
    await rank();
    expect(await counted()).toBe(before + 1);
    await rank();
    expect(await counted()).toBe(before + 1);
    await update(4, { distance: 20_000, education: 5_002 });
    await rank();
    expect(await counted()).toBe(before + 2);
  });

  it.each([
    ['competency', 4_999],
    ['experience', 20_001],
    ['distance', 0],
    ['education', -10_000],
    ['availability', 1_000_000],
  ] as const)('refuses %s of %d by code and field', async (part, weightBp) => {
    const { data, errors } = await world.ask(UPDATE, updating(5, { [part]: weightBp }));
    expect(data ?? null).toBeNull();
    const refusal = errors?.[0]?.originalError;
    expect(refusal instanceof AggregateError && refusal.errors[0]).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: ['input', 'content', 'partWeights', part],
    });
  });

  it('take null for all ordinary', async () => {
    expect(await update(5, null)).toMatchObject({ vacancy: { partWeights: ORDINARY } });
  });

  it('are kept to their bounds by the database as well', async () => {
    const write = world.seed((manager) =>
      manager.query('UPDATE vacancies SET distance_weight_bp = 20001 WHERE id = $1', [vacancy.id]),
    );
    await expect(write).rejects.toThrow('ck_vacancies_weights');
  });
});
