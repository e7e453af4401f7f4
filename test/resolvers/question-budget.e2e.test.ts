import type { Account, Vacancy } from '../../src/entities';
import { AskedQuestion } from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { FREE_QUESTIONS_A_DAY } from '../../src/services/matching/question-budget';
import { aCandidate, anEmployerWithOwner, aVacancy, holds, should } from '../builders';
import { type GraphWorld, startGraphWorld } from './graph-world';

const BEYOND = 3;

let world: GraphWorld;
let account: Account;
let vacancies: Vacancy[];

beforeAll(async () => {
  world = await startGraphWorld();
  await world.seed(async (manager) => {
    const owner = await anEmployerWithOwner(manager);
    account = owner.account;
    vacancies = [];
    for (let at = 0; at < FREE_QUESTIONS_A_DAY + BEYOND; at += 1) {
      const own = { employerId: owner.employer.id, requirements: [should('patroli')] };
      vacancies.push(await aVacancy(manager, own));
    }
    await aCandidate(manager, { competencies: [holds('patroli', 3)] });
  });
  await world.refresh();
});

afterAll(async () => {
  await world.stop();
});

async function askAll(): Promise<number[]> {
  const asking = vacancies.map(
    ({ id }, at) =>
      `v${at}: vacancy(id: "${encodeNodeId('Vacancy', id)}") { rankedCandidates(first: 1) { totalEligible } }`,
  );
  await world.data(`{ ${asking.join('\n')} }`, { accountId: account.id });
  return await world.seed(async (manager) => [
    await manager.countBy(AskedQuestion, { isCounted: false }),
    await manager.countBy(AskedQuestion, { isCounted: true }),
  ]);
}

describe('published vacancies as they stand', () => {
  it('are asked about freely for a number a day; more of them draw on the budget', async () => {
    expect(await askAll()).toEqual([FREE_QUESTIONS_A_DAY, BEYOND]);
    // A repetition draws on nothing.
    expect(await askAll()).toEqual([FREE_QUESTIONS_A_DAY, BEYOND]);
  });
});
