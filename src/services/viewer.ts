import type { Actor } from '../database/as-actor';

/** The signed-in account on whose behalf a use case runs; what it may do comes from its memberships. */
export interface Viewer {
  accountId: string;
  /** The session of a token that this service signed itself. */
  sessionId?: string;
}

/** A portal that sent an API key: nobody in person, and nothing but the public schema. */
export interface Portal {
  keyId: string;
  /** Whether it may also send mutations. */
  mayWrite: boolean;
  /** Requests a minute that the office allows it. */
  quotaPerMinute: number;
}

/** The actor of row level security for a viewer; null = nobody signed in. */
export const actorOf = (viewer: Viewer | null): Actor =>
  viewer ? `account:${viewer.accountId}` : 'public';
