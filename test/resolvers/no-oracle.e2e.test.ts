import { type Account, type Candidate, Requirement, Vacancy } from '../../src/entities';
import { educationLevels } from '../../src/entities/vocabulary';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { aCrowd, anEmployerWithOwner, aVacancy, holds, must, should } from '../builders';
import { type GraphWorld, startGraphWorld } from './graph-world';

let world: GraphWorld;
let account: Account;
let vacancy: Vacancy;
let asked: Requirement[];

/** Two people with the same bands, and nothing else in common; of each there are three, so that the bands are told. */
const twins: readonly Partial<Candidate>[] = [
  { fullName: 'Satu (contoh)', regionCode: '72.71.01.1004', education: 'D4' },
  { fullName: 'Dua (contoh)', regionCode: '72.71.01', education: 'PROFESSION' },
];

beforeAll(async () => {
  world = await startGraphWorld();
  await world.seed(async (manager) => {
    const owner = await anEmployerWithOwner(manager);
    account = owner.account;
    vacancy = await aVacancy(manager, {
      employerId: owner.employer.id,
      requirements: [
        must('patroli', 1),
        should('cctv', 4),
        { kind: 'EDUCATION', education: 'S1', necessity: 'SHOULD' },
        { kind: 'EXPERIENCE', minMonths: 24, necessity: 'SHOULD' },
      ],
    });
    const ends = ['2026-08-01', '2025-02-01'];
    for (const [at, twin] of twins.entries()) {
      const values = {
        ...twin,
        availableFrom: at === 0 ? '2027-01-02' : '2027-03-20',
        competencies: [holds('patroli', 4 + at), holds('cctv', 2 - at)],
        experiences: [
          { occupationId: 'satpam-security', startedOn: '2024-01-01', endedOn: ends[at] },
        ],
      };
      await aCrowd(manager, values, 3);
    }
    asked = await manager.find(Requirement, {
      where: { vacancyId: vacancy.id },
      order: { position: 'ASC' },
    });
  });
  await world.refresh();
});

afterAll(async () => {
  await world.stop();
});

const QUERY = `query ($id: ID!) { vacancy(id: $id) { rankedCandidates(first: 10) { totalEligible edges {
  rank tiedWith scoreBp verdict withheld
  node { education experience occupation availability employmentTypeFits distance
    competencies { competency { id } band } }
  match { scoreBp verdict explanation eligibility { check result reason }
    factors { factor weightBp fulfilmentBp contributionBp via isUnstated note }
    gaps { haveBand needLevel } counterfactuals { kind newScoreBp newRank newVerdict text } } } } } }`;

interface Answer {
  vacancy: { rankedCandidates: { edges: unknown[] } };
}

/** What an employer would write into a draft, one thing after another. */
const moves: readonly (() => Promise<unknown>)[] = [
  ...[1, 2, 3, 4, 5].flatMap((minLevel) =>
    [0, 1].map((at) => () => move(Requirement, asked[at]?.id, { minLevel })),
  ),
  ...educationLevels.map((education) => () => move(Requirement, asked[2]?.id, { education })),
  ...[1, 11, 12, 13, 24, 30, 36].map(
    (minMonths) => () => move(Requirement, asked[3]?.id, { minMonths }),
  ),
  ...['2026-12-01', '2027-01-01', '2027-02-01', '2027-03-01', '2027-04-01'].map(
    (startsOn) => () => move(Vacancy, vacancy.id, { startsOn }),
  ),
  ...[5_000, 17_321].map((weightBp) => () => move(Requirement, asked[1]?.id, { weightBp })),
];

function move(
  kind: typeof Requirement | typeof Vacancy,
  id: string | undefined,
  change: Partial<Requirement> | Partial<Vacancy>,
) {
  return world.seed((manager) => manager.update(kind, { id }, change));
}

describe('rankedCandidates', () => {
  it('answers alike for two people of the same bands, whatever is asked for', async () => {
    const answers = new Set<string>();
    for (const make of moves) {
      await make();
      await world.seed((manager) => manager.increment(Vacancy, { id: vacancy.id }, 'version', 1));
      await world.renew(vacancy.id);
      const asking = {
        accountId: account.id,
        variables: { id: encodeNodeId('Vacancy', vacancy.id) },
      };
      const found = await world.data<Answer>(QUERY, asking);
      const { edges } = found.vacancy.rankedCandidates;
      expect([0, 6]).toContain(edges.length);
      expect(edges).toEqual(edges.map(() => edges[0]));
      answers.add(JSON.stringify(edges));
    }
    expect(answers.size).toBeGreaterThan(10);
  });
});
