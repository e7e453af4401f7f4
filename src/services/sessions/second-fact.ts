import type { EntityManager } from 'typeorm';
import { type Problem, problem } from '../problems';
import type { AddressedAccount } from './addressed-account';

/** After that a network may have given the number to somebody else. Source: the issue of this stage; networks wait 60 to 90 days. */
export const IDLE_MS = 90 * 24 * 3_600_000;
/** Wrong dates in a row, after which only the office restores the account: among 18,000 birthdays nobody guesses. */
const MOST_FAILURES = 3;

interface Claim {
  readonly isKnownDevice: boolean;
  /** `YYYY-MM-DD`; null = not given. */
  readonly birthDate: string | null;
  readonly at: Date;
}

/**
 * Why a sign-in with the right code still opens nothing; null when it does. A code proves the number, not the person: an
 * account that belongs to a person asks for the date of birth on a new device and after 90 days without use.
 *
 * Problems: SECOND_FACT_REQUIRED, RECOVERY_REQUIRED. Cost: 1 to 2 queries.
 */
export async function checkSecondFact(
  manager: EntityManager,
  account: AddressedAccount,
  { isKnownDevice, birthDate, at }: Claim,
): Promise<Problem | null> {
  const { accountId, lastSeenAt, trustedUntil, failures } = account;
  const isIdle = at.getTime() - lastSeenAt.getTime() >= IDLE_MS;
  const isTrusted = trustedUntil !== null && at < trustedUntil;
  if (isTrusted || (isKnownDevice && !isIdle)) return null;
  const person = await findPerson(manager, accountId);
  if (person === null) return null;
  if (person.birthDate === null || failures >= MOST_FAILURES) return recovery();
  if (birthDate === null) return problem('SECOND_FACT_REQUIRED', 'birthDate');
  if (birthDate === person.birthDate) return null;
  await manager.query(
    'UPDATE account_addresses SET failures = failures + 1 WHERE account_id = $1',
    [accountId],
  );
  return failures + 1 < MOST_FAILURES ? problem('SECOND_FACT_REQUIRED', 'birthDate') : recovery();
}

const recovery = () => problem('RECOVERY_REQUIRED', 'birthDate');

async function findPerson(
  manager: EntityManager,
  accountId: string,
): Promise<{ birthDate: string | null } | null> {
  const [person] = await manager.query<{ birthDate: string | null }[]>(
    `SELECT birth_date::text AS "birthDate" FROM candidates
     WHERE account_id = $1 AND status <> 'ERASED' ORDER BY created_at, id LIMIT 1`,
    [accountId],
  );
  return person ?? null;
}
