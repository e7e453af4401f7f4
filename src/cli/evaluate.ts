import { Command, Option } from 'commander';
import { pairedBootstrap } from '../evaluation/bootstrap';
import { DataFolder } from '../evaluation/files';
import { roundFigure } from '../evaluation/measures';
import { evaluateRanking, type RankingVariant, rankingVariants } from '../evaluation/mobility';
import { mobilityFiles, readMobility } from '../evaluation/mobility-data';
import { evaluateTitles, scoreTitles, titleFiles } from '../evaluation/titles/evaluate';
import { type TitleVariant, titleVariants } from '../evaluation/titles/variants';
import { say, withSearch } from './session';

interface RankingOptions {
  dir: string;
  variant: RankingVariant;
  compare?: RankingVariant;
  seed: string;
}

interface TitleOptions {
  dir: string;
  typoSeed?: string;
  variant: TitleVariant;
  compare?: TitleVariant;
  seed: string;
}

/** `padan eval`: measures quality on judgements that lie outside the project. */
export function evalCommand(): Command {
  const command = new Command('eval').description(
    'measure quality on evaluation data, which is only read',
  );
  const variants = Object.keys(rankingVariants);
  command
    .command('ranking')
    .description('competency ranking in both directions: one JSON line each')
    .requiredOption('--dir <folder>', 'competencies, vacancies, candidates and judgements')
    .addOption(
      new Option('--variant <name>', 'what to measure').choices(variants).default('product'),
    )
    .addOption(
      new Option(
        '--compare <name>',
        'also what another variant gains, with its 95 % interval',
      ).choices(variants),
    )
    .option('--seed <number>', 'of the paired bootstrap', '1')
    .action(runRanking);
  const ways = Object.keys(titleVariants);
  command
    .command('titles')
    .description('job title to unit group: one JSON line')
    .requiredOption('--dir <folder>', 'unit groups and titles')
    .option('--typo-seed <number>', 'one slip of the pen in every title')
    .addOption(new Option('--variant <name>', 'what to measure').choices(ways).default('blend'))
    .addOption(
      new Option(
        '--compare <name>',
        'also what another variant gains, with its 95 % interval',
      ).choices(ways),
    )
    .option('--seed <number>', 'of the paired bootstrap', '1')
    .action(runTitles);
  return command;
}

function runRanking({ dir, variant, compare, seed }: RankingOptions): void {
  const folder = new DataFolder(dir);
  if (isSkipped('ranking', folder, mobilityFiles)) return;
  const data = readMobility(folder);
  const outcomes = evaluateRanking(data, variant);
  for (const { byQuery: _, ...figures } of outcomes) say(JSON.stringify(figures));
  if (compare === undefined) return;
  evaluateRanking(data, compare).forEach(({ task, byQuery }, direction) => {
    const first = outcomes[direction].byQuery.map(({ ndcg10 }) => ndcg10);
    const second = byQuery.map(({ ndcg10 }) => ndcg10);
    sayDifference(
      { task, measure: 'ndcg10', from: variant, to: compare },
      first,
      second,
      Number(seed),
    );
  });
}

async function runTitles({ dir, typoSeed, variant, compare, seed }: TitleOptions): Promise<void> {
  const folder = new DataFolder(dir);
  if (isSkipped('titles', folder, titleFiles)) return;
  const titles = await withSearch((client) =>
    scoreTitles(folder, client, typoSeed === undefined ? null : Number(typoSeed)),
  );
  const { byQuery, ...figures } = evaluateTitles(titles, variant);
  say(JSON.stringify(figures));
  if (compare === undefined) return;
  const other = evaluateTitles(titles, compare).byQuery;
  sayDifference(
    { task: 'titles', measure: 'mrr', from: variant, to: compare },
    byQuery.map(({ mrr }) => mrr),
    other.map(({ mrr }) => mrr),
    Number(seed),
  );
}

function sayDifference(
  what: Record<string, string>,
  first: readonly number[],
  second: readonly number[],
  seed: number,
): void {
  const { difference, low, high } = pairedBootstrap(first, second, seed);
  say(
    JSON.stringify({
      ...what,
      difference: roundFigure(difference),
      interval95: [roundFigure(low), roundFigure(high)],
    }),
  );
}

/** A folder that is not there is no failure: the data is not ours to ship. */
function isSkipped(name: string, folder: DataFolder, files: readonly string[]): boolean {
  const missing = folder.findMissing(files);
  if (missing !== null) say(`eval ${name}: skipped, the folder has no ${missing}`);
  return missing !== null;
}
