import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';

/** The text of a file below `migrations/data`, from the sources and from the build alike. */
export function readReferenceFile(name: string): string {
  return readFileSync(path.join(packageRoot(__dirname), 'migrations', 'data', name), 'utf8');
}

/** The rows of a comma-separated file below `migrations/data`, keyed by its header. */
export function readReferenceTable(name: string): Record<string, string>[] {
  return parse(readReferenceFile(name), { columns: true });
}

function packageRoot(from: string): string {
  if (existsSync(path.join(from, 'package.json'))) return from;
  const parent = path.dirname(from);
  if (parent === from) throw new Error('The folder of package.json was not found');
  return packageRoot(parent);
}
