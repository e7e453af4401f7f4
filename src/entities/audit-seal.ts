import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The hash over a batch of audit entries and over the batch before it. Row level security: the service's own. */
@Entity('audit_seals')
@Check('ck_audit_seals_batch', 'batch > 0')
@Check('ck_audit_seals_entry_ids', 'cardinality(entry_ids) > 0')
export class AuditSeal {
  @PrimaryColumn('integer')
  batch: number;

  @Column('bigint', { array: true })
  entryIds: string[];

  @Column('bytea')
  previousHash: Buffer;

  @Column('bytea')
  hash: Buffer;

  @Column('timestamptz')
  sealedAt: Date;
}
