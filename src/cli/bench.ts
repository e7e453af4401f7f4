import { Command, InvalidArgumentError, Option } from 'commander';
import { type EngineLoadOptions, measureEngineLoad } from '../evaluation/ranking-speed/engine-load';
import type { SpeedLine } from '../evaluation/ranking-speed/lines';
import { measureRanking, type SideName, sideNames } from '../evaluation/ranking-speed/run';
import { stopScratchServers } from '../evaluation/ranking-speed/scratch';
import { type TaxonomyName, taxonomyNames } from '../evaluation/ranking-speed/taxonomies';
import { measureReverse, type ReverseOptions } from '../evaluation/reverse-speed/measure';
import { benchLinkabilityCommand } from './bench-linkability';
import { benchStreamCommand } from './bench-stream';
import { readCount } from './read-count';
import { say } from './session';

interface RankingOptions {
  people: number;
  vacancies: number;
  compared: number;
  engines: readonly SideName[];
  sideVacancies: number;
  taxonomy?: TaxonomyName;
}

/** `padan bench`: measures speed on invented data. */
export function benchCommand(): Command {
  const command = new Command('bench').description('measure speed on invented data');
  command
    .command('ranking')
    .description('rankings of a regency, a province and the nation: one JSON line each')
    .option('--people <number>', 'invented people', readCount, 100_000)
    .option('--vacancies <number>', 'vacancies for each reach', readCount, 200)
    .option('--compared <number>', 'of those, compared with the formula', readCount, 5)
    .option(
      '--engines <names>',
      `measured beside the scan, separated by commas: ${sideNames.join(', ')}; none for none`,
      readEngines,
      ['objects'],
    )
    .option('--side-vacancies <number>', 'vacancies for each reach that these rank', readCount, 5)
    .addOption(new Option('--taxonomy <name>', 'which; both when left out').choices(taxonomyNames))
    .action(run);
  command
    .command('engine')
    .description("the delay of the asking thread while the engine's thread is busy")
    .option('--people <number>', 'invented people', readCount, 100_000)
    .option('--rankings <number>', 'rankings, a tenth of them national', readCount, 300)
    .action(runEngine);
  command
    .command('matches')
    .description('how fast the open vacancies are found whose lists a changed person concerns')
    .option('--vacancies <number>', 'open vacancies', readCount, 100_000)
    .option('--people <number>', 'invented people, whose places are the floors', readCount, 100_000)
    .option('--changes <number>', 'people who change, one after another', readCount, 5_000)
    .option('--compared <number>', 'of those, held against scoring every vacancy', readCount, 50)
    .action(runMatches);
  command.addCommand(benchLinkabilityCommand());
  command.addCommand(benchStreamCommand());
  return command;
}

/** The last line counts the bars; the exit code is 1 where one is missed. */
async function run({ taxonomy, engines, ...options }: RankingOptions): Promise<void> {
  process.once('SIGINT', () => void stopScratchServers().finally(() => process.exit(130)));
  const bars = { met: 0, missed: 0 };
  const tell = (line: SpeedLine) => {
    if (line.isMet === true) bars.met += 1;
    if (line.isMet === false) bars.missed += 1;
    say(JSON.stringify(line));
  };
  for (const name of taxonomy === undefined ? taxonomyNames : [taxonomy]) {
    await measureRanking({ ...options, sides: engines, taxonomy: name }, tell);
  }
  say(JSON.stringify({ bars }));
  if (bars.missed > 0) process.exitCode = 1;
}

async function runEngine(options: EngineLoadOptions): Promise<void> {
  const line = await measureEngineLoad(options);
  say(JSON.stringify(line));
  if (!line.isMet) process.exitCode = 1;
}

function runMatches(options: ReverseOptions): void {
  const line = measureReverse(options);
  say(JSON.stringify(line));
  if (line.isMet !== true || line.differences !== 0) process.exitCode = 1;
}

function readEngines(text: string): SideName[] {
  return text.split(',').flatMap((name) => {
    const known = sideNames.find((one) => one === name.trim());
    if (known === undefined && name !== 'none') {
      throw new InvalidArgumentError(`It must be some of ${sideNames.join(', ')}, or none.`);
    }
    return known ?? [];
  });
}
