import { Check, Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { Candidate } from './candidate';

/**
 * 32 random bytes from which every salt of a person's receipts follows; without them no leaf of the person can be
 * recomputed. They go with the person, and when the person is erased. Row level security: the person's own.
 */
@Entity('receipt_secrets')
@Check('ck_receipt_secrets_secret', 'length(secret) = 32')
export class ReceiptSecret {
  @PrimaryColumn('uuid')
  candidateId: string;

  @OneToOne(() => Candidate, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'candidate_id' })
  candidate: Candidate;

  @Column('bytea')
  secret: Buffer;
}
