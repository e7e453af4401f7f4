import type { EntityManager } from 'typeorm';
import type { Actor } from '../database/as-actor';

/** Runs `work` in one transaction under the rights of `actor` (row level security); rolls back when it throws. */
export type RunAs = <T>(actor: Actor, work: (manager: EntityManager) => Promise<T>) => Promise<T>;

/** A change to announce, written in the transaction that makes it. */
export interface Change {
  aggregate: 'candidate' | 'vacancy' | 'employer';
  aggregateId: string;
  kind: string;
  version: number;
}

/** Writes the outbox rows of changes. */
export type Announce = (manager: EntityManager, changes: readonly Change[]) => Promise<void>;
