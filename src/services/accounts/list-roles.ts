import type { RunAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';

/** As what somebody reaches things that not everybody reaches. */
export const accessLevels = [
  'EMPLOYER',
  'RECRUITER',
  'SELF',
  'FACILITATOR',
  'OFFICER',
  'ULD_OFFICER',
  'AUDITOR',
] as const;
export type AccessLevel = (typeof accessLevels)[number];

/**
 * As what a viewer acts at `at`, in the order of the vocabulary; empty for an account that belongs to nothing yet.
 *
 * Cost: 2 queries.
 */
export const listRoles =
  (readAs: RunAs) =>
  async (viewer: Viewer, at: Date): Promise<AccessLevel[]> => {
    const { accountId } = viewer;
    const memberships = await readAs(actorOf(viewer), (manager) =>
      manager.query<{ role: string }[]>(
        `SELECT CASE role WHEN 'RECRUITER' THEN role ELSE 'EMPLOYER' END AS role FROM memberships
         WHERE account_id = $1 AND starts_at <= $2 AND (ends_at IS NULL OR ends_at > $2)
         UNION SELECT role FROM office_memberships
         WHERE account_id = $1 AND starts_at <= $2 AND (ends_at IS NULL OR ends_at > $2)`,
        [accountId, at],
      ),
    );
    // Which person an account is, no account may ask.
    const persons = await readAs('system', (manager) =>
      manager.query<{ role: string }[]>(
        `SELECT 'SELF' AS role FROM candidates WHERE account_id = $1 AND status <> 'ERASED' LIMIT 1`,
        [accountId],
      ),
    );
    const held = new Set([...memberships, ...persons].map(({ role }) => role));
    return accessLevels.filter((level) => held.has(level));
  };
