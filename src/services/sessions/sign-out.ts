import { timingSafeEqual } from 'node:crypto';
import { SignInSession } from '../../entities';
import { hashToken, sessionOf } from '../../identity/random-tokens';
import { ownTokens, type SessionDeps } from './session-deps';

/**
 * Ends the session of a refresh token; its access tokens stop within five seconds. Any other text changes nothing and
 * is answered alike.
 *
 * Errors: SIGN_IN_ELSEWHERE. Cost: 2 queries.
 */
export const signOut =
  (deps: SessionDeps) =>
  async (refreshToken: string): Promise<void> => {
    ownTokens(deps);
    const id = sessionOf(refreshToken);
    if (id === null) return;
    const given = hashToken(deps.identity.keys.token, refreshToken);
    await deps.runAs('system', async (manager) => {
      const session = await manager.findOne(SignInSession, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (session === null || session.endedAt !== null) return;
      // An old token that signs out is a reuse as well; either way the session ends.
      const endReason = timingSafeEqual(session.refreshHash, given) ? 'SIGNED_OUT' : 'TOKEN_REUSED';
      await manager.update(SignInSession, { id }, { endedAt: deps.clock.now(), endReason });
    });
  };
