import type { RunAs } from '../transaction';
import { readRecordRows } from './record-rows';
import { toRecordLine } from './vacancy-record';

/** The records of vacancies as everybody may know them, in the order of the ids; null for who is not public. Cost: 1 query. */
export async function readRecords(
  readAs: RunAs,
  ids: readonly string[],
): Promise<(string | null)[]> {
  const rows = await readAs('public', (manager) => readRecordRows(manager, ids));
  const lines = new Map(rows.map((row) => [row.id, toRecordLine(row)]));
  return ids.map((id) => lines.get(id) ?? null);
}
