import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const ROUNDS = 6;

describe('a command that fails on servers of its own', () => {
  const home = mkdtempSync(path.join(ROOT, '.padan-test-'));
  const file = path.join(home, 'unclosed.csv');

  beforeAll(() => writeFileSync(file, 'title,description\n"Kasir,never closed\n'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('says why, ends with status 1 and frees the folder, every time', () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { status, stderr } = spawnSync(
        process.execPath,
        ['bin/padan.js', 'import', 'vacancies', file],
        { cwd: ROOT, encoding: 'utf8', env: { PATH: '/usr/bin:/bin', PADAN_HOME: home } },
      );
      expect({ status, isExplained: stderr.includes('refused') }).toEqual({
        status: 1,
        isExplained: true,
      });
      expect(existsSync(path.join(home, 'lock'))).toBe(false);
    }
  }, 120_000);
});
