import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row that names this installation among others. */
@Entity('installations')
@Check('ck_installations_is_own', 'is_own')
export class Installation {
  @PrimaryColumn('boolean', { default: true })
  isOwn: boolean;

  /** Random and kept; stands in every event. */
  @Column('text')
  nodeId: string;
}
