import { appendAudit } from '../../audit/append-audit';
import { requireOwnCandidate, withOwnHeld } from '../candidates/change-own';
import { once } from '../idempotency';
import { done, type Outcome, problem, refused } from '../problems';
import type { Viewer } from '../viewer';
import { type ErasureDeps, eraseForGood } from './erasure-deps';

/** What a person writes to show that it is meant: "erase". */
const CONFIRMATION = 'HAPUS';

export interface EraseMe {
  clientMutationId: string;
  confirm: string;
}

/**
 * Erases the signed-in person; when that was (ISO 8601). The account ends with it, so a repetition finds nobody.
 *
 * Errors: CANDIDATE_ONLY for an account that is nobody's; those of `once`. Problems: CONFIRMATION_MISSING.
 */
export const eraseMe =
  (deps: ErasureDeps) =>
  async (viewer: Viewer, { clientMutationId, confirm }: EraseMe): Promise<Outcome<string>> => {
    await requireOwnCandidate(deps.readAs, viewer);
    if (confirm.trim().toUpperCase() !== CONFIRMATION) {
      return refused([problem('CONFIRMATION_MISSING', 'confirm', { word: CONFIRMATION })]);
    }
    const at = deps.clock.now();
    const attempt = { accountId: viewer.accountId, key: clientMutationId, body: { confirm }, at };
    const outcome = await withOwnHeld(deps, viewer, 'system', (manager, own) =>
      once(manager, { ...attempt, operation: 'eraseMe' }, async () => {
        await appendAudit(manager, {
          ...{ actor: `candidate:${own.id}`, action: 'candidate.erased' },
          ...{ subjectType: 'candidate', subjectId: own.id, detail: { by: 'SELF' } },
        });
        await eraseForGood(manager, deps, { candidateId: own.id, at });
        return done(at.toISOString());
      }),
    );
    deps.forgetTokens();
    return outcome;
  };
