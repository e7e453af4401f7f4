import { Argument, Command } from 'commander';
import { printFigures } from '../../bench/print-figures';
import { abandon } from '../../bench/service';
import { measureStream, type StreamPart, streamPartNames } from '../../bench/stream/run';
import { readCount } from './read-count';

interface Options {
  people: number;
  vacancies: number;
  kills: number;
  seconds: number;
  json?: true;
}

/** `padan bench stream`: holds the delivery of match events against its bars, on servers of its own. */
export function benchStreamCommand(): Command {
  return new Command('stream')
    .description('kills, stalled readers, two instances and delays of live matches')
    .addArgument(
      new Argument('[part...]', 'which; all when left out')
        .choices(streamPartNames)
        .default(streamPartNames),
    )
    .option('--people <number>', 'invented people where delays are measured', readCount, 100_000)
    .option('--vacancies <number>', 'invented vacancies there', readCount, 5_000)
    .option('--kills <number>', 'of the API, with kill -9', readCount, 20)
    .option('--seconds <number>', 'of stalling, of changes, and of events', readCount, 60)
    .option('--json', 'JSON lines instead of a table')
    .action(run);
}

/** The exit code is 1 where a bar is missed. */
async function run(parts: StreamPart[], { json, ...options }: Options): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void abandon().finally(() => process.exit(130)));
  }
  const say = (line: string) => void process.stderr.write(`- ${line}\n`);
  const figures = await measureStream(parts, { ...options, say });
  printFigures(figures, json === true);
  if (figures.some(({ passed }) => passed === false)) process.exitCode = 1;
}
