import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { type Clock, systemClock } from '../clock';
import { DEVELOPMENT_PREFIX } from '../config/development-secrets';
import { newSigningKey, type SigningKey } from './signing-key';

export const DEVELOPMENT_ALGORITHM = 'EdDSA';
export const ACCESS_TOKEN_TYPE = 'at+jwt';
const WORKING_DAY_SECONDS = 8 * 3600;
const SECRET_BYTES = 32;

/** The key pair that signs tokens on this machine, made at the first use and readable by its owner only. */
export async function developmentKey(home: string): Promise<JWK & { kid: string }> {
  const text = await readOrCreate(path.join(home, 'keys', 'signing-key.json'), async () => {
    const options = { crv: 'Ed25519', extractable: true };
    const { privateKey } = await generateKeyPair(DEVELOPMENT_ALGORITHM, options);
    return JSON.stringify({ ...(await exportJWK(privateKey)), kid: randomUUID() });
  });
  return JSON.parse(text) as JWK & { kid: string };
}

/** The key that signs the tokens of sign-in by codes on this machine; production takes it from its settings. */
export async function developmentSessionKey(home: string): Promise<SigningKey> {
  const text = await readOrCreate(path.join(home, 'keys', 'session-key.json'), async () =>
    JSON.stringify(newSigningKey(true)),
  );
  return JSON.parse(text) as SigningKey;
}

/** The secret that signs cursors on this machine; production takes it from its settings. */
export function developmentSecret(home: string): Promise<string> {
  return readOrCreate(path.join(home, 'keys', 'cursor-secret'), createSecret);
}

/** The secret that encrypts identity numbers on this machine; production takes it from its settings. */
export function developmentIdentityKey(home: string): Promise<string> {
  return readOrCreate(path.join(home, 'keys', 'identity-key'), createSecret);
}

/** Says for what it was made, so that production refuses it. */
const createSecret = async () =>
  `${DEVELOPMENT_PREFIX}${randomBytes(SECRET_BYTES).toString('base64url')}`;

export interface DevelopmentTokenRequest {
  readonly home: string;
  readonly issuer: string;
  readonly audience: string;
  readonly subject: string;
  readonly lifetimeSeconds?: number;
  readonly clock?: Clock;
}

/** A token for `subject` that a server with the same home accepts; never for production. */
export async function issueDevelopmentToken(request: DevelopmentTokenRequest): Promise<string> {
  const { clock = systemClock, lifetimeSeconds = WORKING_DAY_SECONDS } = request;
  const jwk = await developmentKey(request.home);
  const issuedAt = Math.floor(clock.now().getTime() / 1000);
  return new SignJWT()
    .setProtectedHeader({ alg: DEVELOPMENT_ALGORITHM, typ: ACCESS_TOKEN_TYPE, kid: jwk.kid })
    .setIssuer(request.issuer)
    .setAudience(request.audience)
    .setSubject(request.subject)
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(await importJWK(jwk, DEVELOPMENT_ALGORITHM));
}

/** The file's content; whoever comes first writes it, so that two processes never hold different keys. */
async function readOrCreate(file: string, create: () => Promise<string>): Promise<string> {
  const existing = readIfThere(file);
  if (existing !== null) return existing;
  mkdirSync(path.dirname(file), { recursive: true });
  chmodSync(path.dirname(file), 0o700);
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, await create(), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
  return readFileSync(file, 'utf8');
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
