import { type EntityManager, In, LessThan } from 'typeorm';
import type { Clock } from '../../clock';
import { SearchDigest } from '../../entities';
import { type Slice, type SliceRequest, sliceOf } from '../slice';
import type { RunAs } from '../transaction';
import { employersOfOwn } from '../vacancies/own-vacancy';
import { actorOf, type Viewer } from '../viewer';

interface Deps {
  readAs: RunAs;
  clock: Clock;
}

/**
 * The digests of the viewer's saved searches, perhaps of one alone, newest first; a place is the id. Lines of vacancies
 * that the viewer no longer acts for are left out.
 *
 * Cost: 3 queries.
 */
export const listDigests =
  ({ readAs, clock }: Deps) =>
  (
    viewer: Viewer,
    searchId: string | null,
    request: SliceRequest<string>,
  ): Promise<Slice<SearchDigest>> =>
    readAs(actorOf(viewer), async (manager) => {
      const ofSearch = searchId === null ? {} : { savedSearchId: searchId };
      const before = request.after === null ? {} : { id: LessThan(request.after) };
      const digests = await manager.find(SearchDigest, {
        where: { ...ofSearch, ...before },
        order: { id: 'DESC' },
        take: request.first + 1,
      });
      const total = await manager.countBy(SearchDigest, ofSearch);
      const shown = await hideForeign(manager, viewer, digests, clock.now());
      return sliceOf(shown, request, total, ({ id }) => id);
    });

/** The newest digest of each of these searches, by search. Cost: 2 queries. */
export async function newestDigests(
  manager: EntityManager,
  viewer: Viewer,
  searchIds: readonly string[],
  at: Date,
): Promise<Map<string, SearchDigest>> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT max(id) AS id FROM search_digests WHERE saved_search_id = ANY($1) GROUP BY saved_search_id`,
    [searchIds],
  );
  const digests = await manager.findBy(SearchDigest, { id: In(rows.map(({ id }) => id)) });
  const shown = await hideForeign(manager, viewer, digests, at);
  return new Map(shown.map((digest) => [digest.savedSearchId, digest]));
}

async function hideForeign(
  manager: EntityManager,
  viewer: Viewer,
  digests: readonly SearchDigest[],
  at: Date,
): Promise<SearchDigest[]> {
  const told = new Set(digests.flatMap(({ lines }) => lines.map(({ vacancyId }) => vacancyId)));
  const own = await employersOfOwn(manager, viewer, [...told], at);
  return digests.map((digest) => ({
    ...digest,
    lines: digest.lines.filter(({ vacancyId }) => own.has(vacancyId)),
  }));
}
