import type { EntityManager } from 'typeorm';
import type { IdentityKeys } from '../../identity/derived-keys';
import { codeRules, isCode } from '../../identity/one-time-code';

/**
 * Whether a code is one that the address was sent, still holds and has attempts left. The guess counts against every
 * code of the address, so that several codes give no more guesses than one.
 *
 * The rows stay locked until the transaction ends: guesses that come together are counted one after another.
 * Cost: 2 queries.
 */
export async function guessCode(
  manager: EntityManager,
  keys: Pick<IdentityKeys, 'code'>,
  addressHash: Buffer,
  code: string,
  at: Date,
): Promise<boolean> {
  const rows = await manager.query<{ id: string; code_hash: Buffer }[]>(
    `SELECT id, code_hash FROM sign_in_codes
     WHERE address_hash = $1 AND used_at IS NULL AND expires_at > $2 AND attempts < ${codeRules.attempts}
     ORDER BY id FOR UPDATE`,
    [addressHash, at],
  );
  await manager.query('UPDATE sign_in_codes SET attempts = attempts + 1 WHERE id = ANY($1)', [
    rows.map(({ id }) => id),
  ]);
  // Each is compared, so that the time does not tell which one it was.
  return rows.filter((row) => isCode(keys.code, row.id, code, row.code_hash)).length > 0;
}

/** No code of the address counts any more. */
export const spendCodes = (
  manager: EntityManager,
  addressHash: Buffer,
  at: Date,
): Promise<unknown> =>
  manager.query(
    'UPDATE sign_in_codes SET used_at = $2 WHERE address_hash = $1 AND used_at IS NULL',
    [addressHash, at],
  );
