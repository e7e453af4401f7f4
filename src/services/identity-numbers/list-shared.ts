import { officerAreas } from '../offices/officers-person';
import type { Viewer } from '../viewer';
import { type IdentityDeps, readMasked } from './identity-rows';

/** People who gave the same number. */
export interface SharedIdentity {
  readonly identityNumberMasked: string;
  readonly candidateIds: readonly string[];
}

const MOST = 100;

/**
 * Numbers that several people gave, at least one of them of an officer's area, for the office to look into; of each only
 * the people of that area. At most 100.
 *
 * Errors: OFFICE_ONLY. Cost: 2 queries, and 1 a number.
 */
export const listSharedIdentities =
  ({ readAs, identityVault }: IdentityDeps) =>
  (viewer: Viewer): Promise<SharedIdentity[]> =>
    readAs('system', async (manager) => {
      const areas = await officerAreas(manager, viewer.accountId);
      const rows = await manager.query<{ ids: string[] }[]>(
        `SELECT array_agg(i.candidate_id ORDER BY i.set_at, i.candidate_id) AS ids
         FROM candidate_identities i JOIN candidates c ON c.id = i.candidate_id
         WHERE i.lookup_hash IN (
             SELECT lookup_hash FROM candidate_identities WHERE candidate_id NOT IN (SELECT drop_id FROM candidate_merges)
             GROUP BY lookup_hash HAVING count(*) > 1)
           AND i.candidate_id NOT IN (SELECT drop_id FROM candidate_merges)
           AND ('ID' = ANY($1::text[]) OR EXISTS (SELECT FROM unnest($1::text[]) AS area
             WHERE c.region_code = area OR starts_with(c.region_code, area || '.')))
         GROUP BY i.lookup_hash ORDER BY min(i.set_at) LIMIT ${MOST}`,
        [areas],
      );
      const shared: SharedIdentity[] = [];
      for (const { ids } of rows) {
        const masked = await readMasked(manager, identityVault, ids[0]);
        shared.push({ identityNumberMasked: masked ?? '', candidateIds: ids });
      }
      return shared;
    });
