import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { SignInSession } from '../../entities';
import type { IdentityKeys } from '../../identity/derived-keys';
import { hashToken, newRefreshToken } from '../../identity/random-tokens';

/** How long a session can be prolonged, and how long it rests before it ends. Source: our choice. */
export const sessionRules = {
  /** Three months: whoever looks for work comes back after weeks. */
  longestMs: 90 * 24 * 3_600_000,
  restMs: 30 * 24 * 3_600_000,
  /** Who reads other people's data signs in every working day. */
  officeMs: 12 * 3_600_000,
} as const;

/** A session that was just begun or went on. */
export interface OpenedSession {
  readonly sessionId: string;
  readonly accountId: string;
  readonly refreshToken: string;
  /** Whether it reaches nothing but the enrolment of a second factor. */
  readonly mustEnrol: boolean;
}

export interface NewSession {
  readonly accountId: string;
  readonly isOffice: boolean;
  readonly hasSecondFactor: boolean;
  readonly at: Date;
}

/** Begins a session; what ended a month ago is forgotten. Cost: 2 queries. */
export async function openSession(
  manager: EntityManager,
  keys: Pick<IdentityKeys, 'token'>,
  { accountId, isOffice, hasSecondFactor, at }: NewSession,
): Promise<OpenedSession> {
  const sessionId = randomUUID();
  const refreshToken = newRefreshToken(sessionId);
  const lifetimeMs = isOffice ? sessionRules.officeMs : sessionRules.longestMs;
  await manager.query(
    `DELETE FROM sessions WHERE account_id = $1 AND (expires_at < $2 OR refreshed_at < $2 OR ended_at < $2)`,
    [accountId, new Date(at.getTime() - sessionRules.restMs)],
  );
  await manager.insert(SignInSession, {
    id: sessionId,
    accountId,
    refreshHash: hashToken(keys.token, refreshToken),
    createdAt: at,
    refreshedAt: at,
    expiresAt: new Date(at.getTime() + lifetimeMs),
    secondFactorAt: hasSecondFactor ? at : null,
  });
  return { sessionId, accountId, refreshToken, mustEnrol: isOffice && !hasSecondFactor };
}
