import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { Region } from './region';
import {
  type EmployerSector,
  employerSectors,
  oneOf,
  type SourceKind,
  sourceKinds,
  type VerificationStatus,
  verificationStatuses,
} from './vocabulary';

/** Employer (pemberi kerja). */
@Entity('employers')
@Check('ck_employers_sector', oneOf('sector', employerSectors))
@Check('ck_employers_verification', oneOf('verification', verificationStatuses))
@Check('ck_employers_source_kind', oneOf('source_kind', sourceKinds))
@Unique(['sourceName', 'externalId'])
export class Employer {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column('text')
  name: string;

  @Column('text', { default: 'PRIVATE' })
  sector: EmployerSector;

  @Column('text', { nullable: true })
  regionCode: string | null;

  @ManyToOne(() => Region, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_code' })
  region: Region | null;

  @Column('text', { default: 'UNVERIFIED' })
  verification: VerificationStatus;

  @Column('text', { default: 'EMPLOYER_DIRECT' })
  sourceKind: SourceKind;

  /** Name of the import source; null when the employer signed up here. */
  @Column('text', { nullable: true })
  sourceName: string | null;

  @Column('text', { nullable: true })
  externalId: string | null;

  /** Invented for demonstration. */
  @Column('boolean', { default: false })
  isDemo: boolean;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}
