import type { RankingSnapshot } from '../../entities';
import { placeIn } from '../../matching/core/new-rank';
import type { FactsStore } from '../../matching/facts-store';
import type { RankedPlace } from '../../matching/ranker';
import type { ShownPlace } from '../../matching/shown-place';
import { spendQuestions } from '../matching/question-budget';
import {
  type RankedCandidate,
  type RankedPage,
  VISIBLE_DEPTH,
  type Withheld,
} from '../matching/rank-candidates';
import type { SliceRequest } from '../slice';
import { actorOf, type Viewer } from '../viewer';
import { thaw } from './frozen-order';
import {
  loadRankables,
  type MadeSnapshot,
  makeSnapshots,
  type ReadableOrder,
  type SnapshotDeps,
} from './make-snapshots';
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
    signal?: AbortSignal,
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
    const made = snapshotId ? [] : await makeMissing(deps, own, store, signal);
    const pages = own.map(async (vacancy) => {
      const frozen = vacancy.snapshot
        ? { snapshot: vacancy.snapshot, order: await readOrder(vacancy.snapshot, store) }
        : made.find(({ snapshot }) => snapshot.vacancyId === vacancy.id);
      return frozen ? [await toPage(vacancy, frozen, request)] : [];
    });
    return new Map((await Promise.all(pages)).flat().map((page) => [page.vacancyId, page]));
  };

async function readOrder(
  snapshot: RankingSnapshot,
  { people }: FactsStore,
): Promise<ReadableOrder> {
  return { ...(await thaw(snapshot)), identify: (numbers) => people.identify(numbers) };
}

async function makeMissing(
  deps: SnapshotDeps,
  own: readonly VacancyToRank[],
  store: FactsStore,
  signal: AbortSignal | undefined,
): Promise<MadeSnapshot[]> {
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
  // Beside the ranking, in the time that another thread ranks: nothing is kept or told before it is drawn.
  const drawn = spendQuestions(
    deps,
    known.map(({ id, employerId, rankable }) => ({
      askerId: employerId,
      vacancyId: id,
      isPublic: rankable.isPublished,
      asked: [rankable.facts],
    })),
  );
  return makeSnapshots(deps, known, store, { isSealed: false, signal, drawn });
}

async function toPage(
  vacancy: VacancyToRank,
  { snapshot, order: { places, shownAt, identify } }: MadeSnapshot,
  request: SliceRequest<number>,
): Promise<RankedPage> {
  const offset = request.after === null ? 0 : request.after + 1;
  const rows = places.slice(offset, offset + request.first);
  // The cards end at the visible depth: of whoever stands deeper nobody is shown.
  const visible = rows.slice(0, Math.max(0, VISIBLE_DEPTH - offset));
  const locate = placeIn({ offset: 0, eligible: snapshot.eligible, rows: places });
  const candidateIds = await identify(visible.map(({ person }) => person));
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
        candidateId: candidateIds[index] ?? null,
        isVerified: vacancy.isVerified,
        isVisible: offset + index < VISIBLE_DEPTH,
        locate,
      }),
      place: [snapshot.id, offset + index],
    })),
  };
}

interface Seat {
  organisationId: string;
  /** Null for whoever may no longer be ranked, or stands deeper than anybody is shown. */
  candidateId: string | null;
  isVerified: boolean;
  isVisible: boolean;
  /** Gives counterfactuals their rank in this order. */
  locate: ReturnType<typeof placeIn>;
}

function toItem(
  { rank, tiedWith, scoreBp, verdict }: RankedPlace,
  shown: (() => ShownPlace) | null,
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
    match: told && (() => told().match),
    counterfactuals: () => seat.locate(told?.().counterfactuals ?? []),
    withheld,
    showing: withheld === null && candidateId ? { organisationId, candidateId } : null,
    toCard: (handle) => told && { ...told().card, handle },
  };
}

function reasonToWithhold(
  shown: unknown,
  { candidateId, isVerified, isVisible }: Seat,
): Withheld | null {
  if (!isVerified) return 'NOT_VERIFIED';
  if (!isVisible) return 'RANK_LIMIT';
  if (candidateId === null) return 'CONSENT_ENDED';
  return shown === null ? 'EXPIRED' : null;
}
