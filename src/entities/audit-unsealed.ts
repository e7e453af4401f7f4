import { Entity, PrimaryColumn } from 'typeorm';

/** An audit entry that waits for the sealer. Row level security: the service's own. */
@Entity('audit_unsealed')
export class AuditUnsealed {
  @PrimaryColumn('bigint')
  entryId: string;
}
