import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeProtectedHeader,
  type JWTPayload,
  type JWTVerifyGetKey,
  errors as joseErrors,
  jwtVerify,
} from 'jose';
import type { Clock } from '../clock';
import type { Config } from '../config';
import { errors } from '../errors';
import type { Viewer } from '../resolvers/context';
import { ACCESS_TOKEN_TYPE, DEVELOPMENT_ALGORITHM, developmentKey } from './development-keys';

/** Finds who a token stands for; null when nobody registered under that subject. */
export interface AccountDirectory {
  findBySubject(issuer: string, subject: string): Promise<Viewer | null>;
}

/** A viewer, and until when the token that names them holds. */
export interface SignedIn {
  readonly viewer: Viewer;
  readonly expiresAt: Date;
}

/** Who sends a token; the only thing a token proves is its subject. */
export interface Authenticator {
  /** Errors: UNAUTHENTICATED in one wording whatever is wrong; SERVICE_UNAVAILABLE when keys cannot be fetched. */
  authenticate(token: string): Promise<SignedIn>;
}

// Asymmetric and fixed: neither `none` nor HS256 signed with a public key can pass.
const ALGORITHMS = [DEVELOPMENT_ALGORITHM, 'Ed25519', 'ES256', 'RS256', 'PS256'];
// A header that names or carries its own key is an attempt to choose the key.
const KEY_HEADERS = ['jku', 'jwk', 'x5u', 'x5c', 'crit'];
const KEY_ID = /^[\w-]{1,128}$/;
const CLOCK_TOLERANCE_SECONDS = 5;
const JWKS_TIMEOUT_MS = 3_000;
const JWKS_CACHE_MS = 600_000;
const RETRY_SECONDS = 2;

export interface AuthenticatorDependencies {
  readonly config: Pick<Config, 'auth' | 'home'>;
  readonly accounts: AccountDirectory;
  readonly clock: Clock;
}

/** Checks bearer tokens against the configured keys or, without a JWKS address, this machine's own pair. */
export async function createAuthenticator(
  dependencies: AuthenticatorDependencies,
): Promise<Authenticator> {
  const { config, accounts, clock } = dependencies;
  const { issuer, audience, jwksUrl } = config.auth;
  const keys = jwksUrl === null ? await ownKeys(config.home) : remoteKeys(jwksUrl);

  return {
    authenticate: async (token) => {
      const payload = await verify(token, keys, { issuer, audience, currentDate: clock.now() });
      const viewer = payload.sub ? await accounts.findBySubject(issuer, payload.sub) : null;
      if (viewer === null || payload.exp === undefined) throw errors.auth.required();
      return { viewer, expiresAt: new Date(payload.exp * 1000) };
    },
  };
}

/**
 * The token of an Authorization header; null when there is no header.
 *
 * Errors: UNAUTHENTICATED for anything but one bearer token.
 */
export function bearerToken(header: string | undefined): string | null {
  if (header === undefined) return null;
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(header)?.[1];
  if (token === undefined) throw errors.auth.required();
  return token;
}

interface Claims {
  readonly issuer: string;
  readonly audience: string;
  readonly currentDate: Date;
}

async function verify(token: string, keys: JWTVerifyGetKey, claims: Claims): Promise<JWTPayload> {
  try {
    refuseOddHeader(token);
    const { payload } = await jwtVerify(token, keys, {
      ...claims,
      algorithms: ALGORITHMS,
      typ: ACCESS_TOKEN_TYPE,
      requiredClaims: ['sub', 'exp'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    });
    return payload;
  } catch (error) {
    if (isKeyServerFault(error)) throw errors.service.unavailable(RETRY_SECONDS, error);
    throw errors.auth.required();
  }
}

function refuseOddHeader(token: string): void {
  const header = decodeProtectedHeader(token);
  if (KEY_HEADERS.some((name) => name in header)) throw errors.auth.required();
  if (header.kid !== undefined && !KEY_ID.test(header.kid)) throw errors.auth.required();
}

/** jose tells a bad token by its own subclasses; a key server that is slow, down or odd by these. */
function isKeyServerFault(error: unknown): boolean {
  if (!(error instanceof joseErrors.JOSEError)) return (error as Error).message === 'fetch failed';
  return ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'].includes(error.code);
}

function remoteKeys(url: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(url), {
    timeoutDuration: JWKS_TIMEOUT_MS,
    cacheMaxAge: JWKS_CACHE_MS,
  });
}

async function ownKeys(home: string): Promise<JWTVerifyGetKey> {
  const { d: _secret, ...publicKey } = await developmentKey(home);
  return createLocalJWKSet({ keys: [{ ...publicKey, alg: DEVELOPMENT_ALGORITHM, use: 'sig' }] });
}
