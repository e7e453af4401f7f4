import path from 'node:path';
import type { Client } from 'pg';
import { loadConfig } from '../src/config';
import { withClient } from '../src/database/bootstrap';
import { migrate } from '../src/database/migrate';
import { silentLog } from '../src/embedded/log';
import { provideServers } from '../src/embedded/servers';
import { startInThread } from '../src/matching/engine/start-engine';
import { monthOf } from '../src/matching/facts/months';
import { type Figure, figure, round } from './figures';
import { PROJECT } from './graphql';
import { withHome } from './service';

/** For a million people with eleven competencies each. Source: issue of the matching core. */
const BOOT_SECONDS = 20;
const MILLION = 1_000_000;
const PEOPLE_AT_ONCE = 100_000;

const THREAD = path.join(PROJECT, 'dist/src/matching/engine/engine-thread.js');

/** How long the engine takes to read so many people from PostgreSQL, in its thread. */
export async function measureBoot(people: number, say: (line: string) => void): Promise<Figure[]> {
  return await withHome(async (home) => {
    const config = loadConfig({ NODE_ENV: 'test', PADAN_HOME: home });
    const servers = await provideServers(config, silentLog, { isDurable: false });
    try {
      await migrate(servers.database.migratorUrl);
      say(`inventing ${people} people in SQL`);
      await withClient(servers.database.migratorUrl, (client) => fill(client, people));
      const database = { databaseUrl: servers.database.appUrl, month: monthOf(new Date()) };
      say('reading them');
      const onProgress = ({ people: read, seconds }: { people: number; seconds: number }) =>
        say(`${read} people in ${round(seconds)} s`);
      const { report, kill } = await startInThread(THREAD, database, { now: Date.now, onProgress });
      await kill();
      const most = people >= MILLION ? BOOT_SECONDS : undefined;
      const values = { people: report.people, seconds: round(report.seconds) };
      return [figure('boot', values, most === undefined ? undefined : { of: 'seconds', most })];
    } finally {
      await servers.stop();
    }
  });
}

/** Eleven different competencies each, few of them common; up to two past jobs. */
async function fill(client: Client, people: number): Promise<void> {
  await client.query('SELECT setseed(0.5)');
  for (let from = 0; from < people; from += PEOPLE_AT_ONCE) {
    await client.query(
      `WITH places AS (SELECT array_agg(code) AS codes FROM regions WHERE level = 'DISTRICT'),
       skills AS (SELECT array_agg(id ORDER BY number) AS ids, count(*)::int AS size FROM competencies),
       jobs AS (SELECT array_agg(id) AS ids, count(*)::int AS size FROM occupations),
       added AS (
         INSERT INTO candidates (status, full_name, region_code, education, matching_consent_at, confirmed_on)
         SELECT 'ACTIVE', 'Invented', codes[1 + floor(random() * cardinality(codes))], 'SMA', now(), now()
         FROM generate_series(1, $1), places RETURNING id),
       worked AS (
         INSERT INTO work_experiences (candidate_id, title, occupation_id, started_on, ended_on)
         SELECT id, 'Work', ids[1 + floor(random() * size)], '2021-01-01', '2023-01-01'
         FROM added, jobs, generate_series(1, 2) AS job WHERE random() < 0.6)
       INSERT INTO candidate_competencies (candidate_id, competency_id, level)
       SELECT added.id, ids[1 + (start + place * (1 + place)) % size], 1 + floor(random() * 5)
       FROM (SELECT id, floor(random() ^ 3 * 600)::int AS start FROM added) AS added, skills,
         generate_series(1, 11) AS place`,
      [Math.min(PEOPLE_AT_ONCE, people - from)],
    );
  }
  await client.query('VACUUM ANALYZE');
}
