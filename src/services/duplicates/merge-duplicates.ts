import type { EntityManager } from 'typeorm';
import { appendAudit } from '../../audit/append-audit';
import { CandidateMerge } from '../../entities';
import { errors } from '../../errors';
import { once } from '../idempotency';
import type { IdentityDeps } from '../identity-numbers/identity-rows';
import { isOfficersPerson } from '../offices/officers-person';
import { refuseOwnMatter } from '../offices/own-matter';
import { isPlainText } from '../plain-text';
import { done, type Outcome, type Problem, problem, refused } from '../problems';
import { actorOf, type Viewer } from '../viewer';
import { type Copied, copyApart } from './copy-apart';
import { type JoinedCompetency, joinCompetencies } from './join-competencies';
import { type JoinedConsents, joinConsents } from './join-consents';
import { announcePair, type JoinedPerson, joinPerson, projectConsent } from './join-person';
import type { MergePair } from './merge-pair';
import { type MovedRows, moveRows } from './move-rows';

export interface MergeDuplicates extends MergePair {
  clientMutationId: string;
  reason: string;
}

/** What undoing a merge needs. */
export interface KeptOfMerge {
  readonly rows: MovedRows;
  readonly competencies: readonly JoinedCompetency[];
  readonly consents: JoinedConsents;
  readonly person: JoinedPerson;
  readonly copied: readonly Copied[];
}

/** How long a merge can be undone. Source: the issue of this stage. */
const UNDO_DAYS = 30;
const DAY_MS = 86_400_000;
const MAX_REASON_LENGTH = 500;

/**
 * The id of a merge: two records of an officer's area are of one person, and one of them stands for both from now on, in
 * rankings, contacts, consents and for whichever account the person signs in with. What both say counts once; consents
 * are never widened.
 *
 * Errors: OFFICE_ONLY; NOT_FOUND where one is of another area, erased or nobody; OWN_MATTER; those of `once`. Problems:
 * TEXT_INVALID, MERGE_NOT_POSSIBLE, IDENTITY_NUMBERS_DIFFER.
 * Cost: some 50 queries.
 */
export const mergeDuplicates =
  ({ runAs, clock, identityVault }: IdentityDeps) =>
  (viewer: Viewer, command: MergeDuplicates): Promise<Outcome<string>> => {
    const { clientMutationId, ...body } = command;
    const at = clock.now();
    const attempt = { accountId: viewer.accountId, key: clientMutationId, body, at };
    return runAs('system', (manager) =>
      once(manager, { ...attempt, operation: 'mergeDuplicates' }, async () => {
        await lockPair(manager, command);
        for (const field of ['keepId', 'dropId'] as const) {
          const isOwn = await isOfficersPerson(manager, viewer.accountId, command[field]);
          if (!isOwn) throw errors.object.notFound(field);
          const matter = { candidateId: command[field] };
          await refuseOwnMatter(manager, viewer.accountId, matter, at);
        }
        const problems = await findProblems(manager, command);
        if (problems.length > 0) return refused<string>(problems);
        const { keepId, dropId, reason } = command;
        const kept: KeptOfMerge = {
          person: await joinPerson(manager, command, at),
          rows: await moveRows(manager, command),
          competencies: await joinCompetencies(manager, command),
          consents: await joinConsents(manager, command, at),
          copied: await copyApart(manager, identityVault, command),
        };
        await projectConsent(manager, keepId, kept.person.keep);
        await projectConsent(manager, dropId, kept.person.drop);
        await announcePair(manager, command, 'candidate.paused');
        const undoUntil = new Date(at.getTime() + UNDO_DAYS * DAY_MS);
        const { identifiers } = await manager.insert(CandidateMerge, {
          ...{ keepId, dropId, reason: reason.trim(), mergedBy: viewer.accountId, mergedAt: at },
          ...{ undoUntil, kept },
        });
        const id = String(identifiers[0]?.id);
        await noteMerge(manager, viewer, 'candidates.merged', { id, keepId });
        return done(id);
      }),
    );
  };

/** Says in the audit log what became of a merge. Cost: 1 query. */
export const noteMerge = (
  manager: EntityManager,
  viewer: Viewer,
  action: 'candidates.merged' | 'candidates.parted',
  { id, keepId }: { id: string; keepId: string },
): Promise<void> =>
  appendAudit(manager, {
    ...{ actor: actorOf(viewer), action, subjectType: 'candidate', subjectId: keepId },
    detail: { merge: id },
  });

/** Two merges that share a record, and whatever else changes one of them, come one after another. Cost: 1 query. */
export const lockPair = (manager: EntityManager, { keepId, dropId }: MergePair): Promise<unknown> =>
  manager.query('SELECT FROM candidates WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [
    [keepId, dropId],
  ]);

async function findProblems(
  manager: EntityManager,
  { keepId, dropId, reason }: MergeDuplicates,
): Promise<Problem[]> {
  const [found] = await manager.query<{ isTaken: boolean; isOpen: boolean; differ: boolean }[]>(
    `SELECT
       EXISTS (SELECT FROM candidate_merges
         WHERE drop_id IN ($1::uuid, $2::uuid) OR keep_id = $2::uuid) AS "isTaken",
       EXISTS (SELECT FROM objections WHERE candidate_id = $2 AND ended_at IS NULL) AS "isOpen",
       (SELECT count(DISTINCT lookup_hash) > 1 FROM candidate_identities
         WHERE candidate_id IN ($1::uuid, $2::uuid)) AS differ`,
    [keepId, dropId],
  );
  const isImpossible = keepId === dropId || found.isTaken || found.isOpen;
  return [
    ...(isPlainText(reason, MAX_REASON_LENGTH)
      ? []
      : [problem('TEXT_INVALID', 'reason', { max: MAX_REASON_LENGTH })]),
    ...(isImpossible ? [problem('MERGE_NOT_POSSIBLE', 'dropId')] : []),
    ...(found.differ ? [problem('IDENTITY_NUMBERS_DIFFER', 'dropId')] : []),
  ];
}
