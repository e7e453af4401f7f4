import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock';
import type { RankingSnapshot } from '../../entities';
import { packLines } from '../../matching/core/packed-lines';
import { loadVacancies, type Rankable } from '../../matching/facts/vacancies';
import type { FactsSource, FactsStore } from '../../matching/facts-store';
import type { RankedPerson, RankedPlace, Ranker, Ranking } from '../../matching/ranker';
import { presentCard } from '../matching/card';
import { VISIBLE_DEPTH } from '../matching/rank-candidates';
import { type Seal, sealOrder } from '../receipts/seal-order';
import { keepSeals } from '../receipts/seal-rows';
import { provideSecrets } from '../receipts/secret-rows';
import type { RunAs } from '../transaction';
import { digestOrder, freeze, type ShownPlace } from './frozen-order';
import { insertSnapshots, lockSealed, type NewSnapshot, type VacancyToRank } from './snapshot-rows';

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

/** A frozen order as pages read it. */
export interface ReadableOrder {
  readonly places: readonly RankedPlace[];
  /** Null where nothing is shown, or not any more. */
  shownAt(index: number): ShownPlace | null;
  /** The ids of people by number; null for whoever may no longer be ranked. */
  identify(people: readonly number[]): Promise<readonly (string | null)[]>;
}

/** A snapshot with its order, which need not be thawed. */
export interface MadeSnapshot {
  readonly snapshot: RankingSnapshot;
  readonly order: ReadableOrder;
}

/**
 * New snapshots of vacancies: an ordinary one holds the visible places, a sealed one everybody who is eligible, each
 * with a leaf in its tree. A sealed one that somebody else finished meanwhile is given in place of a second.
 *
 * Cost: a ranking each and 1 query; sealed, 5 queries each and 3 for the log.
 */
export async function makeSnapshots(
  deps: SnapshotDeps,
  vacancies: readonly (VacancyToRank & { readonly rankable: Rankable })[],
  store: FactsStore,
  { isSealed, signal }: { isSealed: boolean; signal?: AbortSignal },
): Promise<MadeSnapshot[]> {
  if (vacancies.length === 0) return [];
  const first = isSealed ? Math.max(store.people.size, 1) : VISIBLE_DEPTH;
  // A leaf is made of every line of its person.
  const told = { explained: VISIBLE_DEPTH, isRelaxed: true, isPacked: isSealed };
  const extent = { first, ...told, signal };
  const fresh = await Promise.all(
    vacancies.map(async ({ id, version, rankable }) => {
      const ranking = await deps.ranker.rank(rankable.facts, extent);
      const shown = ranking.rows.map((row) => show(row, rankable, store));
      const { algorithmVersion } = deps.about;
      const made = await packSnapshot({ id, version, isSealed }, ranking, shown, algorithmVersion);
      const sealed = isSealed ? await sealSnapshot(deps, made, ranking) : { made, seal: null };
      return { ...sealed, order: toReadable(ranking, shown) };
    }),
  );
  return deps.runAs('system', async (manager) => {
    const now = deps.clock.now();
    const known = await lockSealed(manager, isSealed ? fresh.map(({ made }) => made) : [], now);
    const missing = fresh.filter(({ made }) => !known.has(made.vacancyId));
    const kept = await insertSnapshots(
      manager,
      missing.map(({ made }) => made),
      now,
    );
    await keepSeals(
      manager,
      kept.flatMap((snapshot, at) => {
        const { seal } = missing[at];
        return seal ? [{ snapshot, seal }] : [];
      }),
    );
    const keptOf = new Map(kept.map((snapshot) => [snapshot.id, snapshot]));
    return fresh.flatMap(({ made, order }) => {
      const snapshot = known.get(made.vacancyId) ?? keptOf.get(made.id);
      return snapshot ? [{ snapshot, order }] : [];
    });
  });
}

/** The digest of a sealed one is the root of its tree. */
async function sealSnapshot(
  { runAs }: SnapshotDeps,
  made: NewSnapshot,
  { rows, rest, lines, eligible }: Ranking,
): Promise<{ made: NewSnapshot; seal: Seal }> {
  const { id: snapshotId, vacancyId, vacancyVersion, algorithmVersion, taxonomyVersion } = made;
  const places = [...rows, ...rest];
  // Whoever came while it was ranked may have made it one too short: then nothing is sealed, and the next try is whole.
  if (places.length !== eligible) throw new RangeError('A sealed order holds everybody');
  const secrets = await runAs('system', (manager) =>
    provideSecrets(
      manager,
      places.map(({ person }) => person),
    ),
  );
  const versions = { vacancyVersion, algorithmVersion, taxonomyVersion };
  const order = { snapshotId, vacancyId, ...versions, dataAsOf: Number(made.seq), eligible };
  const seal = await sealOrder(order, places, lines ?? packLines([]), secrets);
  return { made: { ...made, digest: seal.root }, seal };
}

function show(
  { facts, match, relaxations }: RankedPerson,
  rankable: Rankable,
  { catalogue }: FactsStore,
): ShownPlace {
  const person = { facts, match };
  const { handle: _, ...card } = presentCard('', person, rankable.facts, catalogue.taxonomy);
  return { match, counterfactuals: relaxations ?? [], card };
}

function toReadable({ rows, rest }: Ranking, shown: readonly ShownPlace[]): ReadableOrder {
  const idOf = new Map(rows.map(({ person, candidateId }) => [person, candidateId]));
  return {
    places: [...rows, ...rest],
    shownAt: (index) => shown[index] ?? null,
    identify: async (people) => people.map((person) => idOf.get(person) ?? null),
  };
}

async function packSnapshot(
  { id, version, isSealed }: { id: string; version: number; isSealed: boolean },
  { rows, rest, lines: _, seq, ...totals }: Ranking,
  shown: readonly ShownPlace[],
  algorithmVersion: string,
): Promise<NewSnapshot> {
  const places = [...rows, ...rest];
  const frozen = await freeze(places, shown);
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
    lastTiedWith: places.at(-1)?.tiedWith ?? 0,
    digest: digestOrder(made, frozen.bytes),
  };
}
