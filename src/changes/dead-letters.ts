import type { EntityManager } from 'typeorm';
import { DeadLetter } from '../entities';

/** A thing that changed. */
export interface Thing {
  readonly aggregate: string;
  readonly aggregateId: string;
}

/** What a consumer could not handle, with what had happened to it (null once that change is removed). */
export interface KeptLetter extends Thing {
  readonly consumer: string;
  readonly reason: string;
  readonly attempts: number;
  /** When it failed first. */
  readonly at: Date;
  readonly kind: string | null;
}

/** The dead letters, oldest first; of one thing, or of all. Cost: 1 query. */
export async function listDeadLetters(
  manager: EntityManager,
  thing: Partial<Thing> = {},
): Promise<KeptLetter[]> {
  return await manager.query<KeptLetter[]>(
    `SELECT consumer, d.aggregate, d.aggregate_id AS "aggregateId", reason, attempts, d.at, o.kind
     FROM dead_letters d LEFT JOIN outbox o ON o.seq = d.seq
     WHERE d.aggregate = coalesce($1, d.aggregate) AND d.aggregate_id = coalesce($2, d.aggregate_id)
     ORDER BY d.at, consumer, d.aggregate, d.aggregate_id`,
    [thing.aggregate ?? null, thing.aggregateId ?? null],
  );
}

/**
 * Announces a thing with dead letters again, or all such things; returns how many. Every consumer then reads the newest
 * state, and who succeeds removes its letter.
 */
export async function retryDeadLetters(
  manager: EntityManager,
  thing: Partial<Thing> = {},
): Promise<number> {
  const rows = await manager.query<unknown[]>(
    `INSERT INTO outbox (aggregate, aggregate_id, kind, version)
     SELECT d.aggregate, d.aggregate_id, d.aggregate || '.retried', coalesce(max(o.version), 1)
     FROM dead_letters d LEFT JOIN outbox o ON o.seq = d.seq
     WHERE d.aggregate = coalesce($1, d.aggregate) AND d.aggregate_id = coalesce($2, d.aggregate_id)
     GROUP BY d.aggregate, d.aggregate_id RETURNING id`,
    [thing.aggregate ?? null, thing.aggregateId ?? null],
  );
  return rows.length;
}

/** Forgets that a consumer could not handle a thing; whether it could not. */
export async function dropDeadLetter(
  manager: EntityManager,
  letter: Thing & { readonly consumer: string },
): Promise<boolean> {
  const { consumer, aggregate, aggregateId } = letter;
  const { affected } = await manager.delete(DeadLetter, { consumer, aggregate, aggregateId });
  return affected === 1;
}
