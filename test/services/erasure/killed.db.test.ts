import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { asActor } from '../../../src/database/as-actor';
import { createDataSource } from '../../../src/database/data-source';
import { prepareErasureFile, readErasureFile } from '../../../src/erasures/erasure-file';
import { repeatLogged } from '../../../src/erasures/repeat-logged';
import { aCandidate, anAccount } from '../../builders';
import { createTestDatabase, type TestDatabase } from '../../support/test-servers';

jest.setTimeout(60_000);

const root = path.resolve(__dirname, '../../..');

let database: TestDatabase;
let dataSource: DataSource;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
  folder = mkdtempSync(path.join(tmpdir(), 'padan-killed-'));
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** How many of a person's rows are there, and how many tombstones. */
async function countOf(id: string): Promise<[number, number]> {
  const count = (table: string) =>
    asActor(dataSource, 'system', (manager) =>
      manager.query(`SELECT FROM ${table} WHERE id = $1`, [id]),
    ).then((rows) => rows.length);
  return [await count('candidates'), await count('candidate_tombstones')];
}

describe('an erasure whose process is killed', () => {
  it.each([
    ['before the entry', [1, 0], [1, 0]],
    ['before the commit', [1, 0], [0, 1]],
    ['after the commit', [0, 1], [0, 1]],
  ])(
    '%s is whole or not there, and whole after the next start if it was noted',
    async (moment, killed, restarted) => {
      const file = path.join(folder, `${moment.replaceAll(' ', '-')}.log`);
      await prepareErasureFile(file);
      const { accountId, id } = await asActor(dataSource, 'system', async (manager) => {
        const account = await anAccount(manager);
        return aCandidate(manager, { accountId: account.id });
      });
      const script = path.join(__dirname, 'killed-process.ts');
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', script, database.appUrl, file, String(accountId), moment],
        { cwd: root, stdio: 'ignore' },
      );
      const signal = await new Promise((resolve) => child.once('exit', (_, by) => resolve(by)));
      expect(signal).toBe('SIGKILL');
      expect(await countOf(id)).toEqual(killed);
      const isNoted = moment !== 'before the entry';
      expect(await readErasureFile(file)).toHaveLength(Number(isNoted));
      await repeatLogged(dataSource, file);
      expect(await countOf(id)).toEqual(restarted);
    },
  );
});
