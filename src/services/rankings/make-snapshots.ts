import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock';
import type { RankingSnapshot } from '../../entities';
import { packLines } from '../../matching/core/packed-lines';
import { loadVacancies, type Rankable } from '../../matching/facts/vacancies';
import type { FactsSource, FactsStore } from '../../matching/facts-store';
import type { RankedPlace, Ranker, Ranking } from '../../matching/ranker';
import { readShown, type ShownPlace } from '../../matching/shown-place';
import { VISIBLE_DEPTH } from '../matching/rank-candidates';
import { type Seal, sealOrder } from '../receipts/seal-order';
import { keepSeals } from '../receipts/seal-rows';
import { provideSecrets } from '../receipts/secret-rows';
import type { RunAs } from '../transaction';
import { digestOrder, freeze } from './frozen-order';
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
  /** Reads what a place shows; null where that is nothing, or nothing any more. */
  shownAt(index: number): (() => ShownPlace) | null;
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
 * Shape: nothing is kept before `drawn` resolves. Errors: its.
 * Cost: a ranking each and 1 query; sealed, 5 queries each and 3 for the log.
 */
export async function makeSnapshots(
  deps: SnapshotDeps,
  vacancies: readonly (VacancyToRank & { readonly rankable: Rankable })[],
  store: FactsStore,
  { isSealed, signal, drawn }: { isSealed: boolean; signal?: AbortSignal; drawn?: Promise<void> },
): Promise<MadeSnapshot[]> {
  if (vacancies.length === 0) {
    await drawn;
    return [];
  }
  const first = isSealed ? Math.max(store.people.size, 1) : VISIBLE_DEPTH;
  // A leaf is made of every line of its person.
  const told = { explained: VISIBLE_DEPTH, isShown: true, isPacked: isSealed };
  const extent = { first, ...told, signal };
  const ranked = Promise.all(
    vacancies.map(async ({ id, version, rankable }) => {
      const ranking = await deps.ranker.rank(rankable.facts, extent);
      const { algorithmVersion } = deps.about;
      const made = await packSnapshot({ id, version, isSealed }, ranking, algorithmVersion);
      const sealed = isSealed ? await sealSnapshot(deps, made, ranking) : { made, seal: null };
      return { ...sealed, order: toReadable(ranking) };
    }),
  );
  const [fresh] = await Promise.all([ranked, drawn]);
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
  { rest: places, lines, eligible }: Ranking,
): Promise<{ made: NewSnapshot; seal: Seal }> {
  const { id: snapshotId, vacancyId, vacancyVersion, algorithmVersion, taxonomyVersion } = made;
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

function toReadable({ rest, shown }: Ranking): ReadableOrder {
  const { candidateIds, lines } = shown ?? { candidateIds: [], lines: new Uint8Array() };
  const idOf = new Map(candidateIds.map((id, index) => [rest[index].person, id]));
  return {
    places: rest,
    shownAt: readShown(lines),
    identify: async (people) => people.map((person) => idOf.get(person) ?? null),
  };
}

async function packSnapshot(
  { id, version, isSealed }: { id: string; version: number; isSealed: boolean },
  { rows: _, rest: places, lines: __, shown, seq, ...totals }: Ranking,
  algorithmVersion: string,
): Promise<NewSnapshot> {
  const frozen = await freeze(places, shown?.lines ?? new Uint8Array());
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
