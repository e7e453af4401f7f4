import type { EntityManager } from 'typeorm';
import type { LogBounds } from './log-tail';

/** The bounds of a log from the rows of `consumer_cursors` with its last place and with the last that was removed. */
export async function readBounds(
  manager: Pick<EntityManager, 'query'>,
  newest: string,
  removed: string,
): Promise<LogBounds> {
  const rows = await manager.query<{ name: string; seq: string }[]>(
    'SELECT name, seq FROM consumer_cursors WHERE name IN ($1, $2)',
    [newest, removed],
  );
  const seqOf = (name: string) => Number(rows.find((row) => row.name === name)?.seq ?? 0);
  return { newest: seqOf(newest), removed: seqOf(removed) };
}
