import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from './account';

/** A device on which an account has signed in before, by the hash of what it keeps. Row level security: only the service. */
@Entity('known_devices')
export class KnownDevice {
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @Index()
  @Column('uuid')
  accountId: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account: Account;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  lastSeenAt: Date;
}
