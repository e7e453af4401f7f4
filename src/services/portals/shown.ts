/** Which vacancies one answer shows; filled by resolvers, read by whoever counts for portals. */
export class Shown {
  /** Ids of those in lists. */
  readonly views = new Set<string>();
  /** Ids of those shown in detail. */
  readonly opens = new Set<string>();
}
