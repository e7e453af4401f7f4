import path from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { asActor } from '../../../src/database/as-actor';
import { createDataSource } from '../../../src/database/data-source';
import { Candidate, CandidateCompetency } from '../../../src/entities';
import { expectOrder } from '../../../src/evaluation/oracle';
import { Draws } from '../../../src/evaluation/ranking-speed/draws';
import { limits } from '../../../src/limits';
import type { CandidateFacts, VacancyFacts } from '../../../src/matching/core/facts';
import { widthOf } from '../../../src/matching/core/packed-lines';
import { changeVacancy } from '../../../src/matching/core/simulate';
import { databaseBoot } from '../../../src/matching/engine/database-boot';
import {
  type StartedEngine,
  startInProcess,
  startInThread,
} from '../../../src/matching/engine/start-engine';
import { loadCandidates } from '../../../src/matching/facts/candidates';
import { buildCatalogue } from '../../../src/matching/facts/catalogue';
import { loadVacancies } from '../../../src/matching/facts/vacancies';
import { aCandidate, aVacancy, holds, must, nice, should } from '../../builders';
import { patient } from '../../support/patience';
import { createTestDatabase, type TestDatabase } from '../../support/test-servers';

const THREAD = path.resolve(__dirname, '../../../dist/src/matching/engine/engine-thread.js');
const MONTH = 2026 * 12 + 10;
const PEOPLE = 60;
const ROUNDS = 12;
const SKILLS = ['patroli', 'cctv', 'barista', 'sim-a', 'sim-b1'];
const PLACES = ['72.71.01', '72.71.02', '72.10.01', null];

const seed = Date.now() % 100_000;

let database: TestDatabase;
let dataSource: DataSource;
const started = new Set<StartedEngine>();

const asSystem = <T>(work: (manager: EntityManager) => Promise<T>) =>
  asActor(dataSource, 'system', work);

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl, patient).initialize();
});

afterEach(async () => {
  await Promise.all([...started].map(({ kill }) => kill()));
  started.clear();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const hosts = {
  'beside its asker': (options: { now: () => number }) =>
    startInProcess(databaseBoot({ databaseUrl: database.appUrl, month: MONTH }), options),
  // From the build: Node.js starts no thread from TypeScript.
  'in a thread': (options: { now: () => number }) =>
    startInThread(THREAD, { databaseUrl: database.appUrl, month: MONTH }, options),
};

/** Invents people and vacancies; what changes somebody, at random. */
async function invent(draws: Draws) {
  const pick = <T>(all: readonly T[]) => all[draws.below(all.length)];
  const skills = () => SKILLS.filter(() => draws.chance(0.5));
  const ids = await asSystem(async (manager) => {
    const people: string[] = [];
    for (let i = 0; i < PEOPLE; i += 1) {
      const competencies = skills().map((id) => holds(id, 1 + draws.below(5)));
      const { id } = await aCandidate(manager, { competencies, regionCode: pick(PLACES) });
      people.push(id);
    }
    return people;
  });
  const vacancyIds = await asSystem(async (manager) => {
    const made = [
      await aVacancy(manager, { requirements: [should('patroli', 3), nice('cctv')] }),
      await aVacancy(manager, { requirements: [must('barista', 2)], regionCodes: ['72.71'] }),
      await aVacancy(manager, { requirements: [should('sim-a', null, { kind: 'LICENCE' })] }),
    ];
    return made.map(({ id }) => id);
  });
  const alter = [
    (manager: EntityManager, id: string) => manager.delete(Candidate, id),
    (manager: EntityManager, id: string) =>
      manager.update(Candidate, id, { matchingConsentAt: null }),
    (manager: EntityManager, id: string) =>
      manager.update(Candidate, id, { regionCode: pick(PLACES) }),
    (manager: EntityManager, candidateId: string) =>
      manager.update(CandidateCompetency, { candidateId }, { level: 1 + draws.below(5) }),
  ];
  const change = () =>
    asSystem(async (manager) => {
      const changed = ids.filter(() => draws.chance(0.1));
      for (const id of changed) await pick(alter)(manager, id);
      return changed;
    });
  return { vacancyIds, change };
}

describe.each(Object.entries(hosts))('an engine %s', (_, start) => {
  const open = async () => {
    const opened = await start({ now: Date.now });
    started.add(opened);
    return opened;
  };

  it(`ranks like the oracle, each time at one place of the changes (seed ${seed})`, async () => {
    const { vacancyIds, change } = await invent(new Draws(seed));
    const { engine, report } = await open();
    const catalogue = buildCatalogue(report.catalogue);
    const rules = { rows: report.catalogue.taxonomy, centroids: report.catalogue.centroids };
    const vacancies = await asSystem((manager) => loadVacancies(manager, catalogue, vacancyIds));
    const everybody = async () =>
      await asSystem(async (manager) => {
        const rows: { id: string }[] = await manager.query('SELECT id FROM candidates');
        return loadCandidates(
          manager,
          catalogue,
          MONTH,
          rows.map(({ id }) => id),
        );
      });
    const at = new Map([[report.seq, await everybody()]]);
    const check = async (facts: VacancyFacts) => {
      const ranking = await engine.rank(facts, { first: 1_000, explained: 5 });
      const people = at.get(ranking.seq) ?? [];
      const expected = expectOrder(
        rules,
        facts,
        people.map((one) => one.facts),
      );
      const rows = [...ranking.rows, ...ranking.rest];
      expect(
        rows.map(({ person, rank, scoreBp, verdict }) => ({ person, rank, scoreBp, verdict })),
      ).toEqual(
        expected.map(({ person, rank, scoreBp, verdict }) => ({ person, rank, scoreBp, verdict })),
      );
      const idOf = new Map(people.map((one) => [one.facts.person, one.id]));
      const shown = ranking.rows.map(({ candidateId, person }) => [candidateId, idOf.get(person)]);
      for (const [id, known] of shown) expect(id).toBe(known);
      return ranking.seq;
    };
    const rankAll = () => Promise.all(vacancies.map(({ facts }) => check(facts)));
    for (let round = 1; round <= ROUNDS; round += 1) {
      const changed = await change();
      const seq = report.seq + round;
      at.set(seq, await everybody());
      const [, ...seqs] = await Promise.all([engine.apply(changed, seq), rankAll(), rankAll()]);
      expect(seqs.flat().every((one) => one === seq || one === seq - 1)).toBe(true);
      expect(await rankAll()).toEqual(vacancies.map(() => seq));
      expect(engine.size).toBe(at.get(seq)?.length);
    }
    const left = at.get(report.seq + ROUNDS) ?? [];
    const numbers = left.map(({ facts }: { facts: CandidateFacts }) => facts.person);
    expect(await engine.identify([...numbers, 2_000_000])).toEqual([
      ...left.map(({ id }) => id),
      null,
    ]);
  });

  it('says what another requirement would change, for everybody', async () => {
    const { vacancyIds } = await invent(new Draws(seed + 1));
    const { engine, report } = await open();
    const catalogue = buildCatalogue(report.catalogue);
    const [, { facts }] = await asSystem((m) => loadVacancies(m, catalogue, vacancyIds));
    const [{ id }] = facts.requirements;
    const eased = changeVacancy(facts, [{ requirementId: id, remove: true }]);
    const found = await engine.simulate(facts, eased, 25);
    const before = await engine.rank(facts, { first: 1 });
    expect(found.before.eligible).toBe(before.eligible);
    expect(found.excludedOnlyBy.get(id)).toBeGreaterThanOrEqual(0);
  });

  it('refuses more than may wait, and answers what waits', async () => {
    const { vacancyIds } = await invent(new Draws(seed + 2));
    const { engine, report } = await open();
    const catalogue = buildCatalogue(report.catalogue);
    const [{ facts }] = await asSystem((m) => loadVacancies(m, catalogue, vacancyIds));
    const asked = Array.from({ length: limits.rankingsWaiting + 10 }, () =>
      engine.rank(facts, { first: 1 }).then(
        () => 'ranked',
        ({ code }) => code,
      ),
    );
    const answers = await Promise.all(asked);
    expect(new Set(answers)).toEqual(new Set(['ranked', 'SERVICE_UNAVAILABLE']));
    expect(answers.filter((one) => one === 'ranked').length).toBeGreaterThanOrEqual(
      limits.rankingsWaiting,
    );
  });

  it('answers a page before the complete orders that were asked for earlier', async () => {
    const { vacancyIds } = await invent(new Draws(seed + 5));
    const { engine, report } = await open();
    const catalogue = buildCatalogue(report.catalogue);
    const [{ facts }] = await asSystem((m) => loadVacancies(m, catalogue, vacancyIds));
    const answered: string[] = [];
    const all = { first: 10_000, explained: 0, isPacked: true };
    const orders = Array.from({ length: 10 }, () =>
      engine.rank(facts, all).then((ranking) => {
        answered.push('order');
        return ranking;
      }),
    );
    await engine.rank(facts, { first: 1 });
    answered.push('page');
    const rankings = await Promise.all(orders);
    expect(answered.indexOf('page')).toBeLessThan(3);
    const [{ rest, lines, eligible }] = rankings;
    expect(rest).toHaveLength(eligible);
    expect(lines?.bytes).toHaveLength(
      eligible * widthOf(lines?.frame ?? { lines: [], checks: [] }),
    );
  });

  it('passes on errors of reading, and answers on', async () => {
    const { vacancyIds } = await invent(new Draws(seed + 3));
    const { engine, report } = await open();
    const catalogue = buildCatalogue(report.catalogue);
    const [{ facts }] = await asSystem((m) => loadVacancies(m, catalogue, vacancyIds));
    await expect(engine.apply(['no id'], report.seq + 1)).rejects.toMatchObject({ code: '22P02' });
    const ranking = await engine.rank(facts, { first: 1 });
    expect(ranking.seq).toBe(report.seq);
  });

  it('refuses whatever waits when it ends, at once', async () => {
    const { vacancyIds } = await invent(new Draws(seed + 4));
    const { engine, report, kill, ended } = await open();
    const catalogue = buildCatalogue(report.catalogue);
    const [{ facts }] = await asSystem((m) => loadVacancies(m, catalogue, vacancyIds));
    const asked = Array.from({ length: 20 }, () => engine.rank(facts, { first: 1 }));
    const answers = Promise.allSettled(asked);
    await kill();
    await ended;
    const late = engine.rank(facts, { first: 1 });
    await expect(late).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    const refused = (await answers).filter(({ status }) => status === 'rejected');
    for (const { reason } of refused as PromiseRejectedResult[]) {
      expect(reason).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    }
    expect(refused.length).toBeGreaterThan(0);
  });
});

test('an engine that cannot read says why', async () => {
  const options = { now: Date.now };
  const nowhere = { databaseUrl: 'postgres://nobody@127.0.0.1:1/none', month: MONTH };
  await expect(startInThread(THREAD, nowhere, options)).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  });
});
