import type { EntityManager } from 'typeorm';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';

/** The person behind an account. */
export interface OwnCandidate {
  readonly id: string;
  /** Number for the engines: never leaves the process. */
  readonly number: number;
  readonly isActive: boolean;
  /** Whether the consent to be matched lives. */
  readonly hasConsent: boolean;
}

/** The person whose account is signed in; null when it is nobody's. Cost: 1 query. */
export const findOwnCandidate = (readAs: RunAs, viewer: Viewer): Promise<OwnCandidate | null> =>
  // Which person an account is, no account may ask; the rows of that person are then read under the person's rights.
  readAs('system', (manager) => readOwnCandidate(manager, viewer));

/** The same inside a transaction of the service. Cost: 1 query. */
export async function readOwnCandidate(
  manager: EntityManager,
  { accountId }: Viewer,
): Promise<OwnCandidate | null> {
  const [own] = await manager.query<OwnCandidate[]>(
    `SELECT k.id, k.number, k.status = 'ACTIVE' AS "isActive", k.matching_consent_at IS NOT NULL AS "hasConsent"
     FROM candidates c LEFT JOIN candidate_merges m ON m.drop_id = c.id
     JOIN candidates k ON k.id = coalesce(m.keep_id, c.id)
     WHERE c.account_id = $1 AND c.status <> 'ERASED' AND k.status <> 'ERASED'
     ORDER BY c.created_at, c.id LIMIT 1`,
    [accountId],
  );
  return own ?? null;
}
