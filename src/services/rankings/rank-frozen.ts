import type { RankingSnapshot } from '../../entities';
import type { FactsStore } from '../../matching/facts-store';
import {
  type RankedCandidate,
  type RankedPage,
  VISIBLE_DEPTH,
  type Withheld,
} from '../matching/rank-candidates';
import type { SliceRequest } from '../slice';
import { actorOf, type Viewer } from '../viewer';
import { type RankedPlace, type ShownPlace, thaw } from './frozen-order';
import { loadRankables, makeSnapshots, type SnapshotDeps } from './make-snapshots';
import { findToRank, type VacancyToRank } from './snapshot-rows';

/**
 * The eligible people of several vacancies in an order that stays as it is, page after page; null for a vacancy of
 * somebody else, as for a missing one and for a snapshot that is not its own or ran out.
 *
 * Shape: a place is the snapshot and the position in it. Without `snapshotId` the newest order: frozen now, unless
 * nothing has changed since it was frozen before. Only a sealed snapshot reaches beyond the visible places.
 * Cost: 1 query where the order is known, else 3 for all vacancies together and a ranking each.
 */
export const rankFrozen =
  (deps: SnapshotDeps) =>
  async (
    viewer: Viewer,
    vacancyIds: readonly string[],
    request: SliceRequest<number>,
    snapshotId: string | null,
  ): Promise<Map<string, RankedPage>> => {
    const now = deps.clock.now();
    const store = await deps.facts.current();
    const { algorithmVersion } = deps.about;
    const wanted = snapshotId
      ? { id: snapshotId }
      : { seq: store.seq, isSealed: false, algorithmVersion };
    const own = await deps.readAs(actorOf(viewer), (manager) =>
      findToRank(manager, viewer.accountId, vacancyIds, wanted, now),
    );
    const made = snapshotId ? [] : await makeMissing(deps, own, store);
    const pages = own.flatMap((vacancy) => {
      const snapshot =
        vacancy.snapshot ?? made.find(({ vacancyId }) => vacancyId === vacancy.id) ?? null;
      return snapshot ? [toPage(vacancy, snapshot, { request, store })] : [];
    });
    return new Map((await Promise.all(pages)).map((page) => [page.vacancyId, page]));
  };

async function makeMissing(
  deps: SnapshotDeps,
  own: readonly VacancyToRank[],
  store: FactsStore,
): Promise<RankingSnapshot[]> {
  const missing = own.filter(({ snapshot }) => snapshot === null);
  if (missing.length === 0) return [];
  const rankables = await loadRankables(
    deps,
    missing.map(({ id }) => id),
    store,
  );
  const known = missing.flatMap((vacancy) => {
    const rankable = rankables.find(({ id }) => id === vacancy.id);
    return rankable ? [{ ...vacancy, rankable }] : [];
  });
  return makeSnapshots(deps, known, store, false);
}

async function toPage(
  vacancy: VacancyToRank,
  snapshot: RankingSnapshot,
  { request, store }: { request: SliceRequest<number>; store: FactsStore },
): Promise<RankedPage> {
  const { places, shownAt } = await thaw(snapshot);
  const offset = request.after === null ? 0 : request.after + 1;
  const rows = places.slice(offset, offset + request.first);
  return {
    vacancyId: vacancy.id,
    snapshot,
    method: snapshot.method,
    taxonomyVersion: snapshot.taxonomyVersion,
    considered: snapshot.considered,
    eligible: snapshot.eligible,
    strong: snapshot.strong,
    possible: snapshot.possible,
    stretch: snapshot.stretch,
    hasNext: offset + rows.length < places.length,
    hasPrevious: request.after !== null,
    total: snapshot.eligible,
    totalIsExact: true,
    rows: rows.map((place, index) => ({
      item: toItem(place, shownAt(offset + index), {
        organisationId: vacancy.employerId,
        candidateId: store.candidateId(place.person),
        isVerified: vacancy.isVerified,
        isVisible: offset + index < VISIBLE_DEPTH,
      }),
      place: [snapshot.id, offset + index],
    })),
  };
}

interface Seat {
  organisationId: string;
  /** Undefined for whoever may no longer be ranked. */
  candidateId: string | undefined;
  isVerified: boolean;
  isVisible: boolean;
}

function toItem(
  { rank, tiedWith, scoreBp, verdict }: RankedPlace,
  shown: ShownPlace | null,
  seat: Seat,
): RankedCandidate {
  const { organisationId, candidateId } = seat;
  const withheld = reasonToWithhold(shown, seat);
  // Whoever left or withdrew keeps a place and a score, and no line that describes the person.
  const told = withheld === null ? shown : null;
  return {
    rank,
    tiedWith,
    scoreBp,
    verdict,
    match: told?.match ?? null,
    counterfactuals: () => told?.counterfactuals ?? [],
    withheld,
    showing: withheld === null && candidateId ? { organisationId, candidateId } : null,
    toCard: (handle) => told && { ...told.card, handle },
  };
}

function reasonToWithhold(
  shown: ShownPlace | null,
  { candidateId, isVerified, isVisible }: Seat,
): Withheld | null {
  if (!isVerified) return 'NOT_VERIFIED';
  if (!isVisible) return 'RANK_LIMIT';
  if (candidateId === undefined) return 'CONSENT_ENDED';
  return shown === null ? 'EXPIRED' : null;
}
