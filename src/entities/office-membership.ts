import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { Account } from './account';
import { Region } from './region';
import { type OfficeRole, officeRoles, oneOf } from './vocabulary';

/** An account works for the labour office (dinas) of a region and of everything inside it. */
@Entity('office_memberships')
@Check('ck_office_memberships_role', oneOf('role', officeRoles))
export class OfficeMembership {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column('uuid')
  accountId: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account: Account;

  @Column('text')
  regionCode: string;

  @ManyToOne(() => Region, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_code' })
  region: Region;

  @Column('text')
  role: OfficeRole;

  @Column('timestamptz', { default: () => 'now()' })
  startsAt: Date;

  @Column('timestamptz', { nullable: true })
  endsAt: Date | null;
}
