import { Command, InvalidArgumentError, Option } from 'commander';
import { measureRanking } from '../evaluation/ranking-speed/measure';
import { type TaxonomyName, taxonomyNames } from '../evaluation/ranking-speed/taxonomies';
import { say } from './session';

interface RankingOptions {
  people: number;
  vacancies: number;
  compared: number;
  taxonomy?: TaxonomyName;
}

/** `padan bench`: measures speed on invented data in memory, without servers. */
export function benchCommand(): Command {
  const command = new Command('bench').description('measure speed on invented data in memory');
  command
    .command('ranking')
    .description('rankings of a regency, a province and the nation: one JSON line each')
    .option('--people <number>', 'invented people', readCount, 100_000)
    .option('--vacancies <number>', 'vacancies for each reach', readCount, 200)
    .option('--compared <number>', 'of those, ranked by scoring every object too', readCount, 5)
    .addOption(new Option('--taxonomy <name>', 'which; both when left out').choices(taxonomyNames))
    .action(run);
  return command;
}

function run({ taxonomy, ...options }: RankingOptions): void {
  for (const name of taxonomy === undefined ? taxonomyNames : [taxonomy]) {
    for (const line of measureRanking({ ...options, taxonomy: name })) say(JSON.stringify(line));
  }
}

function readCount(text: string): number {
  if (!/^\d{1,8}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
