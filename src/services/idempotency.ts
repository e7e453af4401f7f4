import { createHash } from 'node:crypto';
import { type EntityManager, LessThan, QueryFailedError } from 'typeorm';
import { IdempotencyKey } from '../entities';
import { errors } from '../errors';
import { done, type Outcome } from './problems';

/** Source: RELIABILITY of the design: keys up to 255 characters, kept for a day (as Stripe does). */
export const MAX_IDEMPOTENCY_KEY_LENGTH = 255;
const IDEMPOTENCY_HOURS = 24;

/** One attempt at a mutation, as the client sent it. */
export interface Attempt {
  accountId: string;
  key: string;
  operation: string;
  body: unknown;
  at: Date;
}

/**
 * The outcome of `work`, carried out at most once for each key of an account; a repetition gets the first value.
 *
 * The row of the key is inserted first: a parallel repetition waits for it inside PostgreSQL until the first
 * transaction ends. An outcome with problems changed nothing, so its key stays free.
 *
 * Errors: IDEMPOTENCY_KEY_INVALID; IDEMPOTENCY_CONFLICT when the key came with another body; UNAUTHENTICATED where what
 * `work` writes names an account that was erased meanwhile.
 * Cost: 3 queries beside `work`.
 */
export async function once<T extends string>(
  manager: EntityManager,
  attempt: Attempt,
  work: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (attempt.key.trim() === '' || attempt.key.length > MAX_IDEMPOTENCY_KEY_LENGTH) {
    throw errors.mutation.keyInvalid(MAX_IDEMPOTENCY_KEY_LENGTH);
  }
  const id = { accountId: attempt.accountId, key: attempt.key };
  const bodyHash = hashBody(attempt.operation, attempt.body);
  if (!(await claimKey(manager, attempt, bodyHash))) {
    const earlier = await manager.findOneByOrFail(IdempotencyKey, id);
    if (earlier.bodyHash !== bodyHash) throw errors.mutation.keyReused();
    return done((earlier.result as { value: T }).value);
  }
  const outcome = await work().catch((error: unknown): never => {
    throw namesNoAccount(error) ? errors.auth.required() : error;
  });
  if (outcome.value === null) await manager.delete(IdempotencyKey, id);
  else await manager.update(IdempotencyKey, id, { result: { value: outcome.value } });
  return outcome;
}

const FOREIGN_KEY_VIOLATION = '23503';
/** What names an account has a foreign key that is named so, and nothing else has. */
export const NAMES_AN_ACCOUNT = /^fk_\w+_(account_id|[a-z]+_by)$/;

/** Whether a row was refused because an account that it names is gone: mutations name nobody's but the viewer's. */
function namesNoAccount(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  return code === FOREIGN_KEY_VIOLATION && NAMES_AN_ACCOUNT.test(constraint ?? '');
}

/** True when the key was free and is now ours; keys of the account that are older than a day are gone first. */
async function claimKey(manager: EntityManager, attempt: Attempt, bodyHash: string) {
  const expired = new Date(attempt.at.getTime() - IDEMPOTENCY_HOURS * 3_600_000);
  await manager.delete(IdempotencyKey, {
    accountId: attempt.accountId,
    createdAt: LessThan(expired),
  });
  const claimed: unknown[] = await manager.query(
    `INSERT INTO idempotency_keys (account_id, key, operation, body_hash, result, created_at)
     VALUES ($1, $2, $3, $4, '{}', $5)
     ON CONFLICT (account_id, key) DO NOTHING RETURNING key`,
    [attempt.accountId, attempt.key, attempt.operation, bodyHash, attempt.at],
  );
  return claimed.length > 0;
}

/** SHA-256 of operation and body; the order of an object's fields does not matter. */
export function hashBody(operation: string, body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([operation, body], sortFields))
    .digest('hex');
}

function sortFields(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
