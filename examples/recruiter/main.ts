import { matchesAfter } from './connection';
import { CursorFile } from './cursor-file';
import { follow, TokenRefused } from './follow';
import { NoToken, parseSettings } from './settings';

const WRONG_TOKEN = 2;

const notice = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const stopping = new AbortController();
  // Once: who asks a second time does not wait for the end.
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => stopping.abort());
  const settings = parseSettings(process.argv.slice(2), process.env);
  const place = new CursorFile(settings.stateFile);
  notice(
    place.cursor === null ? 'Matches from now on' : 'Matches since the last one that was read',
  );
  await follow({
    open: (after) => matchesAfter(after, settings),
    place,
    print: (line) => process.stdout.write(`${line}\n`),
    notice,
    signal: stopping.signal,
  });
}

main().catch((error: Error) => {
  notice(error.message);
  process.exitCode = error instanceof NoToken || error instanceof TokenRefused ? WRONG_TOKEN : 1;
});
