import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type ErrorCode, errorCatalogue, errorMessage, reasons } from '../src/errors';

const page = readFileSync(path.join(__dirname, '../docs/ERRORS.md'), 'utf8');
const codes = Object.keys(errorCatalogue) as ErrorCode[];

/** The row of docs/ERRORS.md that stands for a code. */
const rowOf = (code: ErrorCode): string => {
  const { status, en, id } = errorCatalogue[code];
  return `| \`${code}\` | ${status} | ${en} | ${id} |`;
};

describe('docs/ERRORS.md', () => {
  it('lists every code of the catalogue as it is, and no other', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('| `'));
    expect(rows).toEqual(codes.map(rowOf));
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
