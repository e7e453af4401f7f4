import { randomUUID } from 'node:crypto';
import { importJWK, type JSONWebKeySet, SignJWT } from 'jose';
import type { SigningKey } from './signing-key';

const ALGORITHM = 'EdDSA';
/** Source: RFC 9068. */
const TYPE = 'at+jwt';

/** How long an access token holds. Source: our choice; it is checked against its session anyway. */
const ACCESS_TOKEN_SECONDS = 600;

export interface IssuedToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** The tokens that this service signs itself. */
export interface AccessTokens {
  readonly issuer: string;
  readonly audience: string;
  readonly publicKeys: JSONWebKeySet;
  /** A token for a session of an account. */
  issue(accountId: string, sessionId: string, at: Date): Promise<IssuedToken>;
}

/** Tokens signed by `key`; issuer and audience are the same name, which is no other issuer's. */
export function createAccessTokens(issuer: string, key: SigningKey): AccessTokens {
  const { d: _secret, ...publicKey } = key;
  return {
    issuer,
    audience: issuer,
    publicKeys: { keys: [{ ...publicKey, alg: ALGORITHM, use: 'sig' }] },
    issue: async (accountId, sessionId, at) => {
      const issuedAt = Math.floor(at.getTime() / 1000);
      const expiresAt = issuedAt + ACCESS_TOKEN_SECONDS;
      const token = await new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: key.kid })
        .setIssuer(issuer)
        .setAudience(issuer)
        .setSubject(accountId)
        .setJti(randomUUID())
        .setIssuedAt(issuedAt)
        .setNotBefore(issuedAt)
        .setExpirationTime(expiresAt)
        .sign(await importJWK({ ...key }, ALGORITHM));
      return { token, expiresAt: new Date(expiresAt * 1000) };
    },
  };
}
