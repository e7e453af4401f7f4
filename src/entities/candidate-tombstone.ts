import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** That somebody was erased: the index drops the document under this number. Row level security: the service's own. */
@Entity('candidate_tombstones')
@Unique(['number'])
export class CandidateTombstone {
  /** Nothing else names the person any more; it stands in changes of before, too. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  number: number;

  @Index()
  @Column('timestamptz')
  erasedAt: Date;
}
