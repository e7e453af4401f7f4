import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source';
import {
  buildDemoWorld,
  DEFAULT_DEMO_SIZE,
  type DemoReference,
  type DemoWorld,
  readDemoReference,
} from '../../src/demo';
import type { DemoPerson } from '../../src/demo/person';
import { publishProblems } from '../../src/services/vacancies/publish-gate';
import { patient } from '../support/patience';
import { createTestDatabase, type TestDatabase } from '../support/test-servers';

const now = new Date('2026-11-21T00:00:00Z');

let database: TestDatabase;
let dataSource: DataSource;
let reference: DemoReference;
let world: DemoWorld;
let people: DemoPerson[];

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl, patient).initialize();
  reference = await readDemoReference(dataSource.manager);
  world = buildDemoWorld(reference, { ...DEFAULT_DEMO_SIZE, now });
  people = [...world.people(0, world.size.people)];
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const share = <T>(items: readonly T[], test: (item: T) => boolean) =>
  items.filter(test).length / items.length;

describe('buildDemoWorld', () => {
  it('gives the same world for the same seed and day', () => {
    const again = buildDemoWorld(reference, { ...DEFAULT_DEMO_SIZE, now });
    expect(again.vacancies).toEqual(world.vacancies);
    expect(again.memberships).toEqual(world.memberships);
    expect([...again.people(0, 50)]).toEqual(people.slice(0, 50));
    const other = buildDemoWorld(reference, { ...DEFAULT_DEMO_SIZE, now, seed: 'other' });
    expect([...other.people(0, 1)]).not.toEqual(people.slice(0, 1));
  });

  it('marks every person and employer as invented', () => {
    for (const { candidate } of people) {
      expect(candidate.fullName).toMatch(/ \(contoh\)$/);
      expect(candidate.phone).toMatch(/^\+62850\d{7}$/);
      expect(candidate.email ?? '@contoh.invalid').toMatch(/@contoh\.invalid$/);
      expect(candidate.isDemo).toBe(true);
    }
    for (const { row } of world.employers) expect(row.name).toMatch(/ \(contoh\)$/);
    for (const { row } of world.vacancies) expect(row.description).toContain('rekaan');
  });

  it('gives every person an id, a name number and a competency of their own', () => {
    expect(new Set(people.map(({ candidate }) => candidate.id)).size).toBe(people.length);
    for (const { competencies } of people) {
      const ids = competencies.map(({ competencyId }) => competencyId);
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('has consent, states and homes in the shares of the plan', () => {
    const candidates = people.map(({ candidate }) => candidate);
    expect(share(candidates, (one) => one.matchingConsentAt !== null)).toBeCloseTo(0.92, 1);
    expect(share(candidates, (one) => one.status === 'ACTIVE')).toBeCloseTo(0.9, 1);
    expect(share(candidates, (one) => one.regionCode?.startsWith('72.71') ?? false)).toBeCloseTo(
      0.62,
      1,
    );
    expect(share(candidates, (one) => one.willingRegionCodes.length > 5)).toBe(0);
  });

  it('has worked in nearly every occupation, far more often in the commonest', () => {
    const worked = new Map<string, number>();
    for (const { experiences } of people) {
      for (const { occupationId } of experiences) {
        worked.set(occupationId ?? '', (worked.get(occupationId ?? '') ?? 0) + 1);
      }
    }
    expect(worked.size).toBeGreaterThan(320);
    const counts = [...worked.values()].sort((a, b) => b - a);
    expect(counts[0]).toBeGreaterThan(10 * counts[Math.floor(counts.length / 2)]);
  });

  it('holds a wide choice of competencies at every level', () => {
    const held = people.flatMap(({ competencies }) => competencies);
    expect(new Set(held.map(({ competencyId }) => competencyId)).size).toBeGreaterThan(750);
    expect(new Set(held.map(({ level }) => level))).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(new Set(held.map(({ evidence }) => evidence)).size).toBe(5);
  });

  it('never ends a job before it starts or starts one before the working age', () => {
    for (const { candidate, experiences } of people) {
      for (const { startedOn, endedOn } of experiences) {
        expect(startedOn <= (endedOn ?? '9999')).toBe(true);
        const age =
          (Date.parse(startedOn) - Date.parse(candidate.birthDate ?? '')) / 31_557_600_000;
        expect(age).toBeGreaterThan(15);
      }
    }
  });

  it('publishes only what the publish gate lets through', () => {
    const published = world.vacancies.filter(({ row }) => row.state === 'PUBLISHED');
    expect(published.length).toBeGreaterThan(230);
    for (const { row, regions, requirements } of published) {
      const regionCodes = regions.map(({ regionCode }) => regionCode);
      expect(publishProblems({ ...row, regionCodes, requirements }, now)).toEqual([]);
      expect(row.publishedAt && row.publishedAt < now).toBe(true);
    }
  });

  it('lets three people sign in, all of whom may be ranked', () => {
    const people = [...world.people(0, 100)].filter(
      ({ candidate }) => candidate.accountId !== null,
    );
    const subjects = people.map(
      ({ candidate }) => world.accounts.find(({ id }) => id === candidate.accountId)?.subject,
    );
    expect(subjects).toEqual(['demo-candidate-1', 'demo-candidate-2', 'demo-candidate-3']);
    for (const { candidate } of people) {
      expect(candidate.status).toBe('ACTIVE');
      expect(candidate.matchingConsentAt).not.toBeNull();
    }
  });

  it('gives each employer an account, and one recruiter several mandates', () => {
    const recruiter = world.accounts.find(({ subject }) => subject === 'demo-recruiter-1');
    const mandates = world.memberships.filter(({ accountId }) => accountId === recruiter?.id);
    expect(mandates.map(({ role }) => role)).toEqual(Array(8).fill('RECRUITER'));
    expect(world.accounts[0]).toMatchObject({
      issuer: 'padan-development',
      subject: 'demo-employer-1',
    });
    expect(share(world.employers, ({ row }) => row.verification === 'VERIFIED')).toBeGreaterThan(
      0.5,
    );
    expect(new Set(world.employers.map(({ row }) => row.name)).size).toBe(120);
  });
});
