import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Competency } from './competency';
import { Occupation } from './occupation';
import { type OccupationNecessity, occupationNecessities, oneOf } from './vocabulary';

/** What an occupation needs. */
@Entity('occupation_competencies')
@Check('ck_occupation_competencies_necessity', oneOf('necessity', occupationNecessities))
@Check('ck_occupation_competencies_typical_level', 'typical_level BETWEEN 1 AND 5')
export class OccupationCompetency {
  @PrimaryColumn('text')
  occupationId: string;

  @Index()
  @PrimaryColumn('text')
  competencyId: string;

  @Column('text')
  necessity: OccupationNecessity;

  @Column('smallint')
  typicalLevel: number;

  @ManyToOne(() => Occupation, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'occupation_id' })
  occupation: Occupation;

  @ManyToOne(() => Competency, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'competency_id' })
  competency: Competency;
}
