import type { EducationLevel, Gender } from '../../entities/vocabulary';
import { normaliseAddress } from '../../identity/address';
import { ADULT_YEARS, isMinor, profileLimits } from '../../services/candidates/profile';
import {
  maskIdentityNumber,
  readIdentityNumber,
} from '../../services/identity-numbers/identity-number';
import { isPlainText } from '../../services/plain-text';
import { findEducation } from '../../text/education';
import type { ColumnMap } from '../column-map';
import type { RowFault } from '../faults';
import { FORMULA, isFormula } from '../formula';
import type { ImportRecord } from '../records';
import { RowCells } from './cells';
import type { PeopleField } from './people-fields';
import { readBirthDay } from './read-day';
import { type PlaceReader, readPlace } from './read-place';

/** Somebody as a book names them; null = not said. */
export interface PersonRow {
  readonly row: number;
  readonly fullName: string;
  /** The 16 digits. */
  readonly identityNumber: string | null;
  readonly birthDate: string | null;
  readonly gender: Gender | null;
  readonly address: string | null;
  readonly regionCode: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly education: EducationLevel | null;
  /** What it says of work and skills, for the person to confirm. */
  readonly words: string | null;
}

export type ReadPerson =
  | { readonly person: PersonRow; readonly leftOut: readonly RowFault[] }
  | { readonly faults: readonly RowFault[] };

export interface PeopleReader extends PlaceReader {
  readonly columns: ColumnMap<PeopleField>;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

type Cells = RowCells<PeopleField>;

/** Why a row is refused that says nothing else. */
export const NAME_ALONE = 'is all there is: by it alone nobody is recognised';

/** Whether nothing but the name says who somebody is. */
export const isNameAlone = ({
  identityNumber,
  birthDate,
  phone,
  email,
}: Pick<PersonRow, 'identityNumber' | 'birthDate' | 'phone' | 'email'>): boolean =>
  [identityNumber, birthDate, phone, email].every((each) => each === null);

const ADDRESS_LENGTH = 500;
/** As long as a text may be of which `suggestFromText` reads all; four columns share it. */
const WORDS_LENGTH = 4_000;
/** A workbook that holds it as a number has rounded it. */
const ROUNDED = /^\d(?:[.,]\d+)?e\+?\d+$/i;

/** Reads the cells of a row, or says which of them cannot be taken and why. */
export function readPerson(record: ImportRecord, reader: PeopleReader): ReadPerson {
  const cells: Cells = new RowCells(record, reader.columns);
  const fullName = cells.text('fullName');
  if (!isPlainText(fullName, profileLimits.nameLength)) {
    cells.refuse('fullName', 'is blank, too long or holds hidden characters');
  } else if (isFormula(fullName)) cells.refuse('fullName', FORMULA);
  const identityNumber = readNumber(cells);
  const birthDate = readBirth(cells, reader.today);
  if (identityNumber !== null && birthDate !== null && !agree(identityNumber, birthDate)) {
    cells.refuse('identityNumber', 'names another day of birth than the row');
  }
  const [phone, email] = [readAddress(cells, 'phone'), readAddress(cells, 'email')];
  if (isNameAlone({ identityNumber, birthDate, phone, email }) && cells.faults.length === 0) {
    cells.refuse('fullName', NAME_ALONE);
  }
  const regionCode = readPlace(cells, reader);
  const person = {
    ...{ row: record.row, fullName, identityNumber, birthDate, regionCode, phone, email },
    gender: readGender(cells),
    address: readText(cells, 'address', ADDRESS_LENGTH),
    education: readEducation(cells),
    words: readWords(cells),
  };
  const { faults, leftOut } = cells;
  return faults.length > 0 ? { faults } : { person, leftOut };
}

function readNumber(cells: Cells): string | null {
  const text = cells.text('identityNumber').replace(/^'/, '');
  if (text === '') return null;
  const number = readIdentityNumber(text);
  if (number !== null) return number;
  const digits = text.replace(/\D/g, '');
  if (ROUNDED.test(text)) {
    cells.refuse('identityNumber', 'is a rounded number: format the column as text');
  } else if (digits.length === 16) {
    cells.refuse('identityNumber', `${maskIdentityNumber(digits)} cannot be one`);
  } else {
    cells.refuse('identityNumber', `has ${digits.length} digits instead of 16`);
  }
  return null;
}

function readBirth(cells: Cells, today: string): string | null {
  const text = cells.text('birthDate');
  if (text === '') return null;
  const day = readBirthDay(text, today);
  if (day === null) cells.refuse('birthDate', 'is no day of birth; write day, month and year');
  else if (isMinor(day, today)) {
    cells.refuse('birthDate', `is of somebody under ${ADULT_YEARS}: a guardian consents first`);
  }
  return day;
}

/** The number says day, month and the end of the year; women have 40 added to the day. */
function agree(number: string, birthDate: string): boolean {
  const [year, month, day] = birthDate.split('-');
  const written = Number(number.slice(6, 8)) % 40;
  return (
    written === Number(day) &&
    number.slice(8, 10) === month &&
    number.slice(10, 12) === year.slice(2)
  );
}

function readAddress(cells: Cells, field: 'phone' | 'email'): string | null {
  // Some have several: the first that can be one.
  const texts = cells.text(field).split(/[/;,]| dan /);
  const kind = field === 'phone' ? 'PHONE' : 'EMAIL';
  const found = texts.map((text) => normaliseAddress(text)).find((each) => each?.kind === kind);
  if (found !== undefined && found !== null) return found.text;
  if (cells.text(field) !== '') {
    const what = field === 'phone' ? 'mobile number' : 'e-mail address';
    cells.leaveOut(field, `is no ${what}`);
  }
  return null;
}

const FEMALE = /^(?:p|pr|perempuan|wanita|w|f|female)\.?$/i;
const MALE = /^(?:l|lk|laki|laki[ -]?laki|pria|m|male)\.?$/i;

function readGender(cells: Cells): Gender | null {
  const text = cells.text('gender');
  if (FEMALE.test(text)) return 'FEMALE';
  if (MALE.test(text)) return 'MALE';
  if (text !== '') cells.leaveOut('gender', 'is not understood');
  return null;
}

function readEducation(cells: Cells): EducationLevel | null {
  const text = cells.text('education');
  if (text === '') return null;
  if (/^(?:tidak|belum|tdk)\b.*\b(?:sekolah|bersekolah)$/i.test(text)) return 'NO_SCHOOL';
  if (/^(?:tidak|belum|tdk)\b.*\b(?:tamat|lulus)\b.*\bsd\b/i.test(text)) return 'SD_UNFINISHED';
  // The cell says nothing else: "di" alone is no preposition here.
  const level = /^di$/i.test(text) ? 'D1' : (findEducation(text.toUpperCase())?.level ?? null);
  if (level === null) cells.leaveOut('education', 'is not understood');
  return level;
}

function readText(cells: Cells, field: PeopleField, limit: number): string | null {
  const text = cells.text(field);
  if (text === '') return null;
  if (isPlainText(text, limit)) return text;
  cells.leaveOut(field, `is longer than ${limit} characters or holds hidden ones`);
  return null;
}

/** Work and skills in one text, as somebody would write them into a résumé. */
function readWords(cells: Cells): string | null {
  const fields = ['job', 'experience', 'skills', 'major'] as const;
  const texts = fields.flatMap(
    (field) => readText(cells, field, WORDS_LENGTH / fields.length) ?? [],
  );
  return texts.length === 0 ? null : texts.join('\n');
}
