import type { EntityManager } from 'typeorm';
import { appendOutbox } from '../../changes/outbox';
import { withinAs } from '../transaction';

interface BookEmployer {
  readonly id: string;
  readonly version: number;
}

/** A registration that claims an employer of the office's book. */
export interface BookClaim {
  readonly accountId: string;
  readonly businessIdNumber: string | null;
  readonly regionCode: string;
  readonly at: Date;
  readonly decideBy: Date;
}

/**
 * The id of an employer of the office's book with this number that waits for the office now; null when the book has none.
 *
 * Numbers are no secret: whoever claims acts for the employer only after the office has verified it, and until then it
 * keeps the name that the book gives it. Runs as the service, in turn with others who name the number. Cost: 1 query, 4
 * with a claim.
 */
export async function claimBookEmployer(
  manager: EntityManager,
  { accountId, businessIdNumber, regionCode, at, decideBy }: BookClaim,
): Promise<string | null> {
  if (businessIdNumber === null) return null;
  const [found] = await manager.query<BookEmployer[]>(
    `SELECT e.id, e.version FROM employer_book_entries b JOIN employers e ON e.id = b.employer_id
     WHERE b.business_id_number = $1 AND e.verification IN ('UNVERIFIED', 'REJECTED')
       AND NOT EXISTS (SELECT FROM memberships m WHERE m.employer_id = e.id)
     ORDER BY b.imported_at, e.id LIMIT 1 FOR UPDATE OF e`,
    [businessIdNumber],
  );
  if (found === undefined) return null;
  const version = found.version + 1;
  await manager.query(
    `UPDATE employers SET verification = 'PENDING', region_code = coalesce(region_code, $2), version = $3, updated_at = $4
     WHERE id = $1`,
    [found.id, regionCode, version, at],
  );
  await manager.query(
    `INSERT INTO employer_registrations (employer_id, business_id_number, registered_by, registered_at, decide_by)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (employer_id) DO UPDATE SET
       business_id_number = EXCLUDED.business_id_number, registered_by = EXCLUDED.registered_by,
       registered_at = EXCLUDED.registered_at, decide_by = EXCLUDED.decide_by, visited_at = NULL, visited_by = NULL,
       decided_at = NULL, decided_by = NULL, reason = NULL`,
    [found.id, businessIdNumber, accountId, at, decideBy],
  );
  const kind = 'employer.registered';
  await appendOutbox(manager, [{ aggregate: 'employer', aggregateId: found.id, kind, version }]);
  return found.id;
}

/** Makes whoever claimed a verified employer its owner; somebody else's employer stays theirs. Cost: 3 queries. */
export const admitClaimant = (
  manager: EntityManager,
  { employerId, at }: { employerId: string; at: Date },
): Promise<unknown> =>
  withinAs(manager, 'system', () =>
    manager.query(
      `INSERT INTO memberships (account_id, employer_id, role, starts_at)
       SELECT registered_by, employer_id, 'OWNER', $2 FROM employer_registrations r
       WHERE employer_id = $1 AND registered_by IS NOT NULL
         AND NOT EXISTS (SELECT FROM memberships m WHERE m.employer_id = r.employer_id)`,
      [employerId, at],
    ),
  );
