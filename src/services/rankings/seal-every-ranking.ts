import type { EntityManager } from 'typeorm';
import { loadRankables, makeSnapshots, type SnapshotDeps } from './make-snapshots';
import { findToRank } from './snapshot-rows';

export interface NightlySeals {
  /** Vacancies that were open. */
  readonly vacancies: number;
  /** Of these, sealed now; the orders of the others were sealed already and nothing had changed. */
  readonly sealed: number;
}

/** Few enough that requests get their turn in between. */
const VACANCIES_AT_ONCE = 5;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Seals the order of every published vacancy as it is tonight, unless it is sealed already.
 *
 * Cost: for five vacancies 2 queries, and for each that is not sealed what `sealRanking` costs.
 */
export const sealEveryRanking =
  (deps: SnapshotDeps) =>
  async (signal: AbortSignal): Promise<NightlySeals> => {
    const count = { vacancies: 0, sealed: 0 };
    for (let after = FIRST_ID; !signal.aborted; ) {
      const { seq } = await deps.facts.current();
      const open = await deps.readAs('system', (manager) => listOpen(manager, deps, after, seq));
      const last = open.at(-1);
      if (last === undefined) break;
      after = last.id;
      const missing = open.filter(({ isSealed }) => !isSealed).map(({ id }) => id);
      count.vacancies += open.length;
      count.sealed += await sealSome(deps, missing);
    }
    return count;
  };

async function sealSome(deps: SnapshotDeps, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const store = await deps.facts.current();
  const { algorithmVersion } = deps.about;
  const wanted = { seq: store.seq, isSealed: true, algorithmVersion };
  const vacancies = await deps.readAs('system', (manager) =>
    findToRank(manager, null, ids, wanted, deps.clock.now()),
  );
  const rankables = await loadRankables(deps, ids, store);
  const known = vacancies.flatMap((vacancy) => {
    const rankable = rankables.find(({ id }) => id === vacancy.id);
    return rankable?.isPublished ? [{ ...vacancy, rankable }] : [];
  });
  await makeSnapshots(deps, known, store, { isSealed: true });
  return known.length;
}

/** The next open vacancies by id, each with whether its order is sealed as it is at this place of the changes. */
async function listOpen(
  manager: EntityManager,
  { about, clock }: SnapshotDeps,
  after: string,
  seq: number,
): Promise<{ id: string; isSealed: boolean }[]> {
  return await manager.query(
    `SELECT v.id, EXISTS (
       SELECT FROM ranking_snapshots s
       WHERE s.vacancy_id = v.id AND s.is_sealed AND s.vacancy_version = v.version AND s.seq = $2
         AND s.algorithm_version = $3) AS "isSealed"
     FROM vacancies v WHERE v.state = 'PUBLISHED' AND v.valid_through > $4 AND v.id > $1
     ORDER BY v.id LIMIT ${VACANCIES_AT_ONCE}`,
    [after, seq, about.algorithmVersion, clock.now()],
  );
}
