import type { AccessTokens } from '../../identity/access-tokens';
import type { OpenedSession } from './open-session';

/** What a client keeps of a session. */
export interface SessionGrant {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: string;
  /** Null when the client has one. */
  readonly deviceToken: string | null;
  readonly mustEnrol: boolean;
}

/** The tokens of a session that was opened. */
export async function grant(
  tokens: AccessTokens,
  { accountId, sessionId, refreshToken, mustEnrol }: OpenedSession,
  deviceToken: string | null,
  at: Date,
): Promise<SessionGrant> {
  const { token, expiresAt } = await tokens.issue(accountId, sessionId, at);
  return {
    accessToken: token,
    accessTokenExpiresAt: expiresAt,
    refreshToken,
    deviceToken,
    mustEnrol,
  };
}
