import type { EntityManager } from 'typeorm';
import { Contact } from '../../entities';
import { errors } from '../../errors';
import { changeOwnRecord, type OwnDeps } from '../candidates/change-own';
import { guardianProblems } from '../candidates/guardian';
import { done, type Outcome, problem, refused } from '../problems';
import type { Viewer } from '../viewer';
import { writeMove } from './contact-rows';
import { contactStateAt, nextContact } from './contact-state';
import { type GivenShare, giveShares, shareProblems } from './give-shares';
import { closedProblems, readVacancy } from './open-vacancy';

export interface RespondToInvitation {
  clientMutationId: string;
  invitationId: string;
  accept: boolean;
  share: readonly GivenShare[];
}

/**
 * The id of an invitation that the signed-in person answered: who accepts has applied, who declines is not asked again.
 *
 * Errors: those of `changeOwnRecord`; NOT_FOUND, the same for a missing invitation and for somebody else's.
 * Problems: STATE_NOT_ALLOWED, VACANCY_CLOSED, CONSENT_REQUIRED, CONSENT_TEXT_OUTDATED, GUARDIAN_CONSENT_REQUIRED.
 */
export const respondToInvitation =
  (deps: OwnDeps) =>
  (viewer: Viewer, command: RespondToInvitation): Promise<Outcome<string>> =>
    changeOwnRecord(deps, viewer, 'respondToInvitation', command, async (manager, _own, at) => {
      const contact = await manager.findOneBy(Contact, { id: command.invitationId });
      if (contact === null || contact.invitedAt === null) throw errors.object.notFound('id');
      const event = command.accept ? 'ACCEPT' : 'DECLINE';
      const before = contactStateAt(contact, at);
      const state = nextContact(before, event);
      if (state === null) return refused([problem('STATE_NOT_ALLOWED', 'id', { state: before })]);
      return command.accept
        ? await accept(manager, contact, command.share, at)
        : done(await decline(manager, contact, at));
    });

async function accept(
  manager: EntityManager,
  contact: Contact,
  share: readonly GivenShare[],
  at: Date,
): Promise<Outcome<string>> {
  const vacancy = await readVacancy(manager, contact.vacancyId);
  const problems = [
    ...closedProblems(vacancy, at, 'id'),
    ...shareProblems(share),
    ...(await guardianProblems(manager, contact.candidateId, at)),
  ];
  if (problems.length > 0) return refused(problems);
  await giveShares(manager, contact, share, at);
  const move = { event: 'ACCEPT', state: 'CONSENTED', byKind: 'CANDIDATE', at } as const;
  const applied = { ...move, applicationState: 'SUBMITTED' } as const;
  return done(await writeMove(manager, contact, applied, { appliedAt: at }));
}

const decline = (manager: EntityManager, contact: Contact, at: Date): Promise<string> =>
  writeMove(manager, contact, {
    ...{ event: 'DECLINE', state: 'DECLINED', byKind: 'CANDIDATE', at },
    applicationState: contact.applicationState,
  });
