import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Candidate } from './candidate';
import { Contact } from './contact';

/**
 * What a person wrote to the employer with the application. It may say who they are, so it is read as their name is.
 *
 * Row level security: the person, and the service.
 */
@Entity('application_messages')
export class ApplicationMessage {
  @PrimaryColumn('uuid')
  contactId: string;

  @ManyToOne(() => Contact, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id' })
  contact: Contact;

  @Index()
  @Column('uuid')
  candidateId: string;

  @ManyToOne(() => Candidate, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'candidate_id' })
  candidate: Candidate;

  @Column('text')
  body: string;
}
