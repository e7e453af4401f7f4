import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import { asActor, asActorRead } from '../../database/as-actor';
import { takeTurns } from '../../services/accounts/take-turns';
import { dayOf } from '../../services/candidates/profile';
import type { RowFault } from '../faults';
import type { ImportRecord } from '../records';
import type { ImportSource } from '../source';
import type { BookKeys } from './book-keys';
import {
  type BookReport,
  emptyBookReport,
  noteDuplicate,
  noteRefused,
  noteSome,
} from './book-report';
import { checkBook, readBookRows } from './check-book';
import { findKnownPeople, findKnownRows } from './known-people';
import { noteImport } from './note-import';
import { type PeopleField, peopleColumns } from './people-fields';
import {
  isNameAlone,
  NAME_ALONE,
  type PeopleReader,
  type PersonRow,
  readPerson,
} from './person-row';
import { type KeyedPerson, keyPerson, type PlacedPerson, placePerson } from './place-people';
import { loadBookPlaces } from './places';
import { MOST_SHARING, RowsBefore } from './rows-before';
import { type BookFile, type PersonWrite, writePeople } from './write-people';

export interface BookDeps {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly keys: BookKeys;
}

export interface BookOptions<Field extends string> {
  /** With what a row says it names somebody for good: the same book must keep its name. */
  readonly sourceName: string;
  readonly columns?: ReadonlyMap<Field, string>;
  /** Area of the office whose book it is: rows outside it are refused, rows without a place lie in it. */
  readonly officeCode?: string | null;
  readonly isDryRun?: boolean;
  /** Ends after the batch at hand. */
  readonly signal?: AbortSignal;
  onProgress?(done: number, total: number): void;
}

/** Rows of one transaction. */
const BATCH_ROWS = 500;

interface Run {
  readonly deps: BookDeps;
  readonly options: BookOptions<PeopleField>;
  readonly reader: PeopleReader;
  readonly file: BookFile;
  readonly before: RowsBefore;
  readonly report: BookReport;
}

/**
 * Takes the people of an office's book. They count as people who look for work; nobody of them is in a ranking, a list
 * or an index before they agree to it themselves.
 *
 * Shape: two passes; the first refuses the file, the second refuses single rows. An equal row changes nothing, so the
 * import can be repeated and goes on where it was stopped. Who is known already, by identity number or address, stays
 * one person: only what was empty is filled in.
 * Errors: StructuralFault, before anything is written. RangeError for an office that is no region.
 * Cost: about 1 ms a new row, and once some 0.3 s for the names of regions.
 */
export async function importPeople(
  deps: BookDeps,
  source: ImportSource,
  options: BookOptions<PeopleField>,
): Promise<BookReport> {
  const started = performance.now();
  const book = await checkBook(source, options.columns ?? new Map(), peopleColumns);
  const at = deps.clock.now();
  const area = options.officeCode ?? null;
  const places = await asActorRead(deps.dataSource, 'system', (manager) =>
    loadBookPlaces(manager, area),
  );
  const run: Run = {
    ...{ deps, options, before: new RowsBefore(), report: emptyBookReport() },
    reader: { columns: book.columns, places, area, today: dayOf(at) },
    file: { sourceName: options.sourceName, digest: book.digest, at },
  };
  let batch: KeyedPerson[] = [];
  for await (const record of readBookRows(source)) {
    if (options.signal?.aborted) break;
    run.report.rows++;
    const keyed = readRow(run, record);
    if (keyed !== null) batch.push(keyed);
    if (batch.length < BATCH_ROWS) continue;
    await takeBatch(run, batch);
    batch = [];
    options.onProgress?.(run.report.rows, book.rows);
  }
  // A stopped run ends between two batches: its rows come again.
  if (!options.signal?.aborted) await takeBatch(run, batch);
  run.report.isInterrupted = options.signal?.aborted ?? false;
  if (!options.isDryRun) await noteImport(deps.dataSource, 'people', run);
  run.report.seconds = (performance.now() - started) / 1_000;
  return run.report;
}

/** Null for a row of which nothing is taken. */
function readRow(run: Run, record: ImportRecord): KeyedPerson | null {
  const { deps, reader, before, report } = run;
  const read = readPerson(record, reader);
  if ('faults' in read) {
    noteRefused(report, read.faults);
    return null;
  }
  const { person, leftOut } = ownAddresses(run, read);
  const { row } = person;
  if (isNameAlone(person)) {
    const column = reader.columns.get('fullName') ?? 'fullName';
    noteRefused(report, [{ row, column, reason: NAME_ALONE }]);
    return null;
  }
  const keyed = keyPerson(deps.keys, person);
  const key = keyed.rowKey.toString('hex');
  const earlier = before.find(key, keyed.traits);
  if (earlier?.isUnclear) {
    const reason = `is that of row ${earlier.row}, and nothing tells whether it is one person`;
    noteRefused(report, [{ row, column: addressColumn(run), reason }]);
    return null;
  }
  if (earlier !== null) {
    noteDuplicate(report, { row, earlierRow: earlier.row });
    return null;
  }
  before.add(key, row, keyed.traits);
  report.leftOutCells += leftOut.length;
  noteSome(report.leftOut, leftOut);
  return keyed;
}

interface TakenRow {
  readonly person: PersonRow;
  readonly leftOut: readonly RowFault[];
}

/** Some books name one telephone for everybody: by it nobody is found again. */
function ownAddresses({ before, reader }: Run, taken: TakenRow): TakenRow {
  let { person } = taken;
  const leftOut = [...taken.leftOut];
  for (const field of ['phone', 'email'] as const) {
    const address = person[field];
    if (address === null || !before.isEverybodys(address)) continue;
    const reason = `stands in more than ${MOST_SHARING} rows: it is nobody’s own`;
    leftOut.push({ row: person.row, column: reader.columns.get(field) ?? field, reason });
    person = { ...person, [field]: null };
  }
  return { person, leftOut };
}

async function takeBatch(run: Run, batch: readonly KeyedPerson[]): Promise<void> {
  if (batch.length === 0) return;
  const { deps, options, file, report } = run;
  if (options.isDryRun) {
    const placed = await asActorRead(deps.dataSource, 'system', (manager) =>
      placeBatch(manager, run, batch, false),
    );
    for (const [index, one] of placed.entries()) countPlaced(report, one, batch[index]);
    return;
  }
  const placed = await asActor(deps.dataSource, 'system', async (manager) => {
    // Of two imports that name the same person the second finds what the first wrote.
    await takeTurns(manager, 'people', 'book');
    const found = await placeBatch(manager, run, batch, true);
    const writes = found.flatMap((one): PersonWrite[] => ('write' in one ? [one.write] : []));
    await writePeople(manager, deps.keys, writes, file);
    return found;
  });
  for (const [index, one] of placed.entries()) countPlaced(report, one, batch[index]);
}

async function placeBatch(
  manager: EntityManager,
  run: Run,
  batch: readonly KeyedPerson[],
  isLocked: boolean,
): Promise<PlacedPerson[]> {
  const { file, deps, reader } = run;
  const rows = await findKnownRows(
    manager,
    file.sourceName,
    batch.map(({ rowKey }) => rowKey),
  );
  const numbers = batch.flatMap(({ person: { identityNumber } }) => identityNumber ?? []);
  const people = await findKnownPeople(
    manager,
    {
      ids: [...rows.values()].map(({ candidateId }) => candidateId),
      numbers: numbers.map((number) => deps.keys.vault.hash(number)),
      phones: batch.flatMap(({ person: { phone } }) => phone ?? []),
      emails: batch.flatMap(({ person: { email } }) => email ?? []),
    },
    isLocked,
  );
  const placed = batch.map((keyed) =>
    placePerson(keyed, {
      ...{ people, area: reader.area, addressColumn: addressColumn(run) },
      earlier: rows.get(keyed.rowKey.toString('hex')),
    }),
  );
  return onceEach(placed);
}

/** Of two rows that name one known person in different ways the first one counts. */
function onceEach(placed: readonly PlacedPerson[]): PlacedPerson[] {
  const named = new Set<string>();
  return placed.map((one) => {
    const id = 'write' in one ? one.write.known?.id : undefined;
    if (!('write' in one) || id === undefined) return one;
    if (named.has(id)) return { kind: 'FILL', write: { ...one.write, changes: {} } };
    named.add(id);
    return one;
  });
}

const addressColumn = ({ reader: { columns } }: Run): string =>
  columns.get('phone') ?? columns.get('email') ?? 'phone';

function countPlaced(report: BookReport, placed: PlacedPerson, { person }: KeyedPerson): void {
  if (placed.kind === 'UNCHANGED') report.unchanged++;
  if (placed.kind === 'CREATE') report.created++;
  if (placed.kind === 'UPDATE') report.updated++;
  if (placed.kind === 'REFUSE') noteRefused(report, placed.faults);
  if (placed.kind !== 'FILL') return;
  noteDuplicate(report, { row: person.row, earlierRow: null });
  if (Object.keys(placed.write.changes).length > 0) report.filledIn++;
}
