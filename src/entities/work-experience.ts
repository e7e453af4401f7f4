import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { Candidate } from './candidate';
import { Occupation } from './occupation';

/** A job that a candidate held. */
@Entity('work_experiences')
@Check('ck_work_experiences_period', 'ended_on >= started_on')
export class WorkExperience {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column('uuid')
  candidateId: string;

  @ManyToOne(() => Candidate, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'candidate_id' })
  candidate: Candidate;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  occupationId: string | null;

  @ManyToOne(() => Occupation, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'occupation_id' })
  occupation: Occupation | null;

  @Column('text', { nullable: true })
  employerName: string | null;

  @Column('date')
  startedOn: string;

  /** Null = still there. */
  @Column('date', { nullable: true })
  endedOn: string | null;
}
