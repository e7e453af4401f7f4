import { timingSafeEqual } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { SignInSession } from '../../entities';
import { errors } from '../../errors';
import type { IdentityKeys } from '../../identity/derived-keys';
import { hashToken, newRefreshToken, sessionOf } from '../../identity/random-tokens';
import { isLive, worksForOffice } from './live-sessions';
import type { OpenedSession } from './open-session';
import { ownTokens, type SessionDeps } from './session-deps';
import { grant, type SessionGrant } from './session-grant';

/**
 * New tokens for a session. A refresh token counts once: one that was used before ends the session, since somebody
 * else may hold it.
 *
 * Errors: SIGN_IN_ELSEWHERE; UNAUTHENTICATED for every other token. Cost: 5 queries.
 */
export const refreshSession =
  (deps: SessionDeps) =>
  async (refreshToken: string): Promise<SessionGrant> => {
    const tokens = ownTokens(deps);
    const id = sessionOf(refreshToken);
    if (id === null) throw errors.auth.required();
    const at = deps.clock.now();
    // The end of a session is kept, so nothing is thrown inside.
    const session = await deps.runAs('system', (manager) =>
      goOn(manager, deps.identity.keys, { id, refreshToken, at }),
    );
    if (session === null) throw errors.auth.required();
    return await grant(tokens, session, null, at);
  };

interface Presented {
  readonly id: string;
  readonly refreshToken: string;
  readonly at: Date;
}

async function goOn(
  manager: EntityManager,
  keys: Pick<IdentityKeys, 'token'>,
  { id, refreshToken, at }: Presented,
): Promise<OpenedSession | null> {
  const session = await manager.findOne(SignInSession, {
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
  if (session === null || !isLive(session, at)) return null;
  if (!timingSafeEqual(session.refreshHash, hashToken(keys.token, refreshToken))) {
    await manager.update(SignInSession, { id }, { endedAt: at, endReason: 'TOKEN_REUSED' });
    return null;
  }
  const { accountId } = session;
  const next = newRefreshToken(id);
  const refreshHash = hashToken(keys.token, next);
  await manager.update(SignInSession, { id }, { refreshHash, refreshedAt: at });
  await manager.query('UPDATE account_addresses SET last_seen_at = $2 WHERE account_id = $1', [
    accountId,
    at,
  ]);
  const isOffice = await worksForOffice(manager, accountId, at);
  const mustEnrol = isOffice && session.secondFactorAt === null;
  return { sessionId: id, accountId, refreshToken: next, mustEnrol };
}
