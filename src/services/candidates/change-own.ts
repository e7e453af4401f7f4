import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import { errors } from '../../errors';
import { once } from '../idempotency';
import type { Outcome } from '../problems';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';
import { findOwnCandidate, type OwnCandidate } from './own-candidate';

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
 * Carries a change out under the rights of the person behind the account, at most once a key.
 *
 * Errors: CANDIDATE_ONLY; those of `once`.
 * Cost: 4 queries beside `change`.
 */
export async function changeOwnRecord<C extends { readonly clientMutationId: string }>(
  { readAs, runAs, clock }: OwnDeps,
  viewer: Viewer,
  operation: string,
  { clientMutationId, ...body }: C,
  change: (manager: EntityManager, own: OwnCandidate, at: Date) => Promise<Outcome<string>>,
): Promise<Outcome<string>> {
  const own = await requireOwnCandidate(readAs, viewer);
  const at = clock.now();
  const attempt = { accountId: viewer.accountId, key: clientMutationId, operation, body, at };
  return await runAs(`candidate:${own.id}`, (manager) =>
    once(manager, attempt, () => change(manager, own, at)),
  );
}
