import type { EntityManager } from 'typeorm';
import { appendOutbox } from '../../changes/outbox';
import { Candidate } from '../../entities';
import { errors } from '../../errors';
import type { Outcome } from '../problems';
import type { Viewer } from '../viewer';
import { changeOwnRecord, type OwnDeps } from './change-own';

/** A change of the own record, as the client sent it. */
export interface PersonCommand {
  clientMutationId: string;
}

/** A change that only holds for the version that the caller has read. */
export interface VersionedCommand extends PersonCommand {
  expectedVersion: number;
}

/**
 * Carries a change out on the signed-in person, locked, under the person's own rights, at most once a key.
 *
 * Errors: those of `changeOwnRecord`.
 * Cost: 5 queries beside `change`.
 */
export const changeOwnPerson = <C extends PersonCommand>(
  deps: OwnDeps,
  viewer: Viewer,
  operation: string,
  command: C,
  change: (manager: EntityManager, person: Candidate, at: Date) => Promise<Outcome<string>>,
): Promise<Outcome<string>> =>
  changeOwnRecord(deps, viewer, operation, command, async (manager, { id }, at) => {
    const person = await manager.findOne(Candidate, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    // Erased since it was found.
    if (person === null || person.status === 'ERASED') throw errors.candidate.only();
    return change(manager, person, at);
  });

/** Errors: CONFLICT with the current version when somebody was faster. */
export function checkVersion({ version }: Candidate, { expectedVersion }: VersionedCommand): void {
  if (version !== expectedVersion) throw errors.version.conflict(version);
}

/** Saves `changes` to a locked person as the next version and announces it. Cost: 2 queries. */
export async function writePerson(
  manager: EntityManager,
  { id, version }: Pick<Candidate, 'id' | 'version'>,
  kind: string,
  changes: Partial<Candidate>,
  at: Date,
): Promise<void> {
  const next = version + 1;
  await manager.update(Candidate, id, { ...changes, version: next, updatedAt: at });
  await appendOutbox(manager, [{ aggregate: 'candidate', aggregateId: id, kind, version: next }]);
}
