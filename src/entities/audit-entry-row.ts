import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Something that must be answered for; only added to. Row level security: anybody adds, the service reads. */
@Entity('audit_entries')
@Index(['subjectId', 'id'])
@Index(['actor', 'id'])
export class AuditEntryRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  at: Date;

  /** `system`, `account:<id>`, or `candidate:<pseudonym>`. */
  @Column('text')
  actor: string;

  /** What was done, for example `identity_number.revealed`. */
  @Column('text')
  action: string;

  @Column('text')
  subjectType: string;

  /** An id; a pseudonym where the subject is a person who looks for work. */
  @Column('text')
  subjectId: string;

  /** Codes and counts, never a personal value. */
  @Column('jsonb', { default: {} })
  detail: Record<string, unknown>;
}
