import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from './account';
import { oneOf, type SessionEnd, sessionEnds } from './vocabulary';

/** A signed-in device, from its code to its end; its access tokens hold while it lives. Row level security: only the service. */
@Entity('sessions')
@Check('ck_sessions_end', '(ended_at IS NULL) = (end_reason IS NULL)')
@Check('ck_sessions_end_reason', oneOf('end_reason', sessionEnds))
export class SignInSession {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @Column('uuid')
  accountId: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account: Account;

  /** Of the one refresh token that still counts. */
  @Column('bytea')
  refreshHash: Buffer;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  refreshedAt: Date;

  /** Nothing prolongs it. */
  @Column('timestamptz')
  expiresAt: Date;

  /** When a second factor was shown; null = none. */
  @Column('timestamptz', { nullable: true })
  secondFactorAt: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('text', { nullable: true })
  endReason: SessionEnd | null;
}
