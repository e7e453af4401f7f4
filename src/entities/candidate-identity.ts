import { Check, Column, Entity, Index, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { Candidate } from './candidate';

/** A person's national identity number (NIK), unreadable without the service's key. Row level security: the service's own. */
@Entity('candidate_identities')
@Check('ck_candidate_identities_set_by', "set_by IN ('SELF', 'OFFICE')")
@Check('ck_candidate_identities_lookup_hash', 'length(lookup_hash) = 32')
export class CandidateIdentity {
  @PrimaryColumn('uuid')
  candidateId: string;

  @OneToOne(() => Candidate, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'candidate_id' })
  candidate: Candidate;

  /** Nonce (12 bytes), number, tag (16): AES-256-GCM, bound to the person. */
  @Column('bytea')
  ciphertext: Buffer;

  /** Keyed hash of the number: the same for two records of one person. */
  @Index()
  @Column('bytea')
  lookupHash: Buffer;

  /** Of the key that encrypted it. */
  @Column('integer')
  keyVersion: number;

  @Column('text')
  setBy: 'SELF' | 'OFFICE';

  @Column('timestamptz')
  setAt: Date;
}
