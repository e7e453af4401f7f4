import type { EntityManager } from 'typeorm';
import { errors } from '../../errors';
import type { CandidateCard } from '../../matching/card';
import type { ToldMatch } from '../../matching/core/withhold';
import type { Viewer } from '../viewer';
import {
  type RankDeps,
  type RankedCandidate,
  rankCandidates,
  VISIBLE_DEPTH,
} from './rank-candidates';

/** More cards than these nobody lays side by side. */
export const MAX_COMPARED = 10;

export interface ComparedCandidate {
  place: Omit<RankedCandidate, 'match'> & { match: ToldMatch };
  card: CandidateCard;
}

/**
 * People whom the vacancy's employer was shown before, side by side in the vacancy's order: the same matches.
 *
 * Nobody is shown by that.
 * Errors: NOT_FOUND for a vacancy of somebody else; for a handle that its employer was never shown, whose person has
 * left or stands beyond the visible ranks of this vacancy.
 * Cost: a ranking and 3 queries.
 */
export const compareCandidates =
  (deps: RankDeps) =>
  async (
    viewer: Viewer,
    vacancyId: string,
    handles: readonly string[],
    signal?: AbortSignal,
  ): Promise<ComparedCandidate[]> => {
    const request = { first: VISIBLE_DEPTH, after: null };
    const pages = await rankCandidates(deps)(viewer, [vacancyId], request, [], signal);
    const page = pages.get(vacancyId);
    if (!page) throw errors.object.notFound('vacancyId');
    const places = page.rows.map(({ item }) => item);
    const organisationId = places.find(({ showing }) => showing !== null)?.showing?.organisationId;
    const known =
      organisationId === undefined
        ? new Map<string, string>()
        : await deps.readAs('system', (manager) => readShown(manager, organisationId, handles));
    const compared = places.flatMap((place): ComparedCandidate[] => {
      const handle = place.showing && known.get(place.showing.candidateId);
      const card = handle ? place.toCard(handle) : null;
      const match = place.match?.();
      return card && match ? [{ place: { ...place, match }, card }] : [];
    });
    const found = new Set(compared.map(({ card }) => card.handle));
    const missing = handles.findIndex((handle) => !found.has(handle));
    if (missing >= 0) throw errors.object.notFound(`handles.${missing}`);
    return compared;
  };

/** The handles by candidate, of those who may still be shown. */
async function readShown(
  manager: EntityManager,
  organisationId: string,
  handles: readonly string[],
): Promise<Map<string, string>> {
  const rows: { handle: string; candidateId: string }[] = await manager.query(
    `SELECT known.handle, known.candidate_id AS "candidateId" FROM candidate_handles known
     JOIN candidates c ON c.id = known.candidate_id
       AND c.status = 'ACTIVE' AND c.matching_consent_at IS NOT NULL
     WHERE known.organisation_id = $1 AND known.handle = ANY($2::text[])`,
    [organisationId, handles],
  );
  return new Map(rows.map(({ handle, candidateId }) => [candidateId, handle]));
}
