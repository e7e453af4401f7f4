import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { Vacancy } from '../../entities';
import type { RunAs } from '../transaction';

/** What everybody may know of a vacancy: how it stands; GONE = it was public and is so no more; HIDDEN = it never was. */
export type PublicState = Vacancy | 'GONE' | 'HIDDEN';

/**
 * What everybody may know of vacancies now, in the order of their ids. Row level security decides what is public.
 *
 * Cost: 1 query, 2 when some are not public.
 */
export async function readPublicStates(
  readAs: RunAs,
  ids: readonly string[],
): Promise<PublicState[]> {
  // A draft that was closed was never shown to anybody.
  const rows = await readAs('public', (manager) =>
    manager.findBy(Vacancy, { id: In([...ids]), publishedAt: Not(IsNull()) }),
  );
  const visible = new Map(rows.map((row) => [row.id, row]));
  const others = ids.filter((id) => !visible.has(id));
  const gone =
    others.length === 0
      ? new Set<string>()
      : await readAs('system', (manager) => readOncePublic(manager, others));
  return ids.map((id) => visible.get(id) ?? (gone.has(id) ? 'GONE' : 'HIDDEN'));
}

async function readOncePublic(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM vacancies WHERE id = ANY($1::uuid[]) AND published_at IS NOT NULL
     UNION SELECT aggregate_id::uuid FROM outbox WHERE aggregate_id = ANY($1::text[]) AND kind = $2
     UNION SELECT aggregate_id::uuid FROM vacancy_changes WHERE aggregate_id = ANY($1::text[]) AND kind = $2`,
    [ids, 'record.removed'],
  );
  return new Set(rows.map(({ id }) => id));
}
