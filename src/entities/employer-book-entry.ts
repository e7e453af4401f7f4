import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { Employer } from './employer';

/** What a book of the office says of an employer. Row level security: the service; the office of the area reads it. */
@Entity('employer_book_entries')
@Unique(['sourceName', 'rowKey'])
export class EmployerBookEntry {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column('uuid')
  employerId: string;

  @ManyToOne(() => Employer, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'employer_id' })
  employer: Employer;

  /** The book, under a name that it keeps. */
  @Column('text')
  sourceName: string;

  /** Keyed hash of what tells the row from others, for the next import. */
  @Column('bytea')
  rowKey: Buffer;

  /** Keyed hash of what the row says: an equal row changes nothing. */
  @Column('bytea')
  contentHash: Buffer;

  /** SHA-256 of the file. */
  @Column('bytea')
  fileDigest: Buffer;

  /** As a spreadsheet counts: the header is row 1. */
  @Column('integer')
  rowNumber: number;

  /** NIB. */
  @Index()
  @Column('text', { nullable: true })
  businessIdNumber: string | null;

  /** KBLI, as a code or in words. */
  @Column('text', { nullable: true })
  industry: string | null;

  @Column('text', { nullable: true })
  address: string | null;

  /** Whom the office talks to there. */
  @Column('text', { nullable: true })
  contactName: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  /** Whether the employer was not known before. */
  @Column('boolean')
  isCreated: boolean;

  @Column('timestamptz')
  importedAt: Date;
}
