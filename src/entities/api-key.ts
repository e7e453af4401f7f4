import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Account } from './account';
import { Region } from './region';
import { type ApiKeyKind, type ApiKeyScope, apiKeyKinds, oneOf } from './vocabulary';

/**
 * What a portal of another party reads the public schema with, or another installation says who it is. Row level security:
 * officers of the region.
 */
@Entity('api_keys')
@Unique(['keyHash'])
@Unique(['portalCode'])
@Check('ck_api_keys_portal_code', "portal_code ~ '^[0-9a-f]{10}$'")
@Check('ck_api_keys_scopes', "scopes <@ ARRAY['READ', 'WRITE'] AND cardinality(scopes) > 0")
@Check('ck_api_keys_kind', oneOf('kind', apiKeyKinds))
@Check('ck_api_keys_quota', 'quota_per_minute > 0')
export class ApiKey {
  @PrimaryColumn('uuid')
  id: string;

  /** Whose office gave it. */
  @Column('text')
  regionCode: string;

  @ManyToOne(() => Region, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_code' })
  region: Region;

  @Column('text', { default: 'PORTAL' })
  kind: ApiKeyKind;

  @Column('text')
  name: string;

  /** The beginning of the key, by which people tell it from others. */
  @Column('text')
  prefix: string;

  /** What stands for the key in links and widgets; tells whom views count for and opens nothing. */
  @Column('text')
  portalCode: string;

  @Column('bytea')
  keyHash: Buffer;

  @Column('text', { array: true })
  scopes: ApiKeyScope[];

  @Column('integer')
  quotaPerMinute: number;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'created_by' })
  creator: Account | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
