import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { Account } from './account';
import { Employer } from './employer';
import { type MembershipRole, membershipRoles, oneOf } from './vocabulary';

/** An account acts for an employer, from `startsAt` (inclusive) to `endsAt` (exclusive; null = open). */
@Entity('memberships')
@Check('ck_memberships_role', oneOf('role', membershipRoles))
@Check('ck_memberships_licence', '(licence_number IS NULL) = (licence_ends_on IS NULL)')
export class Membership {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column('uuid')
  accountId: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account: Account;

  @Index()
  @Column('uuid')
  employerId: string;

  @ManyToOne(() => Employer, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'employer_id' })
  employer: Employer;

  @Column('text')
  role: MembershipRole;

  @Column('timestamptz', { default: () => 'now()' })
  startsAt: Date;

  /** Never after the last day of the licence. */
  @Column('timestamptz', { nullable: true })
  endsAt: Date | null;

  /** Placement licence (LPTKS) under which a recruiter acts. */
  @Column('text', { nullable: true })
  licenceNumber: string | null;

  @Column('date', { nullable: true })
  licenceEndsOn: string | null;
}
