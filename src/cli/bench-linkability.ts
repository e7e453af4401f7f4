import { Command } from 'commander';
import { checkLinkability } from '../../bench/linkability/run';
import { printFigures } from '../../bench/print-figures';
import { stopScratchServers } from '../evaluation/ranking-speed/scratch';
import { readCount } from './read-count';

interface Options {
  people: number;
  vacancies: number;
  json?: true;
}

/** `padan bench linkability`: what cards tell of whom, on servers of its own. */
export function benchLinkabilityCommand(): Command {
  return new Command('linkability')
    .description('whom the cards of employers fit: cards in groups under five, what remains beside')
    .option('--people <number>', 'invented people', readCount, 2_000)
    .option('--vacancies <number>', 'invented vacancies', readCount, 100)
    .option('--json', 'JSON lines instead of a table')
    .action(run);
}

/** The exit code is 1 where a card fits fewer than five people, or two employers know somebody by one handle. */
async function run({ json, ...options }: Options): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stopScratchServers().finally(() => process.exit(130)));
  }
  const say = (line: string) => void process.stderr.write(`- ${line}\n`);
  const figures = await checkLinkability({ ...options, say });
  printFigures(figures, json === true);
  if (figures.some(({ passed }) => passed === false)) process.exitCode = 1;
}
