import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A code that was sent; kept for a day, to count. Row level security: only the service. */
@Entity('sign_in_codes')
@Index(['addressHash', 'createdAt'])
export class SignInCode {
  @PrimaryColumn('uuid')
  id: string;

  @Column('bytea')
  addressHash: Buffer;

  @Column('bytea')
  codeHash: Buffer;

  /** Guesses that were counted against it, the right one too. */
  @Column('integer', { default: 0 })
  attempts: number;

  @Index()
  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
