import type { DataSource } from 'typeorm';
import { counters } from './counters';
import { readBounds } from './log-bounds';
import type { LogSource, LogTail } from './log-tail';
import type { Aggregate } from './outbox';
import { SEQUENCED_CHANNEL } from './sequencer';

/** A change in its place of the one order. */
export interface ChangeEvent {
  seq: number;
  aggregate: Aggregate;
  aggregateId: string;
  kind: string;
  version: number;
  nodeId: string;
  at: Date;
}

/** The changes as this process sees them. */
export type Tail = LogTail<ChangeEvent>;

/** The order of all changes, as the outbox keeps it. */
export function changeLog(dataSource: DataSource): LogSource<ChangeEvent> {
  return {
    channel: SEQUENCED_CHANNEL,
    bounds: () => readBounds(dataSource, counters.changes, counters.removedChanges),
    read: async (after, limit) => {
      const rows = await dataSource.query<(Omit<ChangeEvent, 'seq'> & { seq: string })[]>(
        `SELECT seq, aggregate, aggregate_id AS "aggregateId", kind, version, node_id AS "nodeId", at
         FROM outbox WHERE seq > $1 ORDER BY seq LIMIT $2`,
        [after, limit],
      );
      return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
    },
    retainedSince: async () => {
      const rows = await dataSource.query<{ at: Date }[]>(
        'SELECT at FROM outbox WHERE seq IS NOT NULL ORDER BY seq LIMIT 1',
      );
      return rows[0]?.at ?? null;
    },
  };
}
