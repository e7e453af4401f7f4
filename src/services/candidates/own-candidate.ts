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
export const findOwnCandidate = async (
  readAs: RunAs,
  { accountId }: Viewer,
): Promise<OwnCandidate | null> => {
  // Which person an account is, no account may ask; the rows of that person are then read under the person's rights.
  const [own] = await readAs('system', (manager) =>
    manager.query<OwnCandidate[]>(
      `SELECT id, number, status = 'ACTIVE' AS "isActive", matching_consent_at IS NOT NULL AS "hasConsent"
       FROM candidates WHERE account_id = $1 AND status <> 'ERASED'
       ORDER BY created_at, id LIMIT 1`,
      [accountId],
    ),
  );
  return own ?? null;
};
