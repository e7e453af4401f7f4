import { timingSafeEqual } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { SignInSession } from '../../entities';
import type { IssuedToken } from '../../identity/access-tokens';
import { hashToken, sessionOf } from '../../identity/random-tokens';
import { isLive } from './live-sessions';
import type { SessionDeps } from './session-deps';

/** A session that rests for days is noted as used often enough by that. */
const NOTED_EVERY_MS = 3_600_000;

/**
 * An access token for the session of a refresh token that this server itself keeps sealed in a cookie; null when the
 * session has ended or this service signs nobody in. The refresh token stays: pages that are loaded at one time would each use it up for the others.
 *
 * Cost: 1 query, 3 once an hour.
 */
export const continueSession =
  (deps: SessionDeps) =>
  async (refreshToken: string): Promise<IssuedToken | null> => {
    const { tokens } = deps.identity;
    const id = sessionOf(refreshToken);
    if (tokens === null || id === null) return null;
    const at = deps.clock.now();
    const given = hashToken(deps.identity.keys.token, refreshToken);
    const accountId = await deps.runAs('system', async (manager) => {
      const session = await manager.findOneBy(SignInSession, { id });
      if (session === null || !isLive(session, at)) return null;
      if (!timingSafeEqual(session.refreshHash, given)) return null;
      if (at.getTime() - session.refreshedAt.getTime() > NOTED_EVERY_MS) {
        await noteUse(manager, session, at);
      }
      return session.accountId;
    });
    return accountId === null ? null : await tokens.issue(accountId, id, at);
  };

async function noteUse(
  manager: EntityManager,
  { id, accountId }: SignInSession,
  at: Date,
): Promise<void> {
  await manager.update(SignInSession, { id }, { refreshedAt: at });
  await manager.query('UPDATE account_addresses SET last_seen_at = $2 WHERE account_id = $1', [
    accountId,
    at,
  ]);
}
