import type { Actor } from '../database/as-actor';

/** The signed-in account on whose behalf a use case runs; what it may do comes from its memberships. */
export interface Viewer {
  accountId: string;
}

/** The actor of row level security for a viewer; null = nobody signed in. */
export const actorOf = (viewer: Viewer | null): Actor =>
  viewer ? `account:${viewer.accountId}` : 'public';
