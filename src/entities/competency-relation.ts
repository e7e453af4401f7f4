import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Competency } from './competency';
import { type CompetencyRelationKind, competencyRelationKinds, oneOf } from './vocabulary';

/** IMPLIES: who has the source has the target. SUBSTITUTE: the source stands in for the target to `strengthBp`. */
@Entity('competency_relations')
@Check('ck_competency_relations_kind', oneOf('kind', competencyRelationKinds))
@Check('ck_competency_relations_strength_bp', 'strength_bp BETWEEN 1 AND 10000')
export class CompetencyRelation {
  @PrimaryColumn('text')
  sourceId: string;

  @PrimaryColumn('text')
  kind: CompetencyRelationKind;

  @Index()
  @PrimaryColumn('text')
  targetId: string;

  @Column('integer')
  strengthBp: number;

  @ManyToOne(() => Competency, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'source_id' })
  source: Competency;

  @ManyToOne(() => Competency, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'target_id' })
  target: Competency;
}
