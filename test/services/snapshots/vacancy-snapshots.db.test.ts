import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { counters } from '../../../src/changes/counters';
import { asActor, asActorFrozen, asActorRead } from '../../../src/database/as-actor';
import { createDataSource } from '../../../src/database/data-source';
import { ConsumerCursor, Employer, Vacancy, VacancySnapshot } from '../../../src/entities';
import { readRecords } from '../../../src/services/snapshots/read-records';
import {
  type SnapshotFile,
  type VacancySnapshots,
  vacancySnapshots,
} from '../../../src/services/snapshots/vacancy-snapshots';
import type { RunAs } from '../../../src/services/transaction';
import { anEmployer, aVacancy, must } from '../../builders';
import { createTestDatabase, type TestDatabase } from '../../support/test-servers';

const signal = new AbortController().signal;
let database: TestDatabase;
let dataSource: ReturnType<typeof createDataSource>;
let now: Date;

beforeEach(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
  now = new Date('2026-11-22T00:00:00Z');
});

afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

const runAs: RunAs = (actor, work) => asActor(dataSource, actor, work);
const readAs: RunAs = (actor, work) => asActorRead(dataSource, actor, work);
const write = <T>(work: Parameters<typeof asActor<T>>[2]) => asActor(dataSource, 'system', work);
const pass = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};

function instance(readFrozen: RunAs = (actor, work) => asActorFrozen(dataSource, actor, work)) {
  const clock = { now: () => now };
  const { manager } = dataSource;
  return vacancySnapshots({ manager, runAs, readFrozen, clock, snapshotMinutes: 60 });
}

async function download(snapshots: VacancySnapshots, file: SnapshotFile): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of snapshots.read(file, 0, file.bytes)) parts.push(part);
  return Buffer.concat(parts);
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const idOf = (line: string): string => JSON.parse(line).id;

describe('vacancySnapshots', () => {
  it('holds the record of each public vacancy, by id, and tells its sums', async () => {
    const ids: string[] = [];
    for (let turn = 0; turn < 12; turn++) {
      const values = { requirements: [must('patroli')], state: turn % 3 ? 'PUBLISHED' : 'CLOSED' };
      ids.push((await write((manager) => aVacancy(manager, values as Partial<Vacancy>))).id);
    }
    await write((manager) => aVacancy(manager, { state: 'SUSPENDED' }));
    await write((manager) => aVacancy(manager, { state: 'DRAFT', publishedAt: null }));
    const snapshots = instance();
    const file = await snapshots.current(signal);
    const bytes = await download(snapshots, file);
    const text = gunzipSync(bytes);
    expect(file).toMatchObject({
      ...{ bytes: bytes.length, sha256: sha256(bytes), count: 12 },
      ...{ linesBytes: text.length, linesSha256: sha256(text) },
    });
    const lines = text.toString().split('\n');
    expect(lines.pop()).toBe('');
    const records = await readRecords(readAs, ids);
    expect(lines).toEqual(records.sort((a, b) => (idOf(a ?? '') < idOf(b ?? '') ? -1 : 1)));
  });

  it('is read in stretches across its parts', async () => {
    const { id: employerId } = await write((manager) => anEmployer(manager));
    await write(async (manager) => {
      for (let turn = 0; turn < 90; turn++) {
        const description = Array.from({ length: 800 }, () => Math.random().toString(36)).join(' ');
        await aVacancy(manager, { employerId, description });
      }
    });
    const snapshots = instance();
    const file = await snapshots.current(signal);
    expect(file.bytes).toBeGreaterThan(2 * 262_144);
    const bytes = await download(snapshots, file);
    for (const [start, end] of [
      [0, 1],
      [262_143, 262_145],
      [262_144, file.bytes],
      [7, 600_000],
    ]) {
      const stretch: Buffer[] = [];
      for await (const part of snapshots.read(file, start, end)) stretch.push(part);
      expect(Buffer.concat(stretch).equals(bytes.subarray(start, end))).toBe(true);
    }
  });

  it('is made again when it is an hour old and something has changed', async () => {
    const { employerId } = await write((manager) => aVacancy(manager));
    const snapshots = instance();
    const first = await snapshots.current(signal);
    pass(120);
    expect((await snapshots.current(signal)).id).toBe(first.id);
    await write((manager) => manager.update(Employer, employerId, { name: 'Baru' }));
    const second = await snapshots.current(signal);
    expect(second.id).not.toBe(first.id);
    await write((manager) => manager.update(Employer, employerId, { name: 'Lagi' }));
    pass(59);
    expect((await snapshots.current(signal)).id).toBe(second.id);
  });

  it('keeps the one before for a day after the next one was made', async () => {
    const { employerId } = await write((manager) => aVacancy(manager));
    const snapshots = instance();
    const made: SnapshotFile[] = [];
    const again = async (name: string) => {
      await write((manager) => manager.update(Employer, employerId, { name }));
      made.push(await snapshots.current(signal));
    };
    await again('Satu');
    pass(24 * 60);
    await again('Dua');
    pass(24 * 60 - 1);
    await again('Tiga');
    expect(await snapshots.find(made[0]?.name ?? '')).not.toBeNull();
    pass(61);
    await again('Empat');
    expect(await snapshots.find(made[0]?.name ?? '')).toBeNull();
    expect(await snapshots.find(made[1]?.name ?? '')).not.toBeNull();
  });

  it('is made once by instances that are asked at one moment', async () => {
    await write((manager) => aVacancy(manager));
    const files = await Promise.all(
      [instance(), instance(), instance()].map((each) => each.current(signal)),
    );
    expect(new Set(files.map(({ id }) => id)).size).toBe(1);
    expect(await dataSource.manager.count(VacancySnapshot)).toBe(1);
  });

  it('goes on from a place behind which everything comes that it does not have', async () => {
    await write((manager) => manager.insert(ConsumerCursor, { name: counters.changes, seq: '7' }));
    await write((manager) => aVacancy(manager));
    // What is committed while the file is made is in neither the lines nor the place.
    const snapshots = instance((actor, work) =>
      asActorFrozen(dataSource, actor, async (manager) => {
        await manager.query('SELECT 1 FROM vacancies');
        await write((other) => aVacancy(other));
        await write((other) => other.update(ConsumerCursor, counters.changes, { seq: '8' }));
        return await work(manager);
      }),
    );
    expect(await snapshots.current(signal)).toMatchObject({ count: 1, resumeFrom: 7 });
  });

  it('leaves nothing behind when it cannot be made, and says so', async () => {
    const snapshots = instance((actor, work) =>
      asActorFrozen(dataSource, actor, (manager) =>
        work(
          Object.assign(Object.create(manager), {
            query: (sql: string, values?: unknown[]) =>
              sql.includes('published_at IS NOT NULL')
                ? Promise.reject(new Error('lost'))
                : manager.query(sql, values),
          }),
        ),
      ),
    );
    await expect(snapshots.current(signal)).rejects.toThrow('lost');
    expect(await dataSource.manager.count(VacancySnapshot)).toBe(0);
  });
});
