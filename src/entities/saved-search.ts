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
import { type DigestFrequency, digestFrequencies, oneOf } from './vocabulary';

/** A named filter over the match events that an account may read. Row level security: the account's own. */
@Entity('saved_searches')
@Check('ck_saved_searches_frequency', oneOf('frequency', digestFrequencies))
export class SavedSearch {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column('uuid')
  accountId: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account: Account;

  /** Null = every employer that the account acts for. */
  @Index()
  @Column('uuid', { nullable: true })
  employerId: string | null;

  @ManyToOne(() => Employer, { onDelete: 'CASCADE', nullable: true })
  @JoinColumn({ name: 'employer_id' })
  employer: Employer | null;

  @Column('text')
  name: string;

  /** Null = every vacancy. */
  @Column('uuid', { array: true, nullable: true })
  vacancyIds: string[] | null;

  @Column('text')
  minVerdict: string;

  @Column('text')
  frequency: DigestFrequency;

  /** Place of the last match event that somebody has seen. */
  @Column('bigint')
  seenPlace: string;

  /** Place of the last match event that a digest has looked at. */
  @Column('bigint')
  digestedPlace: string;

  @Column('timestamptz')
  createdAt: Date;
}
