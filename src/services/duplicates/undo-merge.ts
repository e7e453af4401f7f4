import type { EntityManager } from 'typeorm';
import { CandidateMerge } from '../../entities';
import { errors } from '../../errors';
import { once } from '../idempotency';
import type { IdentityDeps } from '../identity-numbers/identity-rows';
import { isOfficersPerson } from '../offices/officers-person';
import { refuseOwnMatter } from '../offices/own-matter';
import { done, type Outcome, problem, refused } from '../problems';
import type { Viewer } from '../viewer';
import { removeCopies } from './copy-apart';
import { partCompetencies } from './join-competencies';
import { partConsents } from './join-consents';
import { announcePair, partPerson, projectConsent } from './join-person';
import { type KeptOfMerge, lockPair, noteMerge } from './merge-duplicates';
import { moveBack } from './move-rows';

export interface UndoMerge {
  clientMutationId: string;
  mergeId: string;
}

/**
 * Parts two records again, as they were; what has changed since stays with whom it stands. The id of the merge that is no
 * more.
 *
 * Errors: OFFICE_ONLY; NOT_FOUND for a merge of another area, as for none; OWN_MATTER; those of `once`. Problems:
 * UNDO_NOT_POSSIBLE after 30 days, and before a later merge into the same record is undone.
 */
export const undoMerge =
  ({ runAs, clock }: IdentityDeps) =>
  (viewer: Viewer, { clientMutationId, mergeId }: UndoMerge): Promise<Outcome<string>> => {
    const at = clock.now();
    const attempt = { accountId: viewer.accountId, key: clientMutationId, at };
    return runAs('system', (manager) =>
      once(manager, { ...attempt, operation: 'undoMerge', body: { mergeId } }, async () => {
        const merge = await lockMerge(manager, viewer, mergeId, at);
        if (merge.undoUntil <= at || (await hasLaterOne(manager, merge))) {
          return refused<string>([problem('UNDO_NOT_POSSIBLE', 'mergeId')]);
        }
        const kept = merge.kept as KeptOfMerge;
        await moveBack(manager, merge, kept.rows);
        await partCompetencies(manager, merge, kept.competencies);
        await partConsents(manager, merge, kept.consents);
        await removeCopies(manager, merge, kept.copied);
        await partPerson(manager, merge, kept.person, at);
        await projectConsent(manager, merge.keepId, kept.person.keep);
        await projectConsent(manager, merge.dropId, kept.person.drop);
        await announcePair(manager, merge, 'candidate.updated');
        await manager.delete(CandidateMerge, { id: merge.id });
        await noteMerge(manager, viewer, 'candidates.parted', merge);
        return done(mergeId);
      }),
    );
  };

async function lockMerge(
  manager: EntityManager,
  { accountId }: Viewer,
  mergeId: string,
  at: Date,
): Promise<CandidateMerge> {
  const found = await manager.findOneBy(CandidateMerge, { id: mergeId });
  const isOwn = await isOfficersPerson(manager, accountId, found?.keepId ?? mergeId);
  if (found === null || !isOwn) throw errors.object.notFound('mergeId');
  await refuseOwnMatter(manager, accountId, { candidateId: found.keepId }, at);
  await lockPair(manager, found);
  // Somebody else may have undone it meanwhile.
  const merge = await manager.findOneBy(CandidateMerge, { id: mergeId });
  if (merge === null) throw errors.object.notFound('mergeId');
  return merge;
}

async function hasLaterOne(
  manager: EntityManager,
  { id, keepId, mergedAt }: CandidateMerge,
): Promise<boolean> {
  const [{ found }] = await manager.query<{ found: boolean }[]>(
    `SELECT EXISTS (SELECT FROM candidate_merges
       WHERE keep_id = $1 AND (merged_at, id) > ($2::timestamptz, $3::uuid)) AS found`,
    [keepId, mergedAt, id],
  );
  return found;
}
