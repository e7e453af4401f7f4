import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

/** Runs `padan` on no servers: what is refused needs none. */
const padan = (words: readonly string[]) =>
  spawnSync(process.execPath, ['bin/padan.js', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin', PADAN_HOME: path.join(ROOT, '.padan-never') },
  });

describe('a command with an option that makes no sense', () => {
  it.each([
    [['import', 'taxonomy', '--dir', 'no-such-folder'], 'There is no folder no-such-folder'],
    [['import', 'taxonomy', '--dir', 'package.json'], 'There is no folder package.json'],
    [['verify', 'ranking', '--sample', '0'], 'It must be at least 1.'],
    [['dead-letters', 'drop', 'search', 'vacancy', '1', '--because', ' '], 'It must not be blank.'],
    [['office', 'add', '--subject', ' ', '--region', '72.71'], 'It must not be blank.'],
    [['office', 'add', '--subject', '', '--region', '72.71'], 'It must not be blank.'],
  ])(
    'refuses %j and says why',
    (words, reason) => {
      const { status, stderr } = padan(words);
      expect({ status, isExplained: stderr.includes(reason) }).toEqual({
        status: 1,
        isExplained: true,
      });
    },
    30_000,
  );
});
