import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source';
import { listRuns } from '../../src/nightly/nightly-rows';
import { Night, type NightlyJob, runNightly } from '../../src/nightly/run-nightly';
import { eventually } from '../search/world';
import { createTestDatabase, type TestDatabase } from '../support/test-servers';

let database: TestDatabase;
let dataSource: DataSource;

beforeEach(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
});

afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

const schedule = { zone: 'Asia/Makassar', hour: 2 };
const hour = 3_600_000;
const day = 24 * hour;

/** Nine in the morning in Palu. */
const start = Date.parse('2026-11-21T01:00:00Z');

function createNight(run: NightlyJob['run'] = async () => ({ done: 1 })) {
  const clock = { at: start, now: () => new Date(clock.at) };
  const runs: number[] = [];
  const errors: unknown[] = [];
  const job: NightlyJob = {
    name: 'test',
    figures: { done: 'Done.' },
    run: (signal) => {
      runs.push(clock.at);
      return run(signal);
    },
  };
  const onError = (error: unknown) => void errors.push(error);
  const options = { dataSource, schedule, jobs: [job], clock, onError };
  return { clock, runs, errors, options, night: new Night(options) };
}

const signal = new AbortController().signal;

describe('Night', () => {
  it('runs a new job from the next night on, once a night', async () => {
    const { night, clock, runs } = createNight();
    for (const at of [0, 16 * hour, 17 * hour, 18 * hour, 40 * hour, 41 * hour, 42 * hour]) {
      clock.at = start + at;
      await night.runDue(signal);
    }
    expect(runs).toEqual([start + 17 * hour, start + 41 * hour]);
    expect(await listRuns(dataSource.manager)).toMatchObject([
      { job: 'test', night: '2026-11-23', succeededAt: new Date(start + 41 * hour) },
    ]);
  });

  it('makes up for many missed nights by one run', async () => {
    const { night, clock, runs } = createNight();
    await night.runDue(signal);
    clock.at = start + 9 * day;
    await new Night(createNight().options).runDue(signal);
    await night.runDue(signal);
    await night.runDue(signal);
    expect(runs).toEqual([start + 9 * day]);
  });

  it('tries a job that failed again after ten minutes', async () => {
    let left = 1;
    const { night, clock, runs, errors } = createNight(async () => {
      left -= 1;
      if (left >= 0) throw new Error('no luck');
      return { done: 2 };
    });
    await night.runDue(signal);
    for (const at of [day, day + 60_000, day + 10 * 60_000, day + 20 * 60_000]) {
      clock.at = start + at;
      await night.runDue(signal);
    }
    expect(runs).toEqual([start + day, start + day + 10 * 60_000]);
    expect(errors).toHaveLength(1);
    expect(await listRuns(dataSource.manager)).toMatchObject([{ figures: { done: 2 } }]);
  });

  it('does not count a run that was broken off', async () => {
    const stopping = new AbortController();
    const { night, clock, runs } = createNight(async () => {
      stopping.abort();
      return { done: 0 };
    });
    await night.runDue(signal);
    clock.at = start + day;
    await night.runDue(stopping.signal);
    expect(await listRuns(dataSource.manager)).toEqual([]);
    await night.runDue(signal);
    expect(runs).toHaveLength(2);
  });
});

describe('runNightly', () => {
  it('works in one of several processes', async () => {
    const stopping = new AbortController();
    const { clock, runs, options } = createNight();
    const all = { ...options, databaseUrl: database.appUrl, signal: stopping.signal, pollMs: 20 };
    const running = [runNightly(all), runNightly(all), runNightly(all)];
    await eventually(async () => {
      expect(await dataSource.query('SELECT job FROM nightly_runs')).toHaveLength(1);
    });
    clock.at = start + day;
    await eventually(async () => expect(await listRuns(dataSource.manager)).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(runs).toHaveLength(1);
    stopping.abort();
    await Promise.all(running);
  });
});
