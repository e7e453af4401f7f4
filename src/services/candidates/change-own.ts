import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import type { Actor } from '../../database/as-actor';
import { errors } from '../../errors';
import { once } from '../idempotency';
import type { Outcome } from '../problems';
import { type RunAs, withinAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';
import { findOwnCandidate, type OwnCandidate, readOwnCandidate } from './own-candidate';

/** What the use cases work with in which a person changes what is their own. */
export interface OwnDeps {
  readAs: RunAs;
  runAs: RunAs;
  clock: Clock;
}

/**
 * The person behind the account.
 *
 * Errors: CANDIDATE_ONLY for an account that is nobody's.
 * Cost: 1 query.
 */
export async function requireOwnCandidate(readAs: RunAs, viewer: Viewer): Promise<OwnCandidate> {
  const own = await findOwnCandidate(readAs, viewer);
  if (own === null) throw errors.candidate.only();
  return own;
}

/**
 * Until the transaction ends, whoever else changes this record, or one that was made one with it, waits. In the order of
 * the ids, as for a merge; contacts and consents come behind the person, everywhere.
 *
 * Runs as the service. Cost: 1 query.
 */
export const lockRecords = (manager: EntityManager, candidateId: string): Promise<unknown> =>
  manager.query(
    `SELECT FROM candidates WHERE id = $1
       OR id IN (SELECT drop_id FROM candidate_merges WHERE keep_id = $1)
       OR id IN (SELECT keep_id FROM candidate_merges WHERE drop_id = $1)
     ORDER BY id FOR UPDATE`,
    [candidateId],
  );

/**
 * Runs `work` in one transaction that holds the records of the person behind the account. Whoever was merged or parted
 * while it waited is looked up again, so nothing is written to a record that rests.
 *
 * Errors: CANDIDATE_ONLY; those of `work`. Cost: 7 queries beside `work`.
 */
export async function withOwnHeld<T>(
  { readAs, runAs }: Pick<OwnDeps, 'readAs' | 'runAs'>,
  viewer: Viewer,
  actor: Actor,
  work: (manager: EntityManager, own: OwnCandidate) => Promise<T>,
): Promise<T> {
  for (;;) {
    const { id } = await requireOwnCandidate(readAs, viewer);
    const result = await runAs(actor, async (manager) => {
      const own = await withinAs(manager, 'system', async () => {
        await lockRecords(manager, id);
        return await readOwnCandidate(manager, viewer);
      });
      return own?.id === id ? { value: await work(manager, own) } : null;
    });
    if (result !== null) return result.value;
  }
}

/**
 * Carries a change out under the rights of the person behind the account, at most once a key, while nobody else changes
 * that person.
 *
 * Errors: CANDIDATE_ONLY; those of `once`.
 * Cost: 14 queries beside `change`.
 */
export function changeOwnRecord<C extends { readonly clientMutationId: string }>(
  deps: OwnDeps,
  viewer: Viewer,
  operation: string,
  { clientMutationId, ...body }: C,
  change: (manager: EntityManager, own: OwnCandidate, at: Date) => Promise<Outcome<string>>,
): Promise<Outcome<string>> {
  const at = deps.clock.now();
  const attempt = { accountId: viewer.accountId, key: clientMutationId, operation, body, at };
  // Attempts are the account's: of two accounts of one person each has its own.
  return withOwnHeld(deps, viewer, actorOf(viewer), (manager, own) =>
    once(manager, attempt, () =>
      withinAs(manager, `candidate:${own.id}`, () => change(manager, own, at)),
    ),
  );
}
