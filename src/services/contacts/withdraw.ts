import type { EntityManager } from 'typeorm';
import { Contact } from '../../entities';
import { sharingPurposes } from '../../entities/vocabulary';
import { errors } from '../../errors';
import { changeOwnRecord, type OwnDeps } from '../candidates/change-own';
import { endConsents } from '../consents/ledger';
import { done, type Outcome, problem, refused } from '../problems';
import type { Viewer } from '../viewer';
import { writeMove } from './contact-rows';
import { isOver, nextContact } from './contact-state';

export interface WithdrawApplication {
  clientMutationId: string;
  applicationId: string;
}

/**
 * The id of an application of the signed-in person that is taken back, with all that was shared for it.
 *
 * Errors: those of `changeOwnRecord`; NOT_FOUND, the same for a missing application and for somebody else's.
 * Problems: STATE_NOT_ALLOWED.
 */
export const withdrawApplication =
  (deps: OwnDeps) =>
  (viewer: Viewer, command: WithdrawApplication): Promise<Outcome<string>> =>
    changeOwnRecord(deps, viewer, 'withdrawApplication', command, async (manager, own, at) => {
      const contact = await manager.findOneBy(Contact, { id: command.applicationId });
      const state = contact?.applicationState ?? null;
      if (contact === null || state === null) throw errors.object.notFound('id');
      if (isOver(state)) return refused([problem('STATE_NOT_ALLOWED', 'id', { state })]);
      const { employerId, vacancyId } = contact;
      await stopSharing(manager, { candidateId: own.id, employerId, vacancyId, at });
      return done(contact.id);
    });

/** With whom a person stops sharing, for one vacancy or for all. */
export interface StoppedSharing {
  readonly candidateId: string;
  readonly employerId: string;
  readonly vacancyId: string | null;
  readonly at: Date;
}

/**
 * Ends every consent to share with an employer, and the applications that rest on them.
 *
 * Cost: 4 queries, and 3 an application.
 */
export async function stopSharing(manager: EntityManager, stopped: StoppedSharing): Promise<void> {
  for (const purpose of sharingPurposes) await endConsents(manager, { ...stopped, purpose });
  const { candidateId, employerId, vacancyId, at } = stopped;
  const contacts = await manager.findBy(Contact, {
    ...{ candidateId, employerId, state: 'CONSENTED' },
    ...(vacancyId !== null && { vacancyId }),
  });
  for (const contact of contacts) {
    const state = nextContact(contact.state, 'WITHDRAW') ?? contact.state;
    const { applicationState: before } = contact;
    const applicationState = before === null || isOver(before) ? before : 'WITHDRAWN';
    const move = { event: 'WITHDRAW', byKind: 'CANDIDATE', at } as const;
    await writeMove(manager, contact, { ...move, state, applicationState });
  }
}
