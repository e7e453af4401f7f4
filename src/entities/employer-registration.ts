import { Column, Entity, Index, JoinColumn, ManyToOne, OneToOne, PrimaryColumn } from 'typeorm';
import { Account } from './account';
import { Employer } from './employer';

/** How an employer signed up, and what the labour office decided. */
@Entity('employer_registrations')
@Index('ix_employer_registrations_decide_by', ['decideBy', 'employerId'], {
  where: 'decided_at IS NULL',
})
export class EmployerRegistration {
  @PrimaryColumn('uuid')
  employerId: string;

  @OneToOne(() => Employer, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'employer_id' })
  employer: Employer;

  /** NIB; null for an informal employer, whom somebody of the office visits instead. */
  @Index()
  @Column('text', { nullable: true })
  businessIdNumber: string | null;

  @Index()
  @Column('uuid', { nullable: true })
  registeredBy: string | null;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'registered_by' })
  registrant: Account | null;

  @Column('timestamptz')
  registeredAt: Date;

  /** Until when the office promises to decide. */
  @Column('timestamptz')
  decideBy: Date;

  @Column('timestamptz', { nullable: true })
  visitedAt: Date | null;

  @Column('uuid', { nullable: true })
  visitedBy: string | null;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'visited_by' })
  visitor: Account | null;

  /** When the office last decided. */
  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'decided_by' })
  decider: Account | null;

  /** Why; told to the employer. */
  @Column('text', { nullable: true })
  reason: string | null;
}
