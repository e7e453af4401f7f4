import { randomInt } from 'node:crypto';
import type { Client } from 'pg';
import type { Write } from './slow-transactions';

type Queryable = Pick<Client, 'query'>;

/** What may happen to somebody, with the kind under which it is announced. */
interface PersonChange {
  readonly kind: string;
  /** An UPDATE of the person `$1`. */
  readonly sql: string;
}

/** As often as they stand here; who paused comes back as often. */
const CHANGES: readonly PersonChange[] = [
  ...Array<PersonChange>(4).fill({
    kind: 'candidate.competency_confirmed',
    sql: `UPDATE candidate_competencies SET level = 1 + (level + 1) % 5, evidence = 'TESTED'
      WHERE (candidate_id, competency_id) = (
        SELECT candidate_id, competency_id FROM candidate_competencies WHERE candidate_id = $1
        ORDER BY random() LIMIT 1)`,
  }),
  ...Array<PersonChange>(2).fill({
    kind: 'candidate.updated',
    sql: `UPDATE candidates SET available_from = current_date + (random() * 40)::integer
      WHERE id = $1`,
  }),
  {
    kind: 'candidate.updated',
    sql: `UPDATE candidates SET confirmed_on = current_date - (random() * 150)::integer
      WHERE id = $1`,
  },
  {
    kind: 'candidate.paused',
    sql: "UPDATE candidates SET status = 'DORMANT' WHERE id = $1 AND status = 'ACTIVE'",
  },
  ...Array<PersonChange>(2).fill({
    kind: 'candidate.activated',
    sql: "UPDATE candidates SET status = 'ACTIVE' WHERE id = $1 AND status = 'DORMANT'",
  }),
];

/** The people whom changes may concern. */
export async function listPeople(client: Queryable): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM candidates
     WHERE status = 'ACTIVE' AND matching_consent_at IS NOT NULL ORDER BY id`,
  );
  return rows.map(({ id }) => id);
}

/**
 * Changes somebody at random in the open transaction, and announces it; returns the id of the announcement in the
 * outbox. Somebody to whom the change cannot happen is announced as updated.
 */
export function changeSomebody(people: readonly string[]): Write {
  return async (client, reserved) => {
    const id = people[randomInt(people.length)];
    const { kind, sql } = CHANGES[randomInt(CHANGES.length)];
    const { rowCount } = await client.query(sql, [id]);
    const { rows } = await client.query<{ version: number }>(
      'UPDATE candidates SET version = version + 1, updated_at = now() WHERE id = $1 RETURNING version',
      [id],
    );
    return await announce(client, reserved, {
      aggregateId: id,
      kind: rowCount === 0 ? 'candidate.updated' : kind,
      version: rows[0].version,
    });
  };
}

interface Announced {
  readonly aggregateId: string;
  readonly kind: string;
  readonly version: number;
}

async function announce(
  client: Queryable,
  reserved: string | null,
  { aggregateId, kind, version }: Announced,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO outbox (id, aggregate, aggregate_id, kind, version) OVERRIDING SYSTEM VALUE
     VALUES (coalesce($1, nextval(pg_get_serial_sequence('outbox', 'id'))), 'candidate', $2, $3, $4)
     RETURNING id`,
    [reserved, aggregateId, kind, version],
  );
  return rows[0].id;
}
