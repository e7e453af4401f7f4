import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { Contact } from './contact';
import {
  type ApplicationState,
  applicationStates,
  type ContactEvent,
  type ContactState,
  contactEvents,
  contactStates,
  oneOf,
  type PartyKind,
  partyKinds,
} from './vocabulary';

/** One step in the history of a contact. */
@Entity('contact_steps')
@Check('ck_contact_steps_event', oneOf('event', contactEvents))
@Check('ck_contact_steps_state', oneOf('state', contactStates))
@Check('ck_contact_steps_application_state', oneOf('application_state', applicationStates))
@Check('ck_contact_steps_by_kind', oneOf('by_kind', partyKinds))
@Index(['contactId', 'id'])
export class ContactStep {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('uuid')
  contactId: string;

  @ManyToOne(() => Contact, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id' })
  contact: Contact;

  /** Null = the application alone moved. */
  @Column('text', { nullable: true })
  event: ContactEvent | null;

  @Column('text')
  state: ContactState;

  @Column('text', { nullable: true })
  applicationState: ApplicationState | null;

  @Column('text')
  byKind: PartyKind;

  /** The employer's reason for a refusal, in plain words. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz')
  at: Date;
}
