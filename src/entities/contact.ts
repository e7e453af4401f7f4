import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { Account } from './account';
import { Candidate } from './candidate';
import { Employer } from './employer';
import { Vacancy } from './vacancy';
import {
  type ApplicationState,
  applicationStates,
  type ContactState,
  contactStates,
  oneOf,
} from './vocabulary';

/**
 * A person and a vacancy that are or were in touch: the invitation, the application, or both.
 *
 * Row level security: the person, and the employer, who learns from it no more than that there is somebody.
 */
@Entity('contacts')
@Check('ck_contacts_state', oneOf('state', contactStates))
@Check('ck_contacts_application_state', oneOf('application_state', applicationStates))
@Check(
  'ck_contacts_invitation',
  '(invited_at IS NULL) = (invitation_message IS NULL) AND (invited_at IS NULL) = (invitation_expires_at IS NULL)',
)
@Check('ck_contacts_application', '(applied_at IS NULL) = (application_state IS NULL)')
@Unique(['candidateId', 'vacancyId'])
@Index(['vacancyId', 'appliedAt'])
export class Contact {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  candidateId: string;

  @ManyToOne(() => Candidate, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'candidate_id' })
  candidate: Candidate;

  @Column('uuid')
  vacancyId: string;

  @ManyToOne(() => Vacancy, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'vacancy_id' })
  vacancy: Vacancy;

  /** Of the vacancy. */
  @Index()
  @Column('uuid')
  employerId: string;

  @ManyToOne(() => Employer, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'employer_id' })
  employer: Employer;

  /** As it was noted last: an invitation expires by the clock, before anybody notes it. */
  @Column('text')
  state: ContactState;

  @Column('timestamptz', { nullable: true })
  invitedAt: Date | null;

  @Index()
  @Column('uuid', { nullable: true })
  invitedBy: string | null;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'invited_by' })
  inviter: Account | null;

  /** The employer's words. */
  @Column('text', { nullable: true })
  invitationMessage: string | null;

  @Column('timestamptz', { nullable: true })
  invitationExpiresAt: Date | null;

  /** Of the last application. */
  @Column('timestamptz', { nullable: true })
  appliedAt: Date | null;

  @Column('text', { nullable: true })
  applicationState: ApplicationState | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
