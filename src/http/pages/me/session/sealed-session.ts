import { randomBytes } from 'node:crypto';
import { deriveKey } from '../../../../identity/derived-keys';
import { seal, unseal } from '../../../../identity/sealed-box';

/** What the session cookie says to this server, and to nobody else. */
export interface SealedSession {
  /** Proves forms of this browser; new with every sign-in and sign-out. */
  readonly secret: string;
  /** Null before the sign-in. */
  readonly refreshToken: string | null;
  /** How the page names who is signed in, such as ••••7890; null before the sign-in. */
  readonly label: string | null;
  /** Whether the person calls the device their own: then the cookie outlives the browser. */
  readonly isOwnDevice: boolean;
  /** Until when it holds without being used. Unit: ms since 1970. */
  readonly until: number;
  /** The last form that asked for a code, so that sending it twice asks once. */
  readonly askedBy: string | null;
}

/** How long a session rests before it ends. Source: our choice; computers of villages and halls are used by many. */
export const restMs = { own: 30 * 24 * 3_600_000, shared: 3_600_000 } as const;

const SECRET_BYTES = 24;
// More than the longest cookie of ours; browsers keep 4,096 bytes.
const LONGEST = 2_048;

export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** Closes and opens what cookies hold: encrypted, authenticated, each for its own purpose. */
export interface CookieSeal {
  seal(session: SealedSession): string;
  /** Null for what this server did not seal, and after its time. */
  open(value: string | null, now: number): SealedSession | null;
  sealDevice(deviceToken: string): string;
  openDevice(value: string | null): string | null;
}

/** The seal of an installation; who changes `PADAN_SECRET` signs everybody out. */
export function cookieSeal(secret: string): CookieSeal {
  const key = deriveKey(secret, 'page session');
  const close = (purpose: string, text: string) =>
    seal(key, purpose, Buffer.from(text)).toString('base64url');
  const open = (purpose: string, value: string | null): string | null => {
    if (value === null || value.length > LONGEST) return null;
    try {
      return unseal(key, purpose, Buffer.from(value, 'base64url')).toString();
    } catch {
      return null;
    }
  };
  return {
    seal: (session) => close('session', JSON.stringify(session)),
    open: (value, now) => {
      const text = open('session', value);
      if (text === null) return null;
      const session = JSON.parse(text) as SealedSession;
      return session.until > now ? session : null;
    },
    sealDevice: (deviceToken) => close('device', deviceToken),
    openDevice: (value) => open('device', value),
  };
}
