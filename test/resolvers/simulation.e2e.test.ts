import type { Account, Requirement, Vacancy } from '../../src/entities';
import { Requirement as RequirementRow } from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { QUESTIONS_AN_HOUR } from '../../src/services/matching/question-budget';
import { aCandidate, anEmployerWithOwner, aVacancy, holds, must, should } from '../builders';
import { type GraphWorld, startGraphWorld } from './graph-world';

let world: GraphWorld;
let account: Account;
let vacancy: Vacancy;
let asked: Requirement[];

beforeAll(async () => {
  world = await startGraphWorld();
  await world.seed(async (manager) => {
    const owner = await anEmployerWithOwner(manager);
    account = owner.account;
    vacancy = await aVacancy(manager, {
      employerId: owner.employer.id,
      requirements: [
        must('patroli', 2),
        must('cctv', 4),
        should('p3k'),
        { kind: 'EDUCATION', education: 'SMA', necessity: 'MUST' },
      ],
    });
    for (let number = 0; number < 18; number++) {
      await aCandidate(manager, {
        education: number < 12 ? 'SMA' : 'SMP',
        competencies: [holds('patroli', 3), holds('cctv', number < 6 ? 4 : 2)],
      });
    }
    asked = await manager.find(RequirementRow, {
      where: { vacancyId: vacancy.id },
      order: { position: 'ASC' },
    });
  });
  await world.refresh();
});

afterAll(async () => {
  await world.stop();
});

const QUERY = `query ($id: ID!, $changes: [VacancyChangeInput!]!) {
  simulateVacancy(vacancyId: $id, changes: $changes) { considered
    before { eligible { value text } strong { text } possible { text } }
    after { eligible { value text } }
    exclusions { requirement { kind competency { label } } excludedOnlyBy { value text } }
    entered { value text } displaced { text } }
}`;
const PLACED = `query ($id: ID!, $changes: [VacancyChangeInput!]!, $regionCodes: [String!], $isRemote: Boolean) {
  simulateVacancy(vacancyId: $id, changes: $changes, regionCodes: $regionCodes, isRemote: $isRemote) { considered
    before { eligible { text } } after { eligible { text } } entered { text } displaced { text } }
}`;
const requirementId = (at: number) => encodeNodeId('Requirement', asked[at]?.id ?? '');
const asking = (changes: unknown[], who = account, row = vacancy) => ({
  accountId: who.id,
  variables: { id: encodeNodeId('Vacancy', row.id), changes },
});

describe('simulateVacancy', () => {
  it('counts before and after, and whom each must alone excludes', async () => {
    const changes = [{ requirementId: requirementId(1), necessity: 'SHOULD' }];
    const { simulateVacancy } = await world.data<Record<string, unknown>>(QUERY, asking(changes));
    expect(simulateVacancy).toMatchObject({
      considered: 18,
      before: { eligible: { value: 6, text: '6' } },
      after: { eligible: { value: 12, text: '12' } },
      exclusions: [
        { requirement: { kind: 'COMPETENCY' }, excludedOnlyBy: { value: null, text: '<5' } },
        { requirement: { kind: 'COMPETENCY' }, excludedOnlyBy: { value: 6, text: '6' } },
        { requirement: { kind: 'EDUCATION' }, excludedOnlyBy: { value: null, text: '<5' } },
      ],
      entered: { value: 6, text: '6' },
      displaced: { text: '<5' },
    });
  });

  it('says the same as the ranking of the vacancy without the requirement', async () => {
    const ranking = `query ($id: ID!, $without: [ID!]) {
      vacancy(id: $id) { rankedCandidates(without: $without) { totalEligible } } }`;
    const { vacancy: ranked } = await world.data<{
      vacancy: { rankedCandidates: { totalEligible: number } };
    }>(ranking, {
      accountId: account.id,
      variables: { id: encodeNodeId('Vacancy', vacancy.id), without: [requirementId(1)] },
    });
    const changes = [{ requirementId: requirementId(1), remove: true }];
    const { simulateVacancy } = await world.data<{
      simulateVacancy: { after: { eligible: { value: number } } };
    }>(QUERY, asking(changes));
    expect(simulateVacancy.after.eligible.value).toBe(ranked.rankedCandidates.totalEligible);
  });

  it('counts who would be reached elsewhere, farther and nearer, over all people', async () => {
    const own = await world.seed(async (manager) => {
      const owner = await anEmployerWithOwner(manager);
      const row = await aVacancy(manager, {
        employerId: owner.employer.id,
        requirements: [must('p3k')],
      });
      for (const [regionCode, count] of [
        ['72.71.01', 6],
        ['72.10.01', 26],
      ] as const) {
        for (let number = 0; number < count; number++) {
          await aCandidate(manager, { regionCode, competencies: [holds('p3k', 3)] });
        }
      }
      return { ...owner, row };
    });
    await world.refresh();
    const placed = async (place: Record<string, unknown>) => {
      const { accountId, variables } = asking([], own.account, own.row);
      const { simulateVacancy } = await world.data<Record<string, unknown>>(PLACED, {
        accountId,
        variables: { ...variables, ...place },
      });
      return simulateVacancy;
    };
    const before = { eligible: { text: '6' } };
    const [few, none] = [{ text: '<5' }, { text: '<5' }];
    expect(await placed({})).toMatchObject({ before, after: before, entered: none });
    const both = { eligible: { text: '32' } };
    const wider = await placed({ regionCodes: ['72.71', '72.10'] });
    expect(wider).toMatchObject({ considered: 50, before, after: both });
    // A district stands for its regency: nobody learns where in it somebody lives.
    const district = await placed({ regionCodes: ['72.71', '72.10.01'] });
    expect(district).toMatchObject({ before, after: both });
    expect(await placed({ regionCodes: ['ID'], isRemote: true })).toMatchObject({ after: both });
    expect(await placed({ regionCodes: ['72.10'] })).toMatchObject({
      before,
      after: { eligible: { text: '26' } },
      entered: { text: '25' },
      displaced: { text: '6' },
    });
    expect(await placed({ regionCodes: ['31.71'] })).toMatchObject({
      before,
      after: { eligible: few },
      displaced: { text: '6' },
    });
  });

  it.each([
    ['a region that there is not', ['72.71', '99.99'], 'NOT_FOUND', ['regionCodes.1']],
    ['a region twice', ['72.71', '72.71'], 'BAD_USER_INPUT', ['regionCodes', '1']],
  ])('refuses %s', async (_, regionCodes, code, field) => {
    const { accountId, variables } = asking([]);
    const { errors } = await world.ask(PLACED, {
      accountId,
      variables: { ...variables, regionCodes },
    });
    expect(errors?.[0]?.originalError).toMatchObject({ code, field });
  });

  it.each([
    ['no region at all', []],
    ['what is no region code', ['Palu']],
  ])('refuses %s', async (_, regionCodes) => {
    const { accountId, variables } = asking([]);
    const { errors } = await world.ask(PLACED, {
      accountId,
      variables: { ...variables, regionCodes },
    });
    expect(errors?.[0]?.originalError).toBeInstanceOf(AggregateError);
  });

  it.each<[string, string, (at: typeof requirementId) => unknown[]]>([
    [
      'a level for education',
      'BAD_USER_INPUT',
      (id) => [{ requirementId: id(3), minLevel: 'BASIC' }],
    ],
    ['months for a competency', 'BAD_USER_INPUT', (id) => [{ requirementId: id(0), minMonths: 3 }]],
    [
      'one requirement twice',
      'BAD_USER_INPUT',
      (id) => [{ requirementId: id(0) }, { requirementId: id(0), remove: true }],
    ],
    [
      'a requirement of nobody',
      'NOT_FOUND',
      () => [
        { requirementId: encodeNodeId('Requirement', '00000000-0000-4000-8000-000000000000') },
      ],
    ],
    ['what is no id', 'BAD_USER_INPUT', () => [{ requirementId: 'nonsense' }]],
  ])('refuses %s', async (_, code, changesFor) => {
    const { errors } = await world.ask(QUERY, asking(changesFor(requirementId)));
    expect(errors?.[0]?.originalError).toMatchObject({ code });
  });

  it.each([
    [
      'a weight above double',
      (id: typeof requirementId) => [{ requirementId: id(0), weightBp: 20_001 }],
    ],
    ['21 changes', (id: typeof requirementId) => Array(21).fill({ requirementId: id(0) })],
  ])('refuses %s', async (_, changesFor) => {
    const { errors } = await world.ask(QUERY, asking(changesFor(requirementId)));
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.originalError).toBeInstanceOf(AggregateError);
  });

  it('is for the vacancy’s employer alone', async () => {
    const stranger = await world.seed(
      async (manager) => (await anEmployerWithOwner(manager)).account,
    );
    const { errors } = await world.ask(QUERY, asking([], stranger));
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'NOT_FOUND' });
    const nobody = await world.ask(QUERY, {
      ...asking([]),
      accountId: undefined,
      audience: 'employer',
    });
    expect(nobody.errors?.[0]?.originalError).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('needs seven statements and writes nothing but that it was asked', async () => {
    const statements = await world.statementsOf(QUERY, asking([]));
    expect(statements.length).toBeLessThanOrEqual(7);
    const writing = statements.filter((sql) => !/^SELECT/i.test(sql.trim()));
    expect(writing.filter((sql) => !sql.includes('asked_questions'))).toEqual([]);
  });

  it('ends when the budget is spent', async () => {
    const owner = await world.seed(async (manager) => {
      const found = await anEmployerWithOwner(manager);
      const own = await aVacancy(manager, {
        employerId: found.employer.id,
        requirements: [should('patroli')],
      });
      return { ...found, own };
    });
    const [first] = await world.seed((manager) =>
      manager.findBy(RequirementRow, { vacancyId: owner.own.id }),
    );
    const weighing = (count: number) => [
      { requirementId: encodeNodeId('Requirement', first?.id ?? ''), weightBp: 5_000 + count },
    ];
    for (let count = 0; count < QUESTIONS_AN_HOUR; count++) {
      await world.data(QUERY, asking(weighing(count), owner.account, owner.own));
    }
    const beyond = asking(weighing(QUESTIONS_AN_HOUR), owner.account, owner.own);
    const { errors } = await world.ask(QUERY, beyond);
    expect(errors?.[0]?.originalError).toMatchObject({
      code: 'SIMULATION_BUDGET_SPENT',
      parameters: { limit: QUESTIONS_AN_HOUR, minutes: 60 },
    });
    // What was asked before stays free, the vacancy as it is published too.
    await world.data(QUERY, asking(weighing(0), owner.account, owner.own));
    const ranking = `query ($id: ID!, $without: [ID!]) {
      vacancy(id: $id) { rankedCandidates(without: $without) { totalEligible } } }`;
    const id = encodeNodeId('Vacancy', owner.own.id);
    const asOwner = (without: string[]) => ({
      accountId: owner.account.id,
      variables: { id, without },
    });
    await world.data(ranking, asOwner([]));
    const { variables } = asking([], owner.account, owner.own);
    const elsewhere = await world.ask(PLACED, {
      accountId: owner.account.id,
      variables: { ...variables, regionCodes: ['72.10'] },
    });
    expect(elsewhere.errors?.[0]?.originalError).toMatchObject({ code: 'SIMULATION_BUDGET_SPENT' });
    const without = await world.ask(ranking, asOwner([weighing(0)[0]?.requirementId ?? '']));
    expect(without.errors?.[0]?.originalError).toMatchObject({ code: 'SIMULATION_BUDGET_SPENT' });
  });
});
