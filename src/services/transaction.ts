import type { EntityManager } from 'typeorm';
import type { Actor } from '../database/as-actor';

/**
 * Runs `work` in one transaction under the rights of `actor` (row level security): one that may write, or one that
 * only reads. Rolls back when `work` throws.
 */
export type RunAs = <T>(actor: Actor, work: (manager: EntityManager) => Promise<T>) => Promise<T>;
