import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'padan-books-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs `padan import` on no servers: what these ask for needs none. */
const padanImport = (...words: string[]) =>
  spawnSync(process.execPath, ['bin/padan.js', 'import', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin', PADAN_HOME: path.join(ROOT, '.padan-never') },
  });

describe('padan import people', () => {
  it('writes an empty book, and over no file', () => {
    const file = path.join(folder, 'buku.csv');
    expect(padanImport('people', '--template', file).status).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('Nama,NIK,Tanggal Lahir');
    expect(padanImport('people', '--template', file).stderr).toContain('is there already');
  }, 30_000);

  it('says what is wrong with a map of columns', () => {
    const map = path.join(folder, 'map.json');
    writeFileSync(map, '{"nama": "Pencaker"}');
    expect(padanImport('people', 'buku.csv', '--map', map).stderr).toContain('"nama" is no field');
    writeFileSync(map, '["Nama"]');
    expect(padanImport('people', 'buku.csv', '--map', map).stderr).toContain('no JSON object');
  }, 30_000);
});

describe('padan import', () => {
  it.each(['people', 'employers', 'vacancies'])(
    'names a file of %s that cannot be read',
    (kind) => {
      const missing = path.join(folder, 'tidak-ada.csv');
      expect(padanImport(kind, missing)).toMatchObject({
        status: 1,
        stderr: `${missing}: it cannot be read (ENOENT)\n`,
      });
      expect(padanImport(kind, folder)).toMatchObject({
        status: 1,
        stderr: `${folder}: it cannot be read (EISDIR)\n`,
      });
      expect(existsSync(path.join(ROOT, '.padan-never'))).toBe(false);
    },
    30_000,
  );

  it('ends with 2 when it refused rows of a book, and with 0 when it refused none', () => {
    const home = mkdtempSync(path.join(ROOT, '.padan-test-'));
    const file = path.join(folder, 'buku.csv');
    const take = (text: string) => {
      writeFileSync(file, text);
      const words = ['bin/padan.js', 'import', 'people', file, '--office', '72.71'];
      const env = { PATH: '/usr/bin:/bin', PADAN_HOME: home };
      return spawnSync(process.execPath, words, { cwd: ROOT, encoding: 'utf8', env });
    };
    try {
      expect(take('Nama,HP\nSri,081234567890\n=1+1,081234567891\n')).toMatchObject({
        status: 2,
        stdout: expect.stringContaining('refused row 3, column Nama: begins as a formula does'),
      });
      expect(take('Nama,HP\nSri,081234567890\n').status).toBe(0);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  }, 60_000);
});
