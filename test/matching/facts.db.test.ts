import type { EntityManager } from 'typeorm';
import { appendOutbox, type OutboxEntry } from '../../src/changes/outbox';
import { asActor } from '../../src/database/as-actor';
import { withClient } from '../../src/database/bootstrap';
import { Candidate, Vacancy } from '../../src/entities';
import { areaRange } from '../../src/matching/core/area';
import { startPeople } from '../../src/matching/engine/start-engine';
import { loadCandidates } from '../../src/matching/facts/candidates';
import { type Catalogue, loadCatalogue } from '../../src/matching/facts/catalogue';
import { loadVacancies } from '../../src/matching/facts/vacancies';
import { FactsFeed } from '../../src/matching/facts-feed';
import { VacancyRecommender } from '../../src/matching/recommender';
import { ScanEngine } from '../../src/matching/scan-engine';
import { readAsSystem } from '../../src/search/index-rows';
import { aCandidate, aVacancy, holds, must, nice, should } from '../builders';
import { startStream, type TestStream } from '../changes/stream';
import { eventually } from '../search/world';

const now = new Date('2026-11-21T00:00:00Z');
const month = 2026 * 12 + 10;
const clock = { now: () => now };

let stream: TestStream;
let catalogue: Catalogue;

const asSystem = <T>(work: (manager: EntityManager) => Promise<T>) =>
  asActor(stream.dataSource, 'system', work);

const change = (work: (manager: EntityManager) => Promise<Omit<OutboxEntry, 'version'>[]>) =>
  asSystem(async (manager) => {
    const entries = await work(manager);
    await appendOutbox(
      manager,
      entries.map((entry) => ({ ...entry, version: 1 })),
    );
  });

const number = (id: string) => catalogue.competencies.numberOf.get(id) ?? -1;
const job = (id: string) => catalogue.occupations.numberOf.get(id) ?? -1;

beforeAll(async () => {
  stream = await startStream();
  catalogue = await loadCatalogue(stream.dataSource.manager);
});

afterAll(async () => {
  await stream.stop();
});

describe('loadCatalogue', () => {
  test('reads the starter taxonomy with its links', () => {
    const { taxonomy } = catalogue;
    expect([taxonomy.version, taxonomy.competencyCount, taxonomy.occupationCount]).toEqual([
      1, 899, 358,
    ]);
    const covering = taxonomy.coveredBy(number('sim-b1')).map(({ held }) => held);
    expect(covering).toContain(number('sim-b2'));
  });

  test('knows how far the districts of Palu are apart', () => {
    const distance = catalogue.geography.distance(727101, 727100);
    expect(distance?.km).toBeLessThan(15);
  });

  test('a replaced competency has the number of what replaced it (I26)', async () => {
    const replace = (by: string | null) =>
      withClient(stream.migratorUrl, (owner) =>
        owner.query("UPDATE competencies SET replaced_by_id = $1 WHERE id = 'patroli'", [by]),
      );
    await replace('cctv');
    const replaced = await loadCatalogue(stream.dataSource.manager);
    expect(replaced.competencies.numberOf.get('patroli')).toBe(number('cctv'));
    await replace(null);
  });
});

describe('loadCandidates', () => {
  test('reads what matching may know of a person, in bands', async () => {
    await asSystem(async (manager) => {
      const candidate = await aCandidate(manager, {
        regionCode: '72.71.01.1004',
        willingRegionCodes: ['72.10'],
        education: 'SMK',
        employmentTypes: ['PERMANENT', 'DAILY'],
        availableFrom: '2026-12-15',
        competencies: [holds('patroli', 2), holds('cctv', 4, { evidence: 'TESTED' })],
        experiences: [
          { occupationId: 'satpam-security', startedOn: '2024-03-10', endedOn: '2025-03-01' },
          { occupationId: null, startedOn: '2026-09-01', endedOn: null },
        ],
      });
      const [loaded] = await loadCandidates(manager, catalogue, month, [candidate.id]);
      // The database gives them in no order.
      const competencies = [...loaded.facts.competencies].sort(
        (a, b) => b.competency - a.competency,
      );
      expect({ ...loaded, facts: { ...loaded.facts, competencies } }).toEqual({
        id: candidate.id,
        facts: {
          person: candidate.number,
          tieSalt: Number(candidate.tieSalt),
          district: 727101,
          willingAreas: [areaRange(721000)],
          competencies: [
            { competency: number('cctv'), level: 4, evidence: 1 },
            { competency: number('patroli'), level: 2, evidence: 0 },
          ],
          experiences: [
            { occupation: job('satpam-security'), months: 24 },
            { occupation: null, months: 6 },
          ],
          education: 4,
          employmentTypes: 0b101,
          availableFromMonth: 0,
          confirmedMonth: 2026 * 12 + 9,
        },
      });
    });
  });

  test('leaves out who is not active or did not consent', async () => {
    await asSystem(async (manager) => {
      const people = [
        await aCandidate(manager, { status: 'DORMANT' }),
        await aCandidate(manager, { matchingConsentAt: null }),
      ];
      const ids = people.map(({ id }) => id);
      expect(await loadCandidates(manager, catalogue, month, ids)).toEqual([]);
    });
  });
});

describe('loadVacancies', () => {
  test('reads requirements, places and thresholds', async () => {
    await asSystem(async (manager) => {
      const vacancy = await aVacancy(manager, {
        state: 'DRAFT',
        regionCodes: ['72.71', '72.10'],
        employmentType: 'PART_TIME',
        startsOn: '2027-01-04',
        distanceWeightBp: 15_000,
        requirements: [
          must('patroli', 2),
          should('cctv'),
          nice('sim-a', null, { kind: 'LICENCE', weightBp: 20_000 }),
          { kind: 'EDUCATION', education: 'SMA', necessity: 'SHOULD' },
          { kind: 'EXPERIENCE', minMonths: 12, necessity: 'NICE' },
        ],
      });
      const [loaded] = await loadVacancies(manager, catalogue, [vacancy.id]);
      expect(loaded).toMatchObject({ id: vacancy.id, isPublished: false });
      expect(loaded?.facts).toMatchObject({
        vacancy: vacancy.number,
        scope: [areaRange(721000), areaRange(727100)],
        places: [721000, 727100],
        occupation: job('satpam-security'),
        requirements: [
          { competency: number('patroli'), minLevel: 2, necessity: 'MUST', weightBp: 10_000 },
          { competency: number('cctv'), minLevel: 1, necessity: 'SHOULD' },
          { competency: number('sim-a'), kind: 'LICENCE', necessity: 'NICE', weightBp: 20_000 },
        ],
        education: { minimum: 4, necessity: 'SHOULD' },
        experience: { minimum: 12, necessity: 'NICE' },
        employmentType: 0b1000,
        startMonth: 2027 * 12,
        partWeights: { competency: 10_000, distance: 15_000, availability: 10_000 },
      });
      const plain = await aVacancy(manager, { state: 'DRAFT' });
      const [unweighed] = await loadVacancies(manager, catalogue, [plain.id]);
      expect(unweighed?.facts).not.toHaveProperty('partWeights');
    });
  });
});

describe('FactsFeed', () => {
  test('keeps people and vacancies as the changes say', async () => {
    const { dataSource, databaseUrl, tail, signal } = stream;
    const feed = new FactsFeed({
      readAsSystem: (work) => readAsSystem(dataSource, work),
      feed: tail,
      startPeople: (inMonth) => startPeople({ databaseUrl, month: inMonth }, { now: Date.now }),
      clock,
      signal,
      onError: stream.onError,
    });
    stream.background(feed.run());
    const scan = new ScanEngine(feed);
    const vacancy = await asSystem((manager) =>
      aVacancy(manager, { requirements: [should('barista')] }),
    );
    const facts = async () =>
      await asSystem(async (manager) => (await loadVacancies(manager, catalogue, [vacancy.id]))[0]);
    const ranked = async () => {
      const loaded = await facts();
      if (!loaded) throw new Error('the vacancy is gone');
      return (await scan.rank(loaded.facts, { first: 10 })).rows.map((row) => row.candidateId);
    };
    expect(await ranked()).toEqual([]);

    let id = '';
    await change(async (manager) => {
      ({ id } = await aCandidate(manager, { competencies: [holds('barista')] }));
      return [{ aggregate: 'candidate', aggregateId: id, kind: 'candidate.activated' }];
    });
    await eventually(async () => expect(await ranked()).toEqual([id]));

    await change(async (manager) => {
      await manager.update(Vacancy, vacancy.id, { title: 'Satpam malam' });
      return [{ aggregate: 'vacancy', aggregateId: vacancy.id, kind: 'vacancy.published' }];
    });
    const recommender = new VacancyRecommender(feed);
    await eventually(async () => {
      const [person] = await asSystem((manager) => loadCandidates(manager, catalogue, month, [id]));
      const found = person && (await recommender.recommend(person.facts, { first: 5, at: now }));
      expect(found?.rows.map((row) => row.vacancyId)).toEqual([vacancy.id]);
    });

    await change(async (manager) => {
      await manager.update(Candidate, id, { matchingConsentAt: null });
      return [{ aggregate: 'candidate', aggregateId: id, kind: 'candidate.consent-ended' }];
    });
    await eventually(async () => expect(await ranked()).toEqual([]));
    expect(stream.errors).toEqual([]);
  });

  test('reads everything again when the taxonomy changed', async () => {
    const { dataSource, databaseUrl, tail, signal } = stream;
    const feed = new FactsFeed({
      readAsSystem: (work) => readAsSystem(dataSource, work),
      feed: tail,
      startPeople: (inMonth) => startPeople({ databaseUrl, month: inMonth }, { now: Date.now }),
      clock,
      signal,
      onError: stream.onError,
    });
    stream.background(feed.run());
    const before = await feed.current();
    await change(async () => [
      { aggregate: 'taxonomy', aggregateId: 'cctv', kind: 'competency.updated' },
    ]);
    await eventually(async () => expect(await feed.current()).not.toBe(before));
  });
});
