import type { EntityManager } from 'typeorm';
import { Candidate } from '../../entities';
import { officeDay } from '../../text/office-day';
import { writePerson } from './own-person';
import { type ProfileDraft, profileColumns } from './profile';

/** Wrong or missing dates of birth, after which only the office hands an entry over. Source: as with signing in. */
const MOST_FAILURES = 3;

interface Entry {
  readonly id: string;
  readonly version: number;
  readonly birthDate: string;
  /** Wrong dates so far. */
  readonly failures: number;
}

/** Whose an entry is: its id, nobody's, or unsure, when another date of birth is to be asked for. */
export type Claim = { readonly entry: string | null } | 'UNSURE';

/**
 * The entry of the office's books that the account's holder takes over instead of becoming a second person. It is theirs
 * when the address that they signed in with and the day of birth are the entry's; what they say of themselves counts, what
 * they leave out stays as the book has it.
 *
 * Shape: UNSURE for a wrong or missing date while tries are left; then they may well be somebody else with the same
 * telephone, and no entry is theirs. Runs as the service; each such try counts against the entries, whatever the caller does.
 * Cost: 1 query, 4 when it is taken over.
 */
export async function claimEntry(
  manager: EntityManager,
  accountId: string,
  profile: ProfileDraft,
  at: Date,
): Promise<Claim> {
  const entries = await findEntries(manager, accountId);
  const own = entries.find(({ birthDate }) => birthDate === profile.birthDate);
  if (own === undefined) {
    if (entries.length === 0) return { entry: null };
    await countFailure(manager, entries);
    const isAskedAgain = entries.some(({ failures }) => failures + 1 < MOST_FAILURES);
    return isAskedAgain ? 'UNSURE' : { entry: null };
  }
  const { id } = own;
  await manager.query('UPDATE candidate_origins SET claimed_at = $2 WHERE candidate_id = $1', [
    id,
    at,
  ]);
  await writePerson(
    manager,
    own,
    'candidate.updated',
    { ...said(profile), accountId, status: 'ACTIVE', confirmedOn: officeDay(at) },
    at,
  );
  return { entry: id };
}

/** The columns that a profile says something about. */
const said = (profile: ProfileDraft): Partial<Candidate> =>
  Object.fromEntries(
    Object.entries(profileColumns(profile)).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );

/** Nobody's entries under an address of the account, locked. */
const findEntries = (manager: EntityManager, accountId: string): Promise<Entry[]> =>
  manager.query(
    `SELECT c.id, c.version, c.birth_date::text AS "birthDate", (
       SELECT min(o.failed_claims) FROM candidate_origins o WHERE o.candidate_id = c.id) AS failures
     FROM candidates c
     WHERE c.account_id IS NULL AND c.birth_date IS NOT NULL AND c.status IN ('ACTIVE', 'DORMANT')
       AND NOT EXISTS (SELECT FROM candidate_merges m WHERE m.drop_id = c.id)
       AND NOT EXISTS (SELECT FROM candidate_merges m JOIN candidates d ON d.id = m.drop_id
         WHERE m.keep_id = c.id AND d.account_id IS NOT NULL) AND c.id IN (
       SELECT o.candidate_id FROM account_addresses a
       JOIN candidate_origins o ON o.phone_hash = a.address_hash OR o.email_hash = a.address_hash
       WHERE a.account_id = $1 AND o.is_created AND o.failed_claims < ${MOST_FAILURES})
     ORDER BY c.created_at, c.id FOR UPDATE`,
    [accountId],
  );

const countFailure = (manager: EntityManager, entries: readonly Entry[]): Promise<unknown> =>
  manager.query(
    'UPDATE candidate_origins SET failed_claims = failed_claims + 1 WHERE candidate_id = ANY($1::uuid[])',
    [entries.map(({ id }) => id)],
  );
