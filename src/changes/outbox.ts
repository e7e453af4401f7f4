import type { EntityManager } from 'typeorm';

/**
 * What kinds of things change. No score depends on `term`, the words of a concept alone, on `contact`, an invitation or
 * application, and on `record`: what a vacancy shows of others, such as the name of its employer. A trigger of the
 * database announces records.
 */
const aggregates = [
  'candidate',
  'vacancy',
  'employer',
  'taxonomy',
  'term',
  'contact',
  'record',
] as const;
export type Aggregate = (typeof aggregates)[number];

/** A change to announce: ids only, never a personal value. */
export interface OutboxEntry {
  aggregate: Aggregate;
  aggregateId: string;
  /** What happened, for example `candidate.activated`. */
  kind: string;
  /** Version of the row after the change. */
  version: number;
}

/** PostgreSQL takes the four arrays of one statement; a longer list is cut into such pieces. */
const ENTRIES_PER_STATEMENT = 10_000;

/**
 * Announces changes, inside the transaction that makes them: both commit or neither. A trigger of the table
 * wakes the sequencer after the commit.
 *
 * Cost: one statement for up to 10,000 entries.
 */
export async function appendOutbox(
  manager: EntityManager,
  entries: readonly OutboxEntry[],
): Promise<void> {
  for (let start = 0; start < entries.length; start += ENTRIES_PER_STATEMENT) {
    const part = entries.slice(start, start + ENTRIES_PER_STATEMENT);
    await manager.query(
      `INSERT INTO outbox (aggregate, aggregate_id, kind, version)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::integer[])`,
      [
        part.map((entry) => entry.aggregate),
        part.map((entry) => entry.aggregateId),
        part.map((entry) => entry.kind),
        part.map((entry) => entry.version),
      ],
    );
  }
}
