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
import { Employer } from './employer';
import { type MembershipRole, membershipRoles, oneOf } from './vocabulary';

/** By whose code somebody comes to act for an employer, once. */
@Entity('member_invitations')
@Check('ck_member_invitations_role', oneOf('role', membershipRoles))
@Unique(['codeHash'])
export class MemberInvitation {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column('uuid')
  employerId: string;

  @ManyToOne(() => Employer, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'employer_id' })
  employer: Employer;

  @Column('text')
  role: MembershipRole;

  /** SHA-256 of a code of 80 random bits. */
  @Column('bytea')
  codeHash: Buffer;

  /** Placement licence (LPTKS) of a recruiter. */
  @Column('text', { nullable: true })
  licenceNumber: string | null;

  /** Last day on which the licence holds. */
  @Column('date', { nullable: true })
  licenceEndsOn: string | null;

  /** From when the membership will hold (inclusive). */
  @Column('timestamptz')
  startsAt: Date;

  /** Until when (exclusive); null = open. */
  @Column('timestamptz', { nullable: true })
  endsAt: Date | null;

  @Index()
  @Column('uuid')
  createdBy: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'created_by' })
  creator: Account;

  @Column('timestamptz')
  createdAt: Date;

  /** Until when the code can be used. */
  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  acceptedAt: Date | null;
}
