import type { CandidateMerge } from '../../entities';
import type { IdentityDeps } from '../identity-numbers/identity-rows';
import { officerAreas } from '../offices/officers-person';
import type { Viewer } from '../viewer';

/** A merge that can still be undone. */
export type ListedMerge = Pick<
  CandidateMerge,
  'id' | 'keepId' | 'dropId' | 'reason' | 'mergedAt' | 'undoUntil'
>;

const MOST = 100;

/**
 * The merges of people of an officer's area that can be undone, the newest 100 first, or one of them.
 *
 * Errors: OFFICE_ONLY. Cost: 2 queries.
 */
export const listMerges =
  ({ readAs, clock }: IdentityDeps) =>
  (viewer: Viewer, only: string | null = null): Promise<ListedMerge[]> =>
    readAs('system', async (manager) => {
      const areas = await officerAreas(manager, viewer.accountId);
      return manager.query<ListedMerge[]>(
        `SELECT m.id, m.keep_id AS "keepId", m.drop_id AS "dropId", m.reason, m.merged_at AS "mergedAt",
           m.undo_until AS "undoUntil"
         FROM candidate_merges m JOIN candidates c ON c.id = m.keep_id
         WHERE m.undo_until > $2 AND ($3::uuid IS NULL OR m.id = $3)
           AND ('ID' = ANY($1::text[]) OR EXISTS (SELECT FROM unnest($1::text[]) AS area
             WHERE c.region_code = area OR starts_with(c.region_code, area || '.')))
         ORDER BY m.merged_at DESC, m.id LIMIT ${MOST}`,
        [areas, clock.now(), only],
      );
    });
