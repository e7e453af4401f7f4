import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A change, written in the transaction that made it; ids only, never a personal value. */
@Entity('outbox')
@Index(['aggregateId', 'seq'])
@Index('ix_outbox_unsequenced', ['id'], { where: 'seq IS NULL' })
export class OutboxEvent {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  /** Place in the one order of all changes; given by the sequencer after commit. */
  @Index({ unique: true })
  @Column('bigint', { nullable: true })
  seq: string | null;

  /** `candidate`, `vacancy`, `employer`, `taxonomy`, `term`, `contact` or `record`. */
  @Column('text')
  aggregate: string;

  @Column('text')
  aggregateId: string;

  /** What happened, for example `candidate.activated`. */
  @Column('text')
  kind: string;

  /** Version of the row after the change. */
  @Column('integer')
  version: number;

  /** The installation where it happened. */
  @Column('text', { default: () => 'padan_node_id()' })
  nodeId: string;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}
