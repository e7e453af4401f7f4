import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
