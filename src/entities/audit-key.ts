import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The one key of the audit log's pseudonyms; only a function of the database reads it. */
@Entity('audit_keys')
@Check('ck_audit_keys_is_own', 'is_own')
export class AuditKey {
  @PrimaryColumn('boolean', { default: true })
  isOwn: boolean;

  @Column('bytea')
  key: Buffer;
}
