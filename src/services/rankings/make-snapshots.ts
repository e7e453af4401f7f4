import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock';
import type { RankingSnapshot } from '../../entities';
import { compileVacancy } from '../../matching/core/compile';
import { suggestRelaxations } from '../../matching/core/counterfactual';
import { packLines } from '../../matching/core/packed-lines';
import { loadVacancies, type Rankable } from '../../matching/facts/vacancies';
import type { FactsSource, FactsStore } from '../../matching/facts-store';
import type { Ranker, Ranking } from '../../matching/ranker';
import { presentCard } from '../matching/card';
import { VISIBLE_DEPTH } from '../matching/rank-candidates';
import { type Seal, sealOrder } from '../receipts/seal-order';
import { keepSeals } from '../receipts/seal-rows';
import { provideSecrets } from '../receipts/secret-rows';
import type { RunAs } from '../transaction';
import { digestOrder, freeze, type ShownPlace } from './frozen-order';
import { insertSnapshots, type NewSnapshot, type VacancyToRank } from './snapshot-rows';

export interface SnapshotDeps {
  readAs: RunAs;
  runAs: RunAs;
  ranker: Ranker;
  facts: FactsSource;
  clock: Clock;
  about: { readonly algorithmVersion: string };
}

/** The facts of vacancies as the service sees them. Cost: 1 query. */
export const loadRankables = (
  { readAs }: SnapshotDeps,
  ids: readonly string[],
  store: FactsStore,
) => readAs('system', (manager) => loadVacancies(manager, store.catalogue, ids));

/**
 * New snapshots of vacancies: an ordinary one holds the visible places, a sealed one everybody who is eligible, each
 * with a leaf in its tree.
 *
 * Cost: a ranking each and 1 query; sealed, 3 queries each and 3 for the log.
 */
export async function makeSnapshots(
  deps: SnapshotDeps,
  vacancies: readonly (VacancyToRank & { readonly rankable: Rankable })[],
  store: FactsStore,
  isSealed: boolean,
): Promise<RankingSnapshot[]> {
  if (vacancies.length === 0) return [];
  const first = isSealed ? Math.max(store.candidates.size, 1) : VISIBLE_DEPTH;
  const fresh = await Promise.all(
    vacancies.map(async ({ id, version, rankable }) => {
      const ranking = await deps.ranker.rank(rankable.facts, { first });
      const shown = showFirst(ranking, rankable, store);
      const { algorithmVersion } = deps.about;
      const made = await packSnapshot({ id, version, isSealed }, ranking, shown, algorithmVersion);
      return isSealed ? sealSnapshot(deps, made, ranking) : { made, seal: null };
    }),
  );
  return deps.runAs('system', async (manager) => {
    const rows = fresh.map(({ made }) => made);
    const kept = await insertSnapshots(manager, rows, deps.clock.now());
    await keepSeals(
      manager,
      kept.flatMap((snapshot, at) => {
        const { seal } = fresh[at];
        return seal ? [{ snapshot, seal }] : [];
      }),
    );
    return kept;
  });
}

/** The digest of a sealed one is the root of its tree. */
async function sealSnapshot(
  { runAs }: SnapshotDeps,
  made: NewSnapshot,
  { rows, eligible }: Ranking,
): Promise<{ made: NewSnapshot; seal: Seal }> {
  const { id: snapshotId, vacancyId, vacancyVersion, algorithmVersion, taxonomyVersion } = made;
  const secrets = await runAs('system', (manager) =>
    provideSecrets(
      manager,
      rows.map(({ person }) => person),
    ),
  );
  const versions = { vacancyVersion, algorithmVersion, taxonomyVersion };
  const order = { snapshotId, vacancyId, ...versions, dataAsOf: Number(made.seq), eligible };
  const places = rows.map((row) => ({ ...row, ...row.match }));
  const packed = packLines(rows.map(({ match }) => match));
  const seal = await sealOrder(order, places, packed, secrets);
  return { made: { ...made, digest: seal.root }, seal };
}

function showFirst(
  { rows }: Ranking,
  { facts }: Rankable,
  store: FactsStore,
): (ShownPlace | null)[] {
  const { taxonomy, geography } = store.catalogue;
  const relax = suggestRelaxations(compileVacancy(facts, taxonomy, geography));
  return rows.slice(0, VISIBLE_DEPTH).map(({ person, match }) => {
    const known = store.candidates.get(person);
    if (!known) return null;
    const { handle: _, ...card } = presentCard('', { facts: known, match }, facts, taxonomy);
    return { match, counterfactuals: relax(known), card };
  });
}

async function packSnapshot(
  { id, version, isSealed }: { id: string; version: number; isSealed: boolean },
  { rows, seq, ...totals }: Ranking,
  shown: readonly (ShownPlace | null)[],
  algorithmVersion: string,
): Promise<NewSnapshot> {
  const frozen = await freeze(
    rows.map(({ person, match }) => ({
      person,
      scoreBp: match.scoreBp,
      verdict: match.verdict,
    })),
    shown,
  );
  const { taxonomyVersion } = totals;
  const origin = { vacancyId: id, vacancyVersion: version, seq: String(seq) };
  const made = { ...origin, algorithmVersion, taxonomyVersion };
  return {
    ...totals,
    ...made,
    id: randomUUID(),
    isSealed,
    places: frozen.places,
    shown: frozen.shown,
    lastTiedWith: rows.at(-1)?.tiedWith ?? 0,
    digest: digestOrder(made, frozen.bytes),
  };
}
