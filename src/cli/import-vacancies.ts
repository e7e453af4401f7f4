import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { systemClock } from '../clock';
import {
  type ImportField,
  importFields,
  importVacancies,
  parseColumnMap,
  printReport,
} from '../imports';
import { SearchClient } from '../search/client';
import { conceptSearch } from '../search/concept-search';
import { textReaders } from '../search/term-catalogue';
import { bookCommands } from './import-books';
import { runTaxonomyImport } from './import-taxonomy';
import { drawProgress } from './progress';
import { readableFile } from './readable-file';
import { say, withSession } from './session';

interface Options {
  source?: string;
  map?: Map<ImportField, string>;
  dryRun?: true;
  asOf?: 'today';
}

/** `padan import`: real vacancies from CSV, JSON Lines or XLSX; the office's books; a taxonomy. */
export function importCommand(): Command {
  const command = new Command('import').description('take records from files');
  command
    .command('vacancies <file>')
    .description('CSV (RFC 4180), JSON Lines or XLSX; repeatable: an equal row changes nothing')
    .option(
      '--source <name>',
      'name of the source; with the id in the file it names a vacancy for good',
    )
    .option('--map <field=column,…>', `columns by field: ${importFields.join(', ')}`, parseMap)
    .option('--dry-run', 'report only, write nothing')
    .option(
      '--as-of <day>',
      'today: move all dates so that the newest posting is of today',
      parseAsOf,
    )
    .action(runImport);
  command
    .command('taxonomy')
    .description('competencies and occupations as ESCO publishes them (CSV); makes a new version')
    .requiredOption('--dir <folder>', 'skills_en.csv, occupations_en.csv and their relations')
    .option('--dry-run', 'report only, write nothing')
    .action(runTaxonomyImport);
  for (const each of bookCommands()) command.addCommand(each);
  return command;
}

async function runImport(file: string, { source, map, dryRun, asOf }: Options): Promise<void> {
  const content = readableFile(file);
  await withSession(async ({ dataSource, servers }) => {
    const client = servers.meilisearch === null ? null : new SearchClient(servers.meilisearch);
    const stop = new AbortController();
    const onSignal = () => stop.abort();
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
    try {
      const report = await importVacancies(
        {
          dataSource,
          clock: systemClock,
          readers: textReaders(dataSource, systemClock),
          search: conceptSearch(client, dataSource),
          searchesSkills: client !== null,
        },
        content,
        {
          sourceName: source ?? path.parse(file).name,
          columns: map,
          isDryRun: dryRun,
          isAsOfToday: asOf === 'today',
          signal: stop.signal,
          onProgress: process.stdout.isTTY ? drawProgress : undefined,
        },
      );
      for (const line of printReport(report, dryRun ?? false)) say(line);
      if (report.isInterrupted) process.exitCode = 130;
    } finally {
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
      client?.close();
    }
  });
}

function parseMap(text: string): Map<ImportField, string> {
  try {
    return parseColumnMap(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}

function parseAsOf(text: string): 'today' {
  if (text === 'today') return text;
  throw new InvalidArgumentError('only "today" is known');
}
