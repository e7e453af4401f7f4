import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { TestApp } from '../support/test-app';
import { traces } from './canaries';

/** The search server makes and removes folders while it works. */
const isGone = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

function filesUnder(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(file);
    return entry.isFile() ? [file] : [];
  });
}

/** Files in which a trace stands; what ends while it is read holds nothing any more. */
export const filesWith = (folder: string, wanted: readonly string[] = traces): string[] =>
  filesUnder(folder).filter((file) => {
    try {
      if (statSync(file).size > 2 * 1024 ** 3) throw new Error(`${file} is too large to search`);
      const bytes = readFileSync(file);
      return wanted.some((trace) => bytes.includes(trace));
    } catch (error) {
      if (isGone(error)) return false;
      throw error;
    }
  });

/** Every document of every index of this service. */
export async function readDocuments({ search }: TestApp): Promise<string> {
  const { url, key, indexPrefix } = search;
  const read = async (where: string) =>
    (await fetch(`${url}${where}`, { headers: { authorization: `Bearer ${key}` } })).json();
  const { results } = await read('/indexes?limit=1000');
  const own = results.filter(({ uid }: { uid: string }) => uid.startsWith(indexPrefix));
  const found: unknown[] = [];
  for (const { uid } of own) found.push(await read(`/indexes/${uid}/documents?limit=1000`));
  found.push(await read('/tasks?limit=1000'));
  return JSON.stringify(found);
}

/** What anybody sees in a browser. */
export async function readPages(app: TestApp): Promise<string> {
  const pages = ['/', '/explorer', '/receipt'].map(async (where) =>
    (await fetch(`${app.address}${where}`)).text(),
  );
  return (await Promise.all(pages)).join('\n');
}
