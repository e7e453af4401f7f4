import type { EmployerSector } from '../../entities/vocabulary';
import { normaliseAddress } from '../../identity/address';
import { isPlainText } from '../../services/plain-text';
import type { ColumnMap } from '../column-map';
import type { RowFault } from '../faults';
import { FORMULA, isFormula } from '../formula';
import type { ImportRecord } from '../records';
import { RowCells } from './cells';
import type { EmployerField } from './employer-fields';
import { type PlaceReader, readPlace } from './read-place';

/** An employer as a book names it; null = not said. */
export interface EmployerRow {
  readonly row: number;
  readonly name: string;
  /** NIB: 13 digits. */
  readonly businessIdNumber: string | null;
  readonly sector: EmployerSector;
  /** KBLI, as a code or in words. */
  readonly industry: string | null;
  readonly address: string | null;
  readonly regionCode: string;
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export type ReadEmployer =
  | { readonly employer: EmployerRow; readonly leftOut: readonly RowFault[] }
  | { readonly faults: readonly RowFault[] };

export interface EmployerReader extends PlaceReader {
  readonly columns: ColumnMap<EmployerField>;
}

type Cells = RowCells<EmployerField>;

const NAME_LENGTH = 200;
const TEXT_LENGTH = 500;
const BUSINESS_ID_NUMBER = /^\d{13}$/;

/** Reads the cells of a row, or says which of them cannot be taken and why. */
export function readEmployer(record: ImportRecord, reader: EmployerReader): ReadEmployer {
  const cells: Cells = new RowCells(record, reader.columns);
  const name = cells.text('name');
  if (!isPlainText(name, NAME_LENGTH)) {
    cells.refuse('name', 'is blank, too long or holds hidden characters');
  }
  for (const field of ['name', 'contactName'] as const) {
    if (isFormula(cells.text(field))) cells.refuse(field, FORMULA);
  }
  const employer = {
    ...{ row: record.row, name, businessIdNumber: readNumber(cells) },
    regionCode: readPlace(cells, reader),
    ...readSector(cells),
    address: readText(cells, 'address'),
    contactName: readText(cells, 'contactName'),
    phone: readPhone(cells),
    email: readEmail(cells),
  };
  const { faults, leftOut } = cells;
  return faults.length > 0 ? { faults } : { employer, leftOut };
}

function readNumber(cells: Cells): string | null {
  const digits = cells.text('businessIdNumber').replace(/[\s.'-]/g, '');
  if (digits === '') return null;
  if (BUSINESS_ID_NUMBER.test(digits)) return digits;
  cells.refuse('businessIdNumber', 'is no NIB: it has 13 digits');
  return null;
}

const SECTORS: readonly (readonly [EmployerSector, RegExp])[] = [
  ['BUMN', /^(?:bumn|badan usaha milik negara|persero)$/i],
  ['BUMD', /^(?:bumd|badan usaha milik daerah|perumda|perseroda)$/i],
  [
    'LOCAL_GOVERNMENT',
    /^(?:pemda|pemkot|pemkab|pemerintah (?:daerah|kota|kabupaten)|local_government)$/i,
  ],
  ['GOVERNMENT', /^(?:pemerintah(?: pusat)?|instansi pemerintah|government)$/i],
  ['PRIVATE', /^(?:swasta|private|pma|pmdn|pt|cv|ud|perorangan|koperasi|yayasan)$/i],
];

/** Books call both the owner and the trade a sector. */
function readSector(cells: Cells): { sector: EmployerSector; industry: string | null } {
  const [text, industry] = [cells.text('sector'), readText(cells, 'industry')];
  const sector = SECTORS.find(([, words]) => words.test(text))?.[0];
  if (sector !== undefined) return { sector, industry };
  return { sector: 'PRIVATE', industry: industry ?? readText(cells, 'sector') };
}

function readText(cells: Cells, field: EmployerField): string | null {
  const text = cells.text(field);
  if (text === '') return null;
  if (isPlainText(text, TEXT_LENGTH)) return text;
  cells.leaveOut(field, `is longer than ${TEXT_LENGTH} characters or holds hidden ones`);
  return null;
}

/** Employers have landlines too: what is no mobile number stays as it is written. */
function readPhone(cells: Cells): string | null {
  const text = cells.text('phone');
  const mobile = normaliseAddress(text);
  if (mobile?.kind === 'PHONE') return mobile.text;
  if (text === '') return null;
  if (/^[+\d][\d\s()/.,-]{4,60}$/.test(text)) return text;
  cells.leaveOut('phone', 'is no telephone number');
  return null;
}

function readEmail(cells: Cells): string | null {
  const text = cells.text('email');
  const address = normaliseAddress(text);
  if (address?.kind === 'EMAIL') return address.text;
  if (text !== '') cells.leaveOut('email', 'is no e-mail address');
  return null;
}
