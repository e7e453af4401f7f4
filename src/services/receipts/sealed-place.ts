import type { EntityManager } from 'typeorm';
import type { Match } from '../../matching/core/explain';
import { findPlace, inflatePlaces } from '../rankings/frozen-order';

/** Older sealed orders of a vacancy are asked for by name. */
const NEWEST_ORDERS = 10;

/** Which sealed order is wanted. */
export interface WantedReceipt {
  readonly vacancyId: string;
  /** Null = the newest in which the person stands. */
  readonly snapshotId: string | null;
}

/** Where a person stands in a sealed order: what a receipt proves, without the proof. */
export interface SealedStanding {
  readonly snapshotId: string;
  readonly sealedAt: Date;
  readonly rank: number;
  readonly tiedWith: number;
  /** How many people were eligible. */
  readonly eligible: number;
  readonly scoreBp: number;
  readonly verdict: Match['verdict'];
}

interface Order {
  snapshotId: string;
  sealedAt: Date;
  eligible: number;
  places: Buffer;
}

/**
 * Where a person stands in a vacancy's sealed order, in the newest of the last ten that holds the person or in the one that
 * is named; null where there is none. The reader is `system`.
 *
 * Cost: 1 query, and 1 with about a millisecond for an order of 300,000.
 */
export async function findSealedPlace(
  manager: EntityManager,
  wanted: WantedReceipt,
  person: number,
): Promise<SealedStanding | null> {
  for (const id of await sealedOrders(manager, wanted)) {
    const [{ places, ...order }]: Order[] = await manager.query(
      `SELECT id AS "snapshotId", created_at AS "sealedAt", eligible, places FROM ranking_snapshots WHERE id = $1`,
      [id],
    );
    const place = findPlace(await inflatePlaces(places), person);
    if (place === null) continue;
    const { rank, tiedWith, scoreBp, verdict } = place;
    return { ...order, rank, tiedWith, scoreBp, verdict };
  }
  return null;
}

/** Ids of a vacancy's sealed orders, the newest first, or the one that is named. Cost: 1 query. */
export async function sealedOrders(
  manager: EntityManager,
  { vacancyId, snapshotId }: WantedReceipt,
): Promise<string[]> {
  const orders: { id: string }[] = await manager.query(
    `SELECT s.id FROM ranking_snapshots s JOIN ranking_seals t ON t.snapshot_id = s.id
     WHERE s.vacancy_id = $1 AND ($2::uuid IS NULL OR s.id = $2)
     ORDER BY s.created_at DESC, s.id LIMIT ${NEWEST_ORDERS}`,
    [vacancyId, snapshotId],
  );
  return orders.map(({ id }) => id);
}
