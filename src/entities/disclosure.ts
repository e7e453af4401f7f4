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
import { Candidate } from './candidate';
import { Employer } from './employer';
import { Vacancy } from './vacancy';
import { oneOf, type PartyKind, partyKinds } from './vocabulary';

/**
 * That somebody else read who a person is: written in the transaction that read it.
 *
 * Row level security: the person reads the own ones; only the service writes, and nobody changes any.
 */
@Entity('disclosures')
@Check('ck_disclosures_actor_kind', oneOf('actor_kind', partyKinds))
@Index(['candidateId', 'id'])
@Index(['accountId', 'at'])
export class Disclosure {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('uuid')
  candidateId: string;

  @ManyToOne(() => Candidate, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'candidate_id' })
  candidate: Candidate;

  @Column('text')
  actorKind: PartyKind;

  @Column('uuid', { nullable: true })
  accountId: string | null;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'account_id' })
  account: Account | null;

  /** For whom it was read; null for an office. */
  @Index()
  @Column('uuid', { nullable: true })
  employerId: string | null;

  @ManyToOne(() => Employer, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'employer_id' })
  employer: Employer | null;

  /** Names of the fields, never what stood in them. */
  @Column('text', { array: true })
  fields: string[];

  @Column('text')
  purpose: string;

  @Index()
  @Column('uuid', { nullable: true })
  vacancyId: string | null;

  @ManyToOne(() => Vacancy, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'vacancy_id' })
  vacancy: Vacancy | null;

  @Column('timestamptz')
  at: Date;
}
