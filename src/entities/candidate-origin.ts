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
import { Candidate } from './candidate';

/**
 * That a row of a book names somebody. Row level security: the service; the person reads the own ones.
 */
@Entity('candidate_origins')
@Check('ck_candidate_origins_channel', "channel IN ('OFFICE_BOOK')")
@Unique(['sourceName', 'rowKey'])
export class CandidateOrigin {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column('uuid')
  candidateId: string;

  @ManyToOne(() => Candidate, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'candidate_id' })
  candidate: Candidate;

  @Column('text')
  channel: 'OFFICE_BOOK';

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

  /** As sign-in keeps addresses: who proves one finds the own entry. */
  @Index()
  @Column('bytea', { nullable: true })
  phoneHash: Buffer | null;

  @Index()
  @Column('bytea', { nullable: true })
  emailHash: Buffer | null;

  /** What it says of work and skills: suggestions, until the person confirms them. */
  @Column('text', { nullable: true })
  words: string | null;

  /** Whether the person was not known before. */
  @Column('boolean')
  isCreated: boolean;

  @Column('timestamptz')
  importedAt: Date;

  /** When the person took the entry over by signing in. */
  @Column('timestamptz', { nullable: true })
  claimedAt: Date | null;

  /** Wrong dates of birth of somebody with the address. */
  @Column('integer', { default: 0 })
  failedClaims: number;
}
