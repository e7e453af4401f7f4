import type { EntityManager } from 'typeorm';
import { appendOutbox } from '../../changes/outbox';
import { Contact, ContactStep } from '../../entities';
import type {
  ApplicationState,
  ContactEvent,
  ContactState,
  PartyKind,
} from '../../entities/vocabulary';
import { lockPerson } from '../consents/ledger';
import { withinAs } from '../transaction';

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
 * A contact that the actor sees, whose person is held until the transaction ends: whoever changes a contact holds the
 * person first, so each sees what the other did. Null for a missing one and one of a record that rests since a merge.
 *
 * Errors: NOT_FOUND for a person who is gone. Cost: 6 queries.
 */
export async function lockContact(manager: EntityManager, id: string): Promise<Contact | null> {
  let known = await manager.findOneBy(Contact, { id });
  while (known !== null) {
    const { candidateId } = known;
    const resting = await withinAs(manager, 'system', async () => {
      await lockPerson(manager, candidateId);
      return await restingContacts(manager, { id });
    });
    const held = await manager.findOneBy(Contact, { id });
    if (held?.candidateId === candidateId) return resting.length === 0 ? held : null;
    // Two records were made one, or parted, while this waited.
    known = held;
  }
  return null;
}

/**
 * Ids of those of a vacancy, or the one of this id, whose record rests since a merge: the other record stands for the
 * person there too. Runs as the service. Cost: 1 query.
 */
export async function restingContacts(
  manager: EntityManager,
  { vacancyId = null, id = null }: { vacancyId?: string | null; id?: string | null },
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT c.id FROM candidate_merges m JOIN contacts c ON c.candidate_id = m.drop_id
     WHERE c.vacancy_id = $1 OR c.id = $2`,
    [vacancyId, id],
  );
  return rows.map((row) => row.id);
}

/**
 * The id of a contact that moved, with the step in its history and the change that announces it, without whose it is. The states were asked for by whoever holds the person.
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
