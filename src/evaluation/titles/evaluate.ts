import type { SearchClient } from '../../search/client';
import type { DataFolder } from '../files';
import { type AnswerQuality, mean, measureAnswer, roundFigure } from '../measures';
import { TitleScorer, type TitleScores } from './features';
import { type GroupRecord, readGroups, type UnitGroup } from './groups';
import { misspell } from './misspell';
import { blend, type TitleVariant } from './variants';
import { withTitleSearch } from './word-search';

const GROUPS = 'corpus_unit_groups.jsonl';
const QUERIES = 'queries.tsv';

export const titleFiles: readonly string[] = [GROUPS, QUERIES];

/** A job title and the group it belongs to. */
interface TitleQuery {
  readonly title: string;
  readonly answer: string;
  /** The title stands nowhere in the group's own text. */
  readonly isHard: boolean;
}

/** All titles, scored in every way. */
export interface ScoredTitles {
  readonly groups: readonly UnitGroup[];
  readonly queries: readonly (TitleQuery & { readonly scores: TitleScores })[];
}

interface TitleFigures {
  readonly queries: number;
  readonly mrr: number;
  readonly recall5: number;
}

/** What is printed of a variant, and the same by query for comparisons. */
export interface TitleOutcome extends TitleFigures {
  readonly task: 'titles';
  readonly hard: TitleFigures;
  readonly byQuery: readonly AnswerQuality[];
}

/** Scores every title, with one slip of the pen each when a seed is given. Cost: one search request a title. */
export async function scoreTitles(
  folder: DataFolder,
  client: SearchClient,
  typoSeed: number | null,
): Promise<ScoredTitles> {
  const groups = readGroups(folder.readJsonLines<GroupRecord>(GROUPS));
  return withTitleSearch(client, groups, async (search) => {
    const scorer = new TitleScorer(groups, search);
    const queries: (TitleQuery & { scores: TitleScores })[] = [];
    for (const query of readQueries(folder)) {
      const { title } = query;
      const typed = typoSeed === null ? title : misspell(title, typoSeed, queries.length);
      queries.push({ ...query, scores: await scorer.score(typed) });
    }
    return { groups, queries };
  });
}

/** The title is the only part of a query that may be used. */
function readQueries(folder: DataFolder): TitleQuery[] {
  return folder
    .readTable(QUERIES)
    .map(([, title, , answer, isListed]) => ({ title, answer, isHard: isListed === '0' }));
}

/** Measures one variant over scored titles; equal scores keep the order of the classification. */
export function evaluateTitles(
  { groups, queries }: ScoredTitles,
  variant: TitleVariant,
): TitleOutcome {
  const byQuery = queries.map(({ scores, answer }) => {
    const sums = blend(scores, variant);
    const order = groups
      .map(({ id }, place) => ({ id, sum: sums[place] }))
      .sort((a, b) => b.sum - a.sum)
      .map(({ id }) => id);
    return measureAnswer(order, answer);
  });
  return {
    task: 'titles',
    ...summarise(byQuery),
    hard: summarise(byQuery.filter((_, query) => queries[query].isHard)),
    byQuery,
  };
}

function summarise(qualities: readonly AnswerQuality[]): TitleFigures {
  return {
    queries: qualities.length,
    mrr: roundFigure(mean(qualities.map(({ mrr }) => mrr))),
    recall5: roundFigure(mean(qualities.map(({ recall5 }) => recall5))),
  };
}
