import { catchUp, follow } from './follow';
import { parseSettings } from './settings';
import { Source } from './source';
import { Store } from './store';
import { verify } from './verify';

const DIFFERENT = 3;
const MOST_NAMED = 10;

const notice = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  // Once: who asks a second time does not wait for the end.
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => stopping.abort());
  const settings = parseSettings(process.argv.slice(2), process.env);
  const store = new Store(settings.folder);
  const source = new Source({ ...settings, signal, notice });
  const following = { source, store, notice, signal };
  try {
    if (settings.mode === 'follow') await follow(following, settings.pollMs);
    else await catchUp(following);
    if (settings.mode === 'verify') report(await verify(following));
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  store.merge();
  if (store.file !== null)
    process.stdout.write(`${store.records.size} vacancies in ${store.file}\n`);
}

function report({ count, differing }: Awaited<ReturnType<typeof verify>>): void {
  if (differing.length === 0) {
    process.stdout.write(`The same as the source: ${count} vacancies, byte for byte\n`);
    return;
  }
  process.exitCode = DIFFERENT;
  process.stdout.write(`${differing.length} vacancies differ from the source:\n`);
  for (const id of differing.slice(0, MOST_NAMED)) process.stdout.write(`  ${id}\n`);
}

main().catch((error: Error) => {
  notice(error.message);
  process.exitCode = 1;
});
