import {
  ALL_CANDIDATES,
  type CandidateRow,
  type Matchable,
  PLAN_ALL,
  readCandidateRow,
  SOME_CANDIDATES,
} from './candidate-row';
import type { Catalogue } from './catalogue';
import type { Queryable, Streamable } from './queryable';

export type { Matchable } from './candidate-row';

/**
 * The facts of some people, of those who may be ranked.
 *
 * Cost: 1 query. `month` is today's: work without an end lasts until then.
 */
export async function loadCandidates(
  manager: Queryable,
  catalogue: Catalogue,
  month: number,
  ids: readonly string[],
): Promise<Matchable[]> {
  const rows = await manager.query<CandidateRow[]>(SOME_CANDIDATES, [ids]);
  return rows.map((row) => readCandidateRow(row, catalogue, month));
}

/**
 * Gives everybody who may be ranked to `take`, by id, while the database reads the next ones.
 *
 * Shape: changes how the rest of the transaction is planned.
 * Cost: 1 query of some 15 s for a million people. Errors: those of reading and of `take`.
 */
export async function streamCandidates(
  database: Streamable,
  catalogue: Catalogue,
  month: number,
  take: (person: Matchable) => void,
): Promise<void> {
  await database.query(PLAN_ALL);
  await database.stream<CandidateRow>(ALL_CANDIDATES, (row) =>
    take(readCandidateRow(row, catalogue, month)),
  );
}
