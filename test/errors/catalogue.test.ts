import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ErrorCode, errorCatalogue, errorMessage, reasons } from '../../src/errors';

const FILE = path.join(__dirname, '../../docs/ERRORS.md');
const AREAS = path.join(__dirname, '../../src/errors/areas');
const codes = Object.keys(errorCatalogue) as ErrorCode[];
/** The rows of the table, which stand together. */
const ROWS = /(^\| `.*\n)+/m;

/** The row of docs/ERRORS.md that stands for a code. */
const rowOf = (code: ErrorCode): string => {
  const { status, en, id } = errorCatalogue[code];
  return `| \`${code}\` | ${status} | ${en} | ${id} |\n`;
};

describe('docs/ERRORS.md', () => {
  it('lists every code of the catalogue as it is, and no other', () => {
    const page = readFileSync(FILE, 'utf8');
    const expected = page.replace(ROWS, () => codes.map(rowOf).join(''));
    // biome-ignore lint/style/noProcessEnv: a developer asks for it by hand
    if (process.env.PADAN_WRITE === '1') writeFileSync(FILE, expected);
    expect(readFileSync(FILE, 'utf8')).toBe(expected);
  });
});

describe('errorCatalogue', () => {
  it('takes each code from one area', async () => {
    const files = readdirSync(AREAS).filter((name) => /\.[jt]s$/.test(name));
    const parts = await Promise.all(files.map((name) => import(path.join(AREAS, name))));
    const ofAreas = parts.flatMap((part) =>
      Object.values(part).flatMap((area) => Object.keys(area as object)),
    );
    expect(ofAreas.sort()).toEqual([...codes].sort());
  });
});

describe('errorMessage', () => {
  it('fills parameters in both languages', () => {
    const parameters = { field: 'first', reason: reasons.pageSize };
    expect(errorMessage('BAD_USER_INPUT', parameters, 'EN')).toBe(
      'first is not valid: it must be between 1 and 100.',
    );
    expect(errorMessage('BAD_USER_INPUT', parameters, 'ID')).toBe(
      'first tidak sah: harus antara 1 dan 100.',
    );
  });
});
