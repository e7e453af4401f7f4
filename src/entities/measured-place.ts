import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Employer } from './employer';

/** A place of work from which an employer's vacancies measure distances at district resolution. */
@Entity('measured_places')
export class MeasuredPlace {
  @PrimaryColumn('uuid')
  employerId: string;

  /** Code of a district, or of a wider region that a vacancy names; a village counts as its district. */
  @PrimaryColumn('text')
  area: string;

  @ManyToOne(() => Employer, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'employer_id' })
  employer: Employer;

  @Column('timestamptz')
  lastMeasuredAt: Date;
}
