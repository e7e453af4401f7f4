import type { Client } from 'pg';
import { expectOrder } from '../../src/evaluation/oracle';
import type { CandidateFacts } from '../../src/matching/core/facts';
import { dataOf, post, readOperation } from '../graphql';
import type { Service } from '../service';
import type { Subject } from '../subjects';
import { readVacancy } from './facts';
import type { NumberedRules } from './rules';

const FIRST = 50;

/** A list that differs from the oracle's, or is empty: in which way. */
export interface Difference {
  readonly vacancy: string;
  readonly what: string;
}

interface Answer {
  vacancy: {
    rankedCandidates: {
      totalConsidered: number;
      totalEligible: number;
      edges: {
        rank: number;
        node: { handle: string } | null;
        match: { scoreBp: number; verdict: string; factors: { contributionBp: number }[] };
      }[];
    };
  };
}

/** Holds one list of the API against the formula; null when they are equal. */
export async function compareList(
  client: Client,
  { url }: Service,
  { key, id, token }: Subject,
  rules: NumberedRules,
  people: ReadonlyMap<string, CandidateFacts>,
): Promise<Difference | null> {
  const body = { query: readOperation('ranked-factors'), variables: { vacancy: id } };
  const { rankedCandidates: list } = dataOf<Answer>(
    await post(`${url}/employer`, body, token),
  ).vacancy;
  const facts = await readVacancy(client, rules, key);
  const expected = expectOrder(rules, facts, [...people.values()]);
  const numberOf = await readHandles(client, key, people);

  const shown = list.edges.map(({ rank, node, match }) => ({
    rank,
    person: numberOf.get(node?.handle ?? '') ?? null,
    scoreBp: match.scoreBp,
    verdict: match.verdict,
  }));
  const wanted = expected
    .slice(0, FIRST)
    .map(({ rank, person, scoreBp, verdict }) => ({ rank, person, scoreBp, verdict }));
  const totals = { considered: list.totalConsidered, eligible: list.totalEligible };
  const differs = (what: string): Difference => ({ vacancy: key, what });

  if (shown.length === 0) return differs('an empty list');
  const wantedTotals = { considered: people.size, eligible: expected.length };
  if (JSON.stringify(totals) !== JSON.stringify(wantedTotals)) {
    return differs(`totals ${JSON.stringify(totals)}, expected ${JSON.stringify(wantedTotals)}`);
  }
  const row = wanted.findIndex((one, at) => JSON.stringify(one) !== JSON.stringify(shown[at]));
  if (row >= 0 || shown.length !== wanted.length) {
    return differs(
      `row ${row}: ${JSON.stringify(shown[row])}, expected ${JSON.stringify(wanted[row])}`,
    );
  }
  const unequal = list.edges.find(
    ({ match }) => match.factors.reduce((sum, f) => sum + f.contributionBp, 0) !== match.scoreBp,
  );
  return unequal === undefined ? null : differs(`factors do not add up at rank ${unequal.rank}`);
}

/** Who stands behind the names on the cards of the vacancy's employer. */
async function readHandles(
  client: Client,
  vacancy: string,
  people: ReadonlyMap<string, CandidateFacts>,
): Promise<Map<string, number | undefined>> {
  const { rows } = await client.query<{ handle: string; who: string }>(
    `SELECT handle, candidate_id AS who FROM candidate_handles
     WHERE organisation_id = (SELECT employer_id FROM vacancies WHERE id = $1)`,
    [vacancy],
  );
  return new Map(rows.map(({ handle, who }) => [handle, people.get(who)?.person]));
}
