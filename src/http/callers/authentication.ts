import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  type JWTPayload,
  type JWTVerifyGetKey,
  errors as joseErrors,
  jwtVerify,
} from 'jose';
import type { Clock } from '../../clock';
import type { Config } from '../../config';
import { errors } from '../../errors';
import type { AccessTokens } from '../../identity/access-tokens';
import {
  ACCESS_TOKEN_TYPE,
  DEVELOPMENT_ALGORITHM,
  developmentKey,
} from '../../identity/development-keys';
import type { Context, Portal, Viewer } from '../../resolvers/context';

/** Finds who a token stands for; null when nobody registered under that subject. */
export interface AccountDirectory {
  findBySubject(issuer: string, subject: string): Promise<Viewer | null>;
}

/** The sessions that this service opened itself. */
export interface SessionDirectory {
  /** Null where only an identity provider signs people in. */
  readonly tokens: AccessTokens | null;
  /** Null when the session has ended; seconds old at most. */
  live(sessionId: string): Promise<{ accountId: string; mustEnrol: boolean } | null>;
  /** Null for a key that opens nothing; seconds old at most. */
  findPortal(key: string): Promise<{ portal: Portal; expiresAt: Date } | null>;
}

/** As whom a request is carried out. */
export type Identified = Pick<Context, 'viewer' | 'enrolling' | 'portal'>;

/** Nobody in particular. */
export const anonymous: Identified = { viewer: null, enrolling: null, portal: null };

/** As whom, and until when the token holds. */
export interface SignedIn extends Identified {
  readonly expiresAt: Date;
  /** Whether the session, key or account behind the token still lives. */
  readonly stillHolds: () => Promise<boolean>;
}

/** Who sends a token; the only thing a token proves is its subject. */
export interface Authenticator {
  /** Errors: UNAUTHENTICATED in one wording whatever is wrong; SERVICE_UNAVAILABLE when keys cannot be fetched. */
  authenticate(token: string): Promise<SignedIn>;
}

/** Somebody whose tokens are accepted, each with keys and an audience of its own. */
interface TrustedIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
  /** Null when the token stands for nobody. */
  identify(payload: JWTPayload): Promise<Omit<SignedIn, 'expiresAt'> | null>;
}

// Asymmetric and fixed: neither `none` nor HS256 signed with a public key can pass.
const ALGORITHMS = [DEVELOPMENT_ALGORITHM, 'Ed25519', 'ES256', 'RS256', 'PS256'];
// A header that names or carries its own key is an attempt to choose the key.
const KEY_HEADERS = ['jku', 'jwk', 'x5u', 'x5c', 'crit'];
const KEY_ID = /^[\w-]{1,128}$/;
const SESSION_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
// No token of JOSE begins so: the first part of each is an object in base64url.
const API_KEY_PREFIX = 'padan_';
const CLOCK_TOLERANCE_SECONDS = 5;
const JWKS_TIMEOUT_MS = 3_000;
const JWKS_CACHE_MS = 600_000;
const RETRY_SECONDS = 2;

export interface AuthenticatorDependencies {
  readonly config: Pick<Config, 'auth' | 'home' | 'environment'>;
  readonly accounts: AccountDirectory;
  readonly sessions: SessionDirectory;
  readonly clock: Clock;
}

/**
 * Checks bearer tokens of the identity provider and of this service itself; in development without a JWKS address
 * this machine's own pair stands for the provider.
 */
export async function createAuthenticator(
  dependencies: AuthenticatorDependencies,
): Promise<Authenticator> {
  const { clock } = dependencies;
  const issuers = [await provider(dependencies), ownIssuer(dependencies.sessions)].filter(
    (issuer) => issuer !== null,
  );
  return {
    authenticate: async (token) => {
      if (token.startsWith(API_KEY_PREFIX)) return await signInPortal(token, dependencies.sessions);
      // The name is not proven yet; it only chooses whose keys must prove it.
      const name = issuerIn(token);
      const issuer = issuers.find((trusted) => trusted.issuer === name);
      if (issuer === undefined) throw errors.auth.required();
      const payload = await verify(token, issuer, clock.now());
      const identified = await issuer.identify(payload);
      if (identified === null || payload.exp === undefined) throw errors.auth.required();
      return { ...identified, expiresAt: new Date(payload.exp * 1000) };
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

/** The identity provider of the settings; production has none without an address of its keys. */
async function provider({
  config,
  accounts,
}: AuthenticatorDependencies): Promise<TrustedIssuer | null> {
  const { issuer, audience, jwksUrl } = config.auth;
  if (jwksUrl === null && config.environment === 'production') return null;
  return {
    issuer,
    audience,
    keys: jwksUrl === null ? await machineKeys(config.home) : remoteKeys(jwksUrl),
    identify: async ({ sub }) => {
      if (sub === undefined) return null;
      const find = () => accounts.findBySubject(issuer, sub);
      const viewer = await find();
      // The provider's token outlives an account that was erased.
      return viewer && { ...anonymous, viewer, stillHolds: async () => (await find()) !== null };
    },
  };
}

function ownIssuer({ tokens, live }: SessionDirectory): TrustedIssuer | null {
  if (tokens === null) return null;
  const { issuer, audience, publicKeys } = tokens;
  return {
    issuer,
    audience,
    keys: createLocalJWKSet(publicKeys),
    identify: async ({ sub, sid }) => {
      if (typeof sid !== 'string' || !SESSION_ID.test(sid)) return null;
      const session = await live(sid);
      if (session === null || session.accountId !== sub) return null;
      const viewer = { accountId: session.accountId, sessionId: sid };
      const { mustEnrol } = session;
      return {
        ...anonymous,
        ...(mustEnrol ? { enrolling: viewer } : { viewer }),
        stillHolds: async () => (await live(sid))?.mustEnrol === mustEnrol,
      };
    },
  };
}

/** Errors: UNAUTHENTICATED for a key that opens nothing. */
async function signInPortal(key: string, { findPortal }: SessionDirectory): Promise<SignedIn> {
  const found = await findPortal(key);
  if (found === null) throw errors.auth.required();
  return { ...anonymous, ...found, stillHolds: async () => (await findPortal(key)) !== null };
}

/** Errors: UNAUTHENTICATED for what is no token. */
function issuerIn(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    throw errors.auth.required();
  }
}

async function verify(
  token: string,
  { issuer, audience, keys }: TrustedIssuer,
  currentDate: Date,
): Promise<JWTPayload> {
  try {
    refuseOddHeader(token);
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      currentDate,
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

async function machineKeys(home: string): Promise<JWTVerifyGetKey> {
  const { d: _secret, ...publicKey } = await developmentKey(home);
  return createLocalJWKSet({ keys: [{ ...publicKey, alg: DEVELOPMENT_ALGORITHM, use: 'sig' }] });
}
