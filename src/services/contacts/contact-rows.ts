import type { EntityManager } from 'typeorm';
import { appendOutbox } from '../../changes/outbox';
import { Contact, ContactStep } from '../../entities';
import type {
  ApplicationState,
  ContactEvent,
  ContactState,
  PartyKind,
} from '../../entities/vocabulary';

/** Of whom with what. */
export type ContactPair = Pick<Contact, 'candidateId' | 'vacancyId' | 'employerId'>;

/** What happened to a contact. */
export interface ContactMove {
  /** Null = only the application moves. */
  readonly event: ContactEvent | null;
  /** The states after it. */
  readonly state: ContactState;
  readonly applicationState: ApplicationState | null;
  readonly byKind: PartyKind;
  readonly reason?: string | null;
  readonly at: Date;
}

type Invitation = Pick<
  Contact,
  'invitedAt' | 'invitedBy' | 'invitationMessage' | 'invitationExpiresAt'
>;

/** The contact of a person with a vacancy; null when they never were in touch. Cost: 1 query. */
export const findContact = (
  manager: EntityManager,
  { candidateId, vacancyId }: Pick<Contact, 'candidateId' | 'vacancyId'>,
): Promise<Contact | null> => manager.findOneBy(Contact, { candidateId, vacancyId });

/**
 * The id of a contact that moved, with the step in its history and the change that announces it, without whose it is. The states were asked for by whoever holds the person's
 * or the contact's lock.
 *
 * Cost: 3 queries.
 */
export async function writeMove(
  manager: EntityManager,
  contact: Contact | ContactPair,
  move: ContactMove,
  changes: Partial<Invitation & Pick<Contact, 'appliedAt'>> = {},
): Promise<string> {
  const { event, state, applicationState, byKind, at } = move;
  const values = { ...changes, state, applicationState, updatedAt: at };
  const id = 'id' in contact ? contact.id : await insertContact(manager, contact, values);
  if ('id' in contact) await manager.update(Contact, id, values);
  await manager.insert(ContactStep, {
    ...{ contactId: id, event, state, applicationState, byKind, at },
    reason: move.reason ?? null,
  });
  await appendOutbox(manager, [
    { aggregate: 'contact', aggregateId: id, kind: 'contact.moved', version: 1 },
  ]);
  return id;
}

async function insertContact(
  manager: EntityManager,
  { candidateId, vacancyId, employerId }: ContactPair,
  values: Partial<Contact> & { updatedAt: Date },
): Promise<string> {
  const createdAt = values.updatedAt;
  const { identifiers } = await manager.insert(Contact, {
    ...{ candidateId, vacancyId, employerId, createdAt },
    ...values,
  });
  return String(identifiers[0]?.id);
}
