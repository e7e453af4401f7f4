import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from './account';
import { type AddressKind, addressKinds, oneOf } from './vocabulary';

/**
 * A telephone number or e-mail address to which an account is sent codes, as a keyed hash: the table tells nobody's
 * address. Row level security: only the service.
 */
@Entity('account_addresses')
@Check('ck_account_addresses_kind', oneOf('kind', addressKinds))
@Check('ck_account_addresses_hash', 'length(address_hash) = 32')
export class AccountAddress {
  @PrimaryColumn('bytea')
  addressHash: Buffer;

  @Index()
  @Column('uuid')
  accountId: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account: Account;

  @Column('text')
  kind: AddressKind;

  @Column('timestamptz')
  boundAt: Date;

  /** When the account last signed in or went on; after 90 days the number may be somebody else's. */
  @Column('timestamptz')
  lastSeenAt: Date;

  /** Until then no second fact is asked for: an officer has just seen who it is. */
  @Column('timestamptz', { nullable: true })
  trustedUntil: Date | null;

  /** Second facts that were wrong in a row. */
  @Column('integer', { default: 0 })
  failures: number;
}
