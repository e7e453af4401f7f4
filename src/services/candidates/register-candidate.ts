import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { appendOutbox } from '../../changes/outbox';
import type { Clock } from '../../clock';
import { Candidate } from '../../entities';
import { officeDay } from '../../text/office-day';
import { takeTurns } from '../accounts/take-turns';
import { textProblems } from '../consents/grant-consent';
import { recordConsent } from '../consents/ledger';
import { once } from '../idempotency';
import { done, type Outcome, type Problem, problem, refused } from '../problems';
import { type RunAs, withinAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';
import { checkRegions } from './check-regions';
import { claimEntry } from './claim-entry';
import type { PersonCommand } from './own-person';
import { checkProfile, type ProfileDraft, profileColumns } from './profile';

export interface RegisterCandidate extends PersonCommand {
  profile: ProfileDraft;
  /** The text that the person agreed to be matched by. */
  consentTextVersion: string;
}

/**
 * The id of a new person, who looks for work, agrees to be matched and has this account; of somebody whom the office's
 * book brought and who proves to be that person, the id from there.
 *
 * Errors: those of `once`. Problems: ALREADY_REGISTERED; GUARDIAN_CONSENT_REQUIRED and the others of `checkProfile`;
 * UNKNOWN_REFERENCE; CONSENT_TEXT_OUTDATED; BIRTH_DATE_DIFFERS.
 * Cost: 18 queries.
 */
export const registerCandidate =
  ({ runAs, clock }: { runAs: RunAs; clock: Clock }) =>
  (viewer: Viewer, command: RegisterCandidate): Promise<Outcome<string>> =>
    runAs(actorOf(viewer), async (manager) => {
      const { clientMutationId, ...body } = command;
      const at = clock.now();
      const { accountId } = viewer;
      const attempt = { accountId, key: clientMutationId, body, at };
      return once(manager, { ...attempt, operation: 'registerCandidate' }, async () => {
        await takeTurns(manager, accountId, 'person');
        const problems = [
          ...(await checkAccount(manager, accountId)),
          ...checkProfile(command.profile, officeDay(at)),
          ...(await checkRegions(manager, command.profile)),
          ...textProblems('MATCHING', command.consentTextVersion, 'consentTextVersion'),
        ];
        if (problems.length > 0) return refused(problems);
        return takeIn(manager, accountId, command, at);
      });
    });

async function checkAccount(manager: EntityManager, accountId: string): Promise<Problem[]> {
  // Whose an account is, no account may ask.
  const isTaken = await withinAs(manager, 'system', () =>
    manager.existsBy(Candidate, { accountId }),
  );
  return isTaken ? [problem('ALREADY_REGISTERED', 'clientMutationId')] : [];
}

async function takeIn(
  manager: EntityManager,
  accountId: string,
  { profile, consentTextVersion }: RegisterCandidate,
  at: Date,
): Promise<Outcome<string>> {
  // Whom a book names, no account may ask.
  const claim = await withinAs(manager, 'system', () =>
    claimEntry(manager, accountId, profile, at),
  );
  if (claim === 'UNSURE') return refused([problem('BIRTH_DATE_DIFFERS', 'birthDate')]);
  const { entry } = claim;
  const id = entry ?? randomUUID();
  // The person writes the own record: nobody else may.
  await withinAs(manager, `candidate:${id}`, async () => {
    if (entry === null) await insertPerson(manager, { id, accountId, profile, at });
    await recordConsent(manager, {
      candidateId: id,
      purpose: 'MATCHING',
      textVersion: consentTextVersion,
      channel: 'SELF',
      at,
    });
  });
  return done(id);
}

async function insertPerson(
  manager: EntityManager,
  person: { id: string; accountId: string; profile: ProfileDraft; at: Date },
): Promise<void> {
  const { id, accountId, profile, at } = person;
  await manager.insert(Candidate, {
    ...profileColumns(profile),
    ...{
      id,
      accountId,
      status: 'ACTIVE',
      confirmedOn: officeDay(at),
      createdAt: at,
      updatedAt: at,
    },
  });
  await appendOutbox(manager, [
    { aggregate: 'candidate', aggregateId: id, kind: 'candidate.created', version: 1 },
  ]);
}
