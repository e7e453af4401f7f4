/** The signed-in account on whose behalf a use case runs; what it may do comes from the database. */
export interface Viewer {
  accountId: string;
}

/** The actor of row level security for a viewer. */
export const actorOf = (viewer: Viewer) => `account:${viewer.accountId}`;
