import type { EntityManager } from 'typeorm';
import { asActor, asActorRead } from '../../database/as-actor';
import { takeTurns } from '../../services/accounts/take-turns';
import type { ImportRecord } from '../records';
import type { ImportSource } from '../source';
import { type BookKeys, bookHash, rowKey } from './book-keys';
import {
  type BookReport,
  emptyBookReport,
  noteDuplicate,
  noteRefused,
  noteSome,
} from './book-report';
import { checkBook, readBookRows } from './check-book';
import { type EmployerField, employerColumns } from './employer-fields';
import { type EmployerReader, type EmployerRow, readEmployer } from './employer-row';
import type { BookDeps, BookOptions } from './import-people';
import { noteImport } from './note-import';
import { loadBookPlaces } from './places';
import { foldName } from './same-person';
import {
  type EmployerWrite,
  findKnownEmployers,
  findKnownEntries,
  type KnownEmployer,
  writeEmployers,
} from './write-employers';
import type { BookFile } from './write-people';

/** Rows of one transaction. */
const BATCH_ROWS = 500;

interface Run {
  readonly deps: BookDeps;
  readonly options: BookOptions<EmployerField>;
  readonly reader: EmployerReader;
  readonly file: BookFile;
  /** Rows by their keys (hexadecimal). */
  readonly before: Map<string, number>;
  readonly report: BookReport;
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
export async function importEmployers(
  deps: BookDeps,
  source: ImportSource,
  options: BookOptions<EmployerField>,
): Promise<BookReport> {
  const started = performance.now();
  const book = await checkBook(source, options.columns ?? new Map(), employerColumns);
  const area = options.officeCode ?? null;
  const places = await asActorRead(deps.dataSource, 'system', (manager) =>
    loadBookPlaces(manager, area),
  );
  const run: Run = {
    ...{ deps, options, before: new Map(), report: emptyBookReport() },
    reader: { columns: book.columns, places, area },
    file: { sourceName: options.sourceName, digest: book.digest, at: deps.clock.now() },
  };
  let batch: KeyedEmployer[] = [];
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
  if (!options.signal?.aborted) await takeBatch(run, batch);
  run.report.isInterrupted = options.signal?.aborted ?? false;
  if (!options.isDryRun) await noteImport(deps.dataSource, 'employers', run);
  run.report.seconds = (performance.now() - started) / 1_000;
  return run.report;
}

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
  if (batch.length === 0) return;
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
