import type { Actor } from '../database/as-actor';
import type { ApiKeyKind } from '../entities/vocabulary';

/** The signed-in account on whose behalf a use case runs; what it may do comes from its memberships. */
export interface Viewer {
  accountId: string;
  /** The session of a token that this service signed itself. */
  sessionId?: string;
}

/**
 * A portal that sent an API key: nobody in person, and nothing but the public schema. Another installation (NODE) is told who
 * it is and reaches nothing yet.
 */
export interface Portal {
  keyId: string;
  /** Its public name, for links and widgets. */
  code: string;
  kind: ApiKeyKind;
  /** Whose it is, as the office wrote it down. */
  name: string;
  /** Whether it may also send mutations. */
  mayWrite: boolean;
  /** Requests a minute that the office allows it. */
  quotaPerMinute: number;
}

/** The actor of row level security for a viewer; null = nobody signed in. */
export const actorOf = (viewer: Viewer | null): Actor =>
  viewer ? `account:${viewer.accountId}` : 'public';
