import type { Client } from 'pg';
import { expectRanking } from '../../src/evaluation/oracle';
import type { CandidateFacts, VacancyFacts } from '../../src/matching/core/facts';
import type { Ranker, Ranking } from '../../src/matching/ranker';
import { readVacancy } from '../oracle/facts';
import type { NumberedRules } from '../oracle/rules';

/** Both engines, by name. */
export type Engines = Readonly<Record<'scan' | 'index', Ranker>>;

/** Everybody who may be ranked, by the id in the database. */
export type People = ReadonlyMap<string, CandidateFacts>;

/** What is asked of each ranking. */
export interface Comparison {
  readonly client: Client;
  readonly rules: NumberedRules;
  readonly people: People;
  readonly engines: Engines;
  /** The facts of a vacancy as the service reads them. */
  readonly factsOf: (id: string) => VacancyFacts;
}

export interface Compared {
  /** What differs, in words; empty when nothing does. */
  readonly differences: readonly string[];
  readonly rows: number;
  /** Whether the index found the people, or left that to the scan. */
  readonly byIndex: boolean;
}

/** One vacancy by the formula, by the scan and by the index: totals, and every line of the first places. */
export async function compareVacancy(
  { client, rules, people, engines, factsOf }: Comparison,
  id: string,
  first: number,
): Promise<Compared> {
  const { rows, ...totals } = expectRanking(
    rules,
    await readVacancy(client, rules, id),
    people.values(),
    first,
  );
  const idOf = new Map([...people].map(([key, { person }]) => [person, key]));
  const expected = {
    totals,
    rows: rows.map(({ person, rank, tiedWith, scoreBp, verdict }) => ({
      ...{ person, candidateId: idOf.get(person), rank, tiedWith, scoreBp, verdict },
      sum: scoreBp,
    })),
  };
  const differences: string[] = [];
  let byIndex = false;
  for (const [name, engine] of Object.entries(engines)) {
    const ranking = await engine.rank(factsOf(id), { first });
    byIndex ||= ranking.method === 'MEILISEARCH_EXACT';
    const difference = findDifference(outline(ranking), expected);
    if (difference !== null) differences.push(`${name}, vacancy ${id}: ${difference}`);
  }
  return { differences, rows: rows.length, byIndex };
}

function outline({ considered, eligible, strong, possible, stretch, rows }: Ranking) {
  return {
    totals: { considered, eligible, strong, possible, stretch },
    rows: rows.map(({ person, candidateId, rank, tiedWith, match }) => ({
      ...{ person, candidateId, rank, tiedWith, scoreBp: match.scoreBp, verdict: match.verdict },
      sum: match.factors.reduce((all, { contributionBp }) => all + contributionBp, 0),
    })),
  };
}

interface Outline {
  readonly totals: object;
  readonly rows: readonly object[];
}

function findDifference(found: Outline, expected: Outline): string | null {
  const say = (one: unknown) => JSON.stringify(one);
  if (say(found.totals) !== say(expected.totals)) {
    return `totals ${say(found.totals)}, expected ${say(expected.totals)}`;
  }
  const length = Math.max(found.rows.length, expected.rows.length);
  for (let at = 0; at < length; at += 1) {
    const [one, other] = [say(found.rows[at]), say(expected.rows[at])];
    if (one !== other) return `place ${at + 1} is ${one}, expected ${other}`;
  }
  return null;
}
