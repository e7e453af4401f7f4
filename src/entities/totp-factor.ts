import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { Account } from './account';

/** The second factor of an account (RFC 6238). Row level security: only the service. */
@Entity('totp_factors')
export class TotpFactor {
  @PrimaryColumn('uuid')
  accountId: string;

  @OneToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account: Account;

  /** Encrypted with a key that is not in the database. */
  @Column('bytea')
  sealedSecret: Buffer;

  @Column('timestamptz')
  createdAt: Date;

  /** Null until the account has shown a first code. */
  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  /** The newest time step whose code was used; none counts twice. */
  @Column('bigint', { nullable: true })
  lastStep: string | null;
}
