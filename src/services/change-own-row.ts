import type { EntityManager, EntityTarget, FindOptionsWhere } from 'typeorm';
import type { Clock } from '../clock';
import { errors } from '../errors';
import { once } from './idempotency';
import type { Outcome } from './problems';
import type { RunAs } from './transaction';
import { actorOf, type Viewer } from './viewer';

/** One change of one row, as the client sent it. */
export interface RowChange<E, C> {
  operation: string;
  command: C;
  entity: EntityTarget<E>;
  id: string;
}

/**
 * Carries a change out on a row that is the viewer's by row level security, locked, at most once a key.
 *
 * Errors: NOT_FOUND, the same for a missing row and for somebody else's; those of `once`.
 */
export function changeOwnRow<E extends { id: string }, C extends { clientMutationId: string }>(
  { runAs, clock }: { runAs: RunAs; clock: Clock },
  viewer: Viewer,
  { operation, command, entity, id }: RowChange<E, C>,
  change: (manager: EntityManager, row: E, at: Date) => Promise<Outcome<string>>,
): Promise<Outcome<string>> {
  const { clientMutationId, ...body } = command;
  const at = clock.now();
  const attempt = { accountId: viewer.accountId, key: clientMutationId, operation, body, at };
  return runAs(actorOf(viewer), (manager) =>
    once(manager, attempt, async () => {
      const row = await manager.findOne(entity, {
        where: { id } as FindOptionsWhere<E>,
        lock: { mode: 'pessimistic_write' },
      });
      if (row === null) throw errors.object.notFound('id');
      return change(manager, row, at);
    }),
  );
}
