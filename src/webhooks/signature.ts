import { createHmac } from 'node:crypto';

/** Bytes of a secret. Source: Standard Webhooks, 24 to 64. */
export const SECRET_BYTES = 32;
const PREFIX = 'whsec_';
const HINT_LENGTH = 4;

/** A secret as its receiver is told. */
export const showSecret = (secret: Buffer) => `${PREFIX}${secret.toString('base64')}`;

/** The end of what the receiver was told, enough to tell secrets apart. */
export const hintOf = (secret: Buffer) => showSecret(secret).slice(-HINT_LENGTH);

/** What is signed. */
export interface SignedParts {
  /** The same for each attempt at the same message. */
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

/**
 * The headers of a message, with a signature by each of the secrets.
 *
 * Source: Standard Webhooks (https://www.standardwebhooks.com): HMAC-SHA256 of `id.timestamp.body`.
 */
export function signedHeaders(
  { id, at, body }: SignedParts,
  secrets: readonly Buffer[],
): Record<string, string> {
  const timestamp = Math.floor(at.getTime() / 1_000);
  const signatures = secrets.map((secret) =>
    createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64'),
  );
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.map((signature) => `v1,${signature}`).join(' '),
  };
}

/** How long a secret that was replaced signs beside its successor. */
const OVERLAP_MS = 24 * 3_600_000;

/** The secrets that sign now, of a webhook's newest two, the newest first. */
export function signingSecrets(
  newestFirst: readonly { secret: Buffer; createdAt: Date }[],
  now: Date,
): Buffer[] {
  const [newest, former] = newestFirst;
  if (newest === undefined) return [];
  const isFormerSigning = now.getTime() < newest.createdAt.getTime() + OVERLAP_MS;
  return former !== undefined && isFormerSigning ? [newest.secret, former.secret] : [newest.secret];
}
