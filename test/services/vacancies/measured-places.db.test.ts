import type { DataSource, EntityManager } from 'typeorm';
import { asActor } from '../../../src/database/as-actor';
import { createDataSource } from '../../../src/database/data-source';
import { Vacancy } from '../../../src/entities';
import { loadCatalogue } from '../../../src/matching/facts/catalogue';
import { loadVacancies } from '../../../src/matching/facts/vacancies';
import { spendQuestions } from '../../../src/services/matching/question-budget';
import type { RunAs } from '../../../src/services/transaction';
import { closeVacancy } from '../../../src/services/vacancies/close-vacancy';
import { createVacancy } from '../../../src/services/vacancies/create-vacancy';
import { MEASURED_DAYS, measuresDistricts } from '../../../src/services/vacancies/measured-places';
import { updateVacancy } from '../../../src/services/vacancies/update-vacancy';
import { anEmployerWithOwner } from '../../builders';
import { aDraft, aRequirement } from '../../doubles/vacancy-draft';
import { createTestDatabase, type TestDatabase } from '../../support/test-servers';

const start = new Date('2026-11-21T01:00:00Z');
const DAY_MS = 86_400_000;
let now = start;
let database: TestDatabase;
let dataSource: DataSource;
let employerId: string;
let viewer: { accountId: string };

const runAs: RunAs = (actor, work) => asActor(dataSource, actor, work);
const deps = { runAs, clock: { now: () => now } };
const asSystem = <T>(work: (manager: EntityManager) => Promise<T>) => runAs('system', work);
const read = (id: string) => asSystem((manager) => manager.findOneByOrFail(Vacancy, { id }));

let keys = 0;
const draftIn = (regionCodes: readonly string[], isRemote = false) =>
  aDraft({ regionCodes, isRemote, requirements: [aRequirement({ competencyId: 'patroli' })] }, now);

async function place(...regionCodes: string[]): Promise<string> {
  const command = { clientMutationId: `k${++keys}`, employerId, draft: draftIn(regionCodes) };
  return (await createVacancy(deps)(viewer, command)).value ?? '';
}

async function move(vacancyId: string, regionCodes: readonly string[], isRemote = false) {
  const { version } = await read(vacancyId);
  const draft = draftIn(regionCodes, isRemote);
  const command = { clientMutationId: `k${++keys}`, vacancyId, expectedVersion: version, draft };
  expect((await updateVacancy(deps)(viewer, command)).problems).toEqual([]);
}

const close = (vacancyId: string) =>
  closeVacancy(deps)(viewer, {
    clientMutationId: `k${++keys}`,
    vacancyId,
    reason: 'FILLED_HERE',
  });

const resolutionOf = async (id: string) =>
  (await read(id)).measuresRegencies ? 'regency' : 'district';
const waitDays = (days: number) => {
  now = new Date(now.getTime() + days * DAY_MS);
};

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

beforeEach(async () => {
  now = start;
  await asSystem(async (manager) => {
    const { employer, account } = await anEmployerWithOwner(manager);
    employerId = employer.id;
    viewer = { accountId: account.id };
  });
});

describe('the places of work of an organisation', () => {
  it('measure between districts from the first three, from all others between regencies', async () => {
    const ids = [await place('72.71.01'), await place('72.71.02'), await place('72.10')];
    ids.push(await place('72.71.03'), await place('72.71.01'), await place('72.71.01', '72.71.03'));
    expect(await Promise.all(ids.map(resolutionOf))).toEqual([
      ...['district', 'district', 'district'],
      ...['regency', 'district', 'regency'],
    ]);
  });

  it('count a village as its district, and the nation and remote work not at all', async () => {
    await place('72.71.01.1004');
    await place('72.71.01');
    await place('ID');
    const remote = await place('72.71.02');
    await move(remote, ['72.71.03'], true);
    expect(await resolutionOf(await place('72.71.04'))).toBe('district');
    await move(remote, ['72.71.03']);
    expect(await resolutionOf(remote)).toBe('regency');
  });

  it('are not freed by moving away, before nothing was measured there for ninety days', async () => {
    await place('72.71.01');
    await place('72.71.02');
    const third = await place('72.71.03');
    await move(third, ['72.71.04']);
    expect(await resolutionOf(third)).toBe('regency');
    waitDays(MEASURED_DAYS - 1);
    await move(third, ['72.71.05']);
    expect(await resolutionOf(third)).toBe('regency');
    waitDays(1);
    await move(third, ['72.71.05']);
    expect(await resolutionOf(third)).toBe('district');
    await move(third, ['72.71.03']);
    expect(await resolutionOf(third)).toBe('regency');
  });

  it('count from the last question about a closed vacancy, which then measures between regencies', async () => {
    const closed = await place('72.71.01');
    await place('72.71.02', '72.71.03');
    await close(closed);
    waitDays(MEASURED_DAYS - 1);
    await spendQuestions(deps, [
      { askerId: employerId, vacancyId: closed, isPublic: false, asked: [] },
    ]);
    waitDays(2);
    const next = await place('72.71.04');
    expect([await resolutionOf(closed), await resolutionOf(next)]).toEqual(['district', 'regency']);
    waitDays(MEASURED_DAYS);
    await move(next, ['72.71.04']);
    expect([await resolutionOf(closed), await resolutionOf(next)]).toEqual(['regency', 'district']);
  });

  it('stay taken while a vacancy stands there, however long nobody asks', async () => {
    await place('72.71.01', '72.71.02', '72.71.03');
    waitDays(10 * MEASURED_DAYS);
    expect(await resolutionOf(await place('72.71.04'))).toBe('regency');
  });

  it('are given out once when several requests want the last one', async () => {
    await place('72.71.01', '72.71.02');
    const codes = ['72.71.03', '72.71.04', '72.71.05', '72.71.06', '72.71.07', '72.71.08'];
    const ids = await Promise.all(codes.map((code) => place(code)));
    const resolutions = await Promise.all(ids.map(resolutionOf));
    expect(resolutions.filter((one) => one === 'district')).toHaveLength(1);
  });

  it('are not taken by a what-if, which measures between districts from known ones alone', async () => {
    const id = await place('72.71.01');
    await place('72.71.02');
    const wouldMeasure = (...places: number[]) =>
      asSystem(async (manager) => {
        const catalogue = await loadCatalogue(manager);
        const [{ facts }] = await loadVacancies(manager, catalogue, [id]);
        const remote = { ...facts, isRemote: true, places: [727104] };
        return [
          await measuresDistricts(manager, { employerId, facts }, places),
          await measuresDistricts(manager, { employerId, facts: remote }, remote.places),
        ];
      });
    expect(await wouldMeasure(727101, 727102, 0)).toEqual([true, false]);
    expect(await wouldMeasure(727101, 727103)).toEqual([false, false]);
    expect(await wouldMeasure(727100)).toEqual([false, false]);
    expect(await resolutionOf(await place('72.71.03'))).toBe('district');
  });

  it('are the own ones of each organisation', async () => {
    await place('72.71.01', '72.71.02', '72.71.03');
    const other = await asSystem((manager) => anEmployerWithOwner(manager));
    employerId = other.employer.id;
    viewer = { accountId: other.account.id };
    expect(await resolutionOf(await place('72.71.04'))).toBe('district');
  });
});
