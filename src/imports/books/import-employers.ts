import type { EntityManager } from 'typeorm';
import { asActor, asActorRead } from '../../database/as-actor';
import { takeTurns } from '../../services/accounts/take-turns';
import type { ImportRecord } from '../records';
import type { ImportSource } from '../source';
import { type BookKeys, bookHash, rowKey } from './book-keys';
import { type BookReport, noteDuplicate, noteRefused, noteSome } from './book-report';
import { type EmployerField, employerColumns } from './employer-fields';
import { type EmployerRow, readEmployer } from './employer-row';
import { type BookDeps, type BookKind, type BookOptions, type BookRun, runBook } from './run-book';
import { foldName } from './same-person';
import {
  type EmployerWrite,
  findKnownEmployers,
  findKnownEntries,
  type KnownEmployer,
  writeEmployers,
} from './write-employers';

interface Run extends BookRun<EmployerField> {
  /** Rows by their keys (hexadecimal). */
  readonly before: Map<string, number>;
}

interface KeyedEmployer {
  readonly employer: EmployerRow;
  readonly key: Buffer;
  readonly contentHash: Buffer;
}

type PlacedEmployer =
  | { readonly kind: 'CREATE' | 'UPDATE' | 'KNOWN'; readonly write: EmployerWrite }
  | { readonly kind: 'UNCHANGED' };

/**
 * Takes the employers of an office's book: unverified, and nobody acts for them until somebody signs up with the same
 * number and the office has verified it.
 *
 * Shape: as `importPeople`. An employer that is known already, by number or by name and place, is not made twice; what it
 * said of itself stays.
 * Errors: StructuralFault, before anything is written.
 */
export const importEmployers = (
  deps: BookDeps,
  source: ImportSource,
  options: BookOptions<EmployerField>,
): Promise<BookReport> => runBook(employersBook, deps, source, options);

const employersBook: BookKind<EmployerField, KeyedEmployer> = {
  kind: 'employers',
  columns: employerColumns,
  start: (begun) => {
    const run: Run = { ...begun, before: new Map() };
    return {
      readRow: (record) => readRow(run, record),
      takeBatch: (batch) => takeBatch(run, batch),
    };
  },
};

/** Null for a row of which nothing is taken. */
function readRow({ deps, reader, before, report }: Run, record: ImportRecord) {
  const read = readEmployer(record, reader);
  if ('faults' in read) {
    noteRefused(report, read.faults);
    return null;
  }
  const { employer } = read;
  const key = keyOf(deps.keys, employer);
  const earlierRow = before.get(key.toString('hex'));
  if (earlierRow !== undefined) {
    noteDuplicate(report, { row: employer.row, earlierRow });
    return null;
  }
  before.set(key.toString('hex'), employer.row);
  report.leftOutCells += read.leftOut.length;
  noteSome(report.leftOut, read.leftOut);
  return { employer, key, contentHash: bookHash(deps.keys, employer) };
}

const keyOf = (keys: BookKeys, { businessIdNumber, name, regionCode }: EmployerRow): Buffer =>
  rowKey(keys, { number: businessIdNumber, name, others: [regencyOf(regionCode)] });

async function takeBatch(run: Run, batch: readonly KeyedEmployer[]): Promise<void> {
  const { deps, options, file, report } = run;
  const work = async (manager: EntityManager) => {
    if (!options.isDryRun) await takeTurns(manager, 'employers', 'book');
    const placed = await placeBatch(manager, run, batch);
    const writes = placed.flatMap((one) => ('write' in one ? [one.write] : []));
    if (!options.isDryRun) await writeEmployers(manager, writes, file);
    return placed;
  };
  const { dataSource } = deps;
  const placed = await (options.isDryRun
    ? asActorRead(dataSource, 'system', work)
    : asActor(dataSource, 'system', work));
  for (const [index, one] of placed.entries()) countPlaced(report, one, batch[index]);
}

async function placeBatch(
  manager: EntityManager,
  { file }: Run,
  batch: readonly KeyedEmployer[],
): Promise<PlacedEmployer[]> {
  const entries = await findKnownEntries(
    manager,
    file.sourceName,
    batch.map(({ key }) => key),
  );
  const known = await findKnownEmployers(manager, {
    ids: [...entries.values()].map(({ employerId }) => employerId),
    numbers: batch.flatMap(({ employer }) => employer.businessIdNumber ?? []),
    names: batch.map(({ employer }) => employer.name),
  });
  return batch.map(({ employer, key, contentHash }) => {
    const earlier = entries.get(key.toString('hex'));
    if (earlier?.contentHash === contentHash.toString('hex')) return { kind: 'UNCHANGED' };
    const write = { employer, rowKey: key, contentHash };
    const own = known.find(({ id }) => id === earlier?.employerId);
    const same = own ?? known.find((one) => isSame(one, employer));
    if (same === undefined)
      return { kind: 'CREATE', write: { ...write, known: null, isAnew: true } };
    const isAnew = own?.isBooks ?? false;
    return { kind: isAnew ? 'UPDATE' : 'KNOWN', write: { ...write, known: same, isAnew } };
  });
}

/** By number where both have one, else by name inside one regency or city. */
function isSame(
  known: KnownEmployer,
  { businessIdNumber, name, regionCode }: EmployerRow,
): boolean {
  if (known.businessIdNumber !== null && businessIdNumber !== null) {
    return known.businessIdNumber === businessIdNumber;
  }
  return (
    foldName(known.name) === foldName(name) &&
    known.regionCode !== null &&
    regencyOf(known.regionCode) === regencyOf(regionCode)
  );
}

const regencyOf = (code: string): string => code.slice(0, 'xx.xx'.length);

function countPlaced(
  report: BookReport,
  placed: PlacedEmployer,
  { employer }: KeyedEmployer,
): void {
  if (placed.kind === 'UNCHANGED') report.unchanged++;
  if (placed.kind === 'CREATE') report.created++;
  if (placed.kind === 'UPDATE') report.updated++;
  if (placed.kind === 'KNOWN') noteDuplicate(report, { row: employer.row, earlierRow: null });
}
