import type { EntityManager } from 'typeorm';
import { ApplicationMessage, type Contact } from '../../entities';
import { errors, reasons } from '../../errors';
import { changeOwnRecord, type OwnDeps } from '../candidates/change-own';
import { guardianProblems } from '../candidates/guardian';
import { isPlainText } from '../plain-text';
import { done, type Outcome, type Problem, problem, refused } from '../problems';
import type { Viewer } from '../viewer';
import { findContact, writeMove } from './contact-rows';
import { contactStateAt, nextContact } from './contact-state';
import { type GivenShare, giveShares, shareProblems } from './give-shares';
import { closedProblems, readVacancy } from './open-vacancy';

/** Characters of what people write to each other. Source: our choice; a message, no letter. */
export const MOST_MESSAGE = 2_000;

export interface Apply {
  clientMutationId: string;
  vacancyId: string;
  share: readonly GivenShare[];
  /** Only the employer reads it, and only while the person shares. */
  message: string | null;
}

/**
 * The id of the signed-in person's application, with which the employer learns who the person is.
 *
 * Errors: those of `changeOwnRecord`; NOT_FOUND for a vacancy that is not public; NOT_MATCHED for a search that is not
 * active. Problems: VACANCY_CLOSED, ALREADY_APPLIED, CONSENT_REQUIRED, CONSENT_TEXT_OUTDATED, TEXT_INVALID,
 * GUARDIAN_CONSENT_REQUIRED.
 */
export const apply =
  (deps: OwnDeps) =>
  (viewer: Viewer, command: Apply): Promise<Outcome<string>> =>
    changeOwnRecord(deps, viewer, 'apply', command, async (manager, own, at) => {
      if (!own.isActive) throw errors.candidate.notMatched(reasons.notActive);
      const vacancy = await readVacancy(manager, command.vacancyId);
      const pair = { candidateId: own.id, vacancyId: vacancy.id, employerId: vacancy.employerId };
      const contact = await findContact(manager, pair);
      const state = nextContact(stateOf(contact, at), 'APPLY');
      if (state === null) return refused([problem('ALREADY_APPLIED', 'vacancyId')]);
      const problems = [
        ...closedProblems(vacancy, at, 'vacancyId'),
        ...shareProblems(command.share),
        ...messageProblems(command.message, 'message'),
        ...(await guardianProblems(manager, own.id, at)),
      ];
      if (problems.length > 0) return refused(problems);
      await giveShares(manager, pair, command.share, at);
      const move = { event: 'APPLY', applicationState: 'SUBMITTED', byKind: 'CANDIDATE' } as const;
      const applied = { appliedAt: at };
      const id = await writeMove(manager, contact ?? pair, { ...move, state, at }, applied);
      await writeMessage(manager, { contactId: id, candidateId: own.id }, command.message);
      return done(id);
    });

const stateOf = (contact: Contact | null, at: Date) =>
  contact === null ? 'NOT_REQUESTED' : contactStateAt(contact, at);

/** The problem that a message is no readable plain text; none for no message. */
const messageProblems = (message: string | null, path: string): Problem[] =>
  message === null || isPlainText(message, MOST_MESSAGE)
    ? []
    : [problem('TEXT_INVALID', path, { max: MOST_MESSAGE })];

async function writeMessage(
  manager: EntityManager,
  key: { contactId: string; candidateId: string },
  message: string | null,
): Promise<void> {
  await manager.delete(ApplicationMessage, { contactId: key.contactId });
  if (message !== null) await manager.insert(ApplicationMessage, { ...key, body: message });
}
