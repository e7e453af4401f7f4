import type { EntityManager } from 'typeorm';
import { asActor, asActorRead } from '../../database/as-actor';
import { takeTurns } from '../../services/accounts/take-turns';
import { officeDay } from '../../text/office-day';
import type { RowFault } from '../faults';
import type { ImportRecord } from '../records';
import type { ImportSource } from '../source';
import { type BookReport, noteDuplicate, noteRefused, noteSome } from './book-report';
import { findKnownPeople, findKnownRows } from './known-people';
import { type PeopleField, peopleColumns } from './people-fields';
import {
  isNameAlone,
  NAME_ALONE,
  type PeopleReader,
  type PersonRow,
  readPerson,
} from './person-row';
import { type KeyedPerson, keyPerson, type PlacedPerson, placePerson } from './place-people';
import { MOST_SHARING, RowsBefore } from './rows-before';
import { type BookDeps, type BookKind, type BookOptions, type BookRun, runBook } from './run-book';
import { type PersonWrite, writePeople } from './write-people';

interface Run extends BookRun<PeopleField> {
  readonly reader: PeopleReader;
  readonly before: RowsBefore;
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
export const importPeople = (
  deps: BookDeps,
  source: ImportSource,
  options: BookOptions<PeopleField>,
): Promise<BookReport> => runBook(peopleBook, deps, source, options);

const peopleBook: BookKind<PeopleField, KeyedPerson> = {
  kind: 'people',
  columns: peopleColumns,
  start: (begun) => {
    const reader = { ...begun.reader, today: officeDay(begun.file.at) };
    const run: Run = { ...begun, reader, before: new RowsBefore() };
    return {
      readRow: (record) => readRow(run, record),
      takeBatch: (batch) => takeBatch(run, batch),
    };
  },
};

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
