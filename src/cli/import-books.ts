import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { systemClock } from '../clock';
import { asActorRead } from '../database/as-actor';
import { Region } from '../entities';
import { identityKeys } from '../identity/derived-keys';
import { developmentIdentityKey, developmentSecret } from '../identity/development-keys';
import type { ImportSource } from '../imports';
import {
  type BookDeps,
  type BookOptions,
  type BookReport,
  bookTemplate,
  employerFields,
  importEmployers,
  importPeople,
  peopleFields,
  printBookReport,
  templates,
} from '../imports/books';
import { identityVault } from '../services/identity-numbers/vault';
import { drawProgress } from './progress';
import { readableFile } from './readable-file';
import { type Session, say, withSession } from './session';

/** 1 = the book is refused, and nothing was written. */
const EXIT = { refusedRows: 2, interrupted: 130 } as const;

interface Options {
  source?: string;
  map?: string;
  office?: string;
  dryRun?: true;
  template?: string;
}

/** One kind of book. */
interface Book<Field extends string> {
  readonly name: keyof typeof templates;
  readonly fields: readonly Field[];
  import(deps: BookDeps, source: ImportSource, options: BookOptions<Field>): Promise<BookReport>;
}

/** `padan import people` and `padan import employers`: the office's own books. */
export const bookCommands = (): Command[] => [
  bookCommand({ name: 'people', fields: peopleFields, import: importPeople }),
  bookCommand({ name: 'employers', fields: employerFields, import: importEmployers }),
];

const bookCommand = <Field extends string>(book: Book<Field>): Command =>
  new Command(book.name)
    .argument(
      '[file]',
      'XLSX, CSV (RFC 4180) or JSON Lines; repeatable: an equal row changes nothing',
    )
    .description(`the office’s book of ${book.name}`)
    .option('--source <name>', 'name of the book, the same each time; by default that of the file')
    .option('--map <file.json>', `columns by field, as {"${book.fields[0]}": "Nama"}`)
    .option('--office <code>', 'region of the office whose book it is, such as 72.71')
    .option('--dry-run', 'report only, write nothing')
    .option('--template <file>', 'write an empty book (.xlsx or .csv) instead')
    .addHelpText(
      'after',
      `\nFields: ${book.fields.join(', ')}\nExit code: 0 = every row was taken, 1 = the book is refused, 2 = rows of it are`,
    )
    .action((file: string | undefined, options: Options) => run(book, file, options));

async function run<Field extends string>(
  book: Book<Field>,
  file: string | undefined,
  { source, map, office, dryRun, template }: Options,
): Promise<void> {
  if (template !== undefined) return writeTemplate(book.name, template);
  if (file === undefined) throw new Error('Name the file');
  const columns = map === undefined ? undefined : readMap(map, book.fields);
  const content = readableFile(file);
  await withSession(async (session) => {
    await requireRegion(session, office);
    const stop = new AbortController();
    const onSignal = () => stop.abort();
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
    try {
      const report = await book.import(await depsOf(session), content, {
        sourceName: source ?? path.parse(file).name,
        columns,
        officeCode: office ?? null,
        isDryRun: dryRun,
        signal: stop.signal,
        onProgress: process.stdout.isTTY ? drawProgress : undefined,
      });
      for (const line of printBookReport(report, dryRun ?? false)) say(line);
      if (report.refused > 0) process.exitCode = EXIT.refusedRows;
      if (report.isInterrupted) process.exitCode = EXIT.interrupted;
    } finally {
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    }
  });
}

async function depsOf({ config, dataSource }: Session): Promise<BookDeps> {
  const identityKey = config.identityKey ?? (await developmentIdentityKey(config.home));
  const { address } = identityKeys(config.secret ?? (await developmentSecret(config.home)));
  return { dataSource, clock: systemClock, keys: { vault: identityVault(identityKey), address } };
}

async function requireRegion({ dataSource }: Session, code?: string): Promise<void> {
  if (code === undefined) return;
  const isKnown = await asActorRead(dataSource, 'system', (manager) =>
    manager.existsBy(Region, { code }),
  );
  if (!isKnown) throw new Error(`There is no region ${code}`);
}

/** Errors: Error that names what is wrong with the file. */
function readMap<Field extends string>(file: string, fields: readonly Field[]): Map<Field, string> {
  const map = new Map<Field, string>();
  for (const [name, column] of Object.entries(parseObject(file))) {
    const field = fields.find((each) => each === name);
    if (field === undefined || typeof column !== 'string' || column.trim() === '') {
      throw new Error(`"${name}" is no field with a column; fields are ${fields.join(', ')}`);
    }
    map.set(field, column.trim());
  }
  return map;
}

function parseObject(file: string): object {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Told below, as what is no object.
  }
  throw new Error(`${file} is no JSON object of fields and their columns`);
}

function writeTemplate(name: keyof typeof templates, file: string): void {
  if (existsSync(file)) throw new Error(`${file} is there already`);
  writeFileSync(file, bookTemplate(templates[name], file));
  say(`An empty book stands in ${file}`);
}
