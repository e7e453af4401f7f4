import type { EntityManager } from 'typeorm';
import { RankingLogRow, RankingSnapshot, Vacancy } from '../../../src/entities';
import { aCandidate, anEmployer, aVacancy, holds, must } from '../../builders';
import { type GraphWorld, NOW, startGraphWorld } from '../../resolvers/graph-world';

let world: GraphWorld;

beforeEach(async () => {
  world = await startGraphWorld();
});

afterEach(async () => {
  await world.stop();
});

const signal = new AbortController().signal;

async function seedVacancies(count: number, people = 3): Promise<Vacancy[]> {
  const made = await world.seed(async (manager) => {
    for (let level = 1; level <= people; level += 1) {
      await aCandidate(manager, { competencies: [holds('patroli', level)] });
    }
    const { id: employerId } = await anEmployer(manager);
    const vacancies: Vacancy[] = [];
    for (let at = 0; at < count; at += 1) {
      vacancies.push(await aVacancy(manager, { employerId, requirements: [must('patroli')] }));
    }
    return vacancies;
  });
  await world.refresh();
  return made;
}

const seals = () =>
  world.seed((manager) =>
    manager.find(RankingSnapshot, { where: { isSealed: true }, order: { createdAt: 'ASC' } }),
  );

const update = (work: (manager: EntityManager) => Promise<unknown>) => world.seed(work);

describe('sealEveryRanking', () => {
  const sealAll = () => world.services.matching.sealEveryRanking(signal);

  it('seals the complete order of every published vacancy, over several batches', async () => {
    const vacancies = await seedVacancies(12);
    expect(await sealAll()).toEqual({ vacancies: 12, sealed: 12 });
    const sealed = await seals();
    expect(sealed.map(({ vacancyId }) => vacancyId).sort()).toEqual(
      vacancies.map(({ id }) => id).sort(),
    );
    expect(sealed.every(({ eligible }) => eligible === 3)).toBe(true);
    expect(await world.seed((manager) => manager.count(RankingLogRow))).toBe(12);
  });

  it('seals nothing twice while nothing changes, and everything once something did', async () => {
    await seedVacancies(3);
    await sealAll();
    expect(await sealAll()).toEqual({ vacancies: 3, sealed: 0 });
    await world.refresh();
    expect(await sealAll()).toEqual({ vacancies: 3, sealed: 3 });
    expect(await seals()).toHaveLength(6);
  });

  it('leaves out what is not published or ran out', async () => {
    const [paused, over] = await seedVacancies(3);
    await update(async (manager) => {
      await manager.update(Vacancy, paused.id, { state: 'PAUSED' });
      await manager.update(Vacancy, over.id, { validThrough: new Date(NOW.getTime() - 1) });
    });
    await world.refresh();
    expect(await sealAll()).toEqual({ vacancies: 1, sealed: 1 });
  });

  it('ends between two batches when it is stopped', async () => {
    await seedVacancies(2);
    expect(await world.services.matching.sealEveryRanking(AbortSignal.abort())).toEqual({
      ...{ vacancies: 0, sealed: 0 },
    });
    expect(await seals()).toEqual([]);
  });
});
