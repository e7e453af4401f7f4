import type { EntityManager } from 'typeorm';
import { KnownDevice } from '../../entities';
import type { IdentityKeys } from '../../identity/derived-keys';
import { hashToken, newToken } from '../../identity/random-tokens';

// More than a person has; the one that was not seen for longest is forgotten.
const MOST_DEVICES = 10;

/** Whether an account has signed in on the device that holds this token. Cost: 1 query, none without a token. */
export async function isKnownDevice(
  manager: EntityManager,
  keys: Pick<IdentityKeys, 'token'>,
  accountId: string,
  deviceToken: string | null,
): Promise<boolean> {
  if (deviceToken === null) return false;
  const tokenHash = hashToken(keys.token, deviceToken);
  return await manager.existsBy(KnownDevice, { tokenHash, accountId });
}

/** Remembers a device; the token that it keeps, or null when it goes on with its own. Cost: 1 to 2 queries. */
export async function rememberDevice(
  manager: EntityManager,
  keys: Pick<IdentityKeys, 'token'>,
  accountId: string,
  knownToken: string | null,
  at: Date,
): Promise<string | null> {
  if (knownToken !== null) {
    const tokenHash = hashToken(keys.token, knownToken);
    await manager.update(KnownDevice, { tokenHash }, { lastSeenAt: at });
    return null;
  }
  const token = newToken();
  await manager.insert(KnownDevice, {
    tokenHash: hashToken(keys.token, token),
    accountId,
    createdAt: at,
    lastSeenAt: at,
  });
  await manager.query(
    `DELETE FROM known_devices WHERE account_id = $1 AND token_hash NOT IN (
       SELECT token_hash FROM known_devices WHERE account_id = $1
       ORDER BY last_seen_at DESC, created_at DESC LIMIT ${MOST_DEVICES})`,
    [accountId],
  );
  return token;
}
