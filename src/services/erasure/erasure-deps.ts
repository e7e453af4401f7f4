import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import { lockRecords } from '../candidates/change-own';
import type { RunAs } from '../transaction';
import { erasePerson } from './erase-person';
import { restingRecords } from './merged-records';

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
  /** From then on this process looks up anew whom a token stands for; others do within 5 s. */
  forgetTokens(): void;
}

/**
 * Erases a person, with the records that were made one with this one, and keeps that outside the database; the caller's transaction has nothing left to do but to commit.
 *
 * Two steps that a crash may part: an entry whose transaction did not commit is carried out at the next start, since the
 * person did ask; a transaction without its entry does not commit.
 */
export async function eraseForGood(
  manager: EntityManager,
  { erasureLog }: Pick<ErasureDeps, 'erasureLog'>,
  erasure: LoggedErasure,
): Promise<boolean> {
  const { candidateId, at } = erasure;
  await lockRecords(manager, candidateId);
  const resting = await restingRecords(manager, candidateId);
  const isErased = await erasePerson(manager, candidateId, at);
  if (isErased) await erasureLog.append(erasure);
  for (const id of resting) {
    if (await erasePerson(manager, id, at)) await erasureLog.append({ candidateId: id, at });
  }
  return isErased;
}
