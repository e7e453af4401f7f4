import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import type { RunAs } from '../transaction';
import { erasePerson } from './erase-person';

/** An erasure as it is kept outside the database. */
export interface LoggedErasure {
  readonly candidateId: string;
  readonly at: Date;
}

/** Where erasures are kept outside the database, so that they outlive its backups. */
export interface ErasureLog {
  /** Resolves when the entry is on the disk. */
  append(erasure: LoggedErasure): Promise<void>;
}

export interface ErasureDeps {
  runAs: RunAs;
  readAs: RunAs;
  clock: Clock;
  erasureLog: ErasureLog;
}

/**
 * Erases a person and keeps that outside the database; the caller's transaction has nothing left to do but to commit.
 *
 * Two steps that a crash may part: an entry whose transaction did not commit is carried out at the next start, since the
 * person did ask; a transaction without its entry does not commit.
 */
export async function eraseForGood(
  manager: EntityManager,
  { erasureLog }: Pick<ErasureDeps, 'erasureLog'>,
  erasure: LoggedErasure,
): Promise<boolean> {
  const isErased = await erasePerson(manager, erasure.candidateId, erasure.at);
  if (isErased) await erasureLog.append(erasure);
  return isErased;
}
