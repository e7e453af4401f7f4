import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The answer to a mutation that was already carried out, kept for 24 hours. */
@Entity('idempotency_keys')
export class IdempotencyKey {
  @PrimaryColumn('uuid')
  accountId: string;

  @PrimaryColumn('text')
  key: string;

  @Column('text')
  operation: string;

  /** SHA-256 of operation and input. */
  @Column('text')
  bodyHash: string;

  /** Reference to the result, from which the payload is presented again. */
  @Column('jsonb')
  result: unknown;

  @Index()
  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
