import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A word that people, ads or employers used and the taxonomy does not know; counted, never guessed. */
@Entity('unresolved_terms')
export class UnresolvedTerm {
  @PrimaryColumn('text')
  term: string;

  /** OCCUPATION, COMPETENCY or REGION. */
  @PrimaryColumn('text')
  conceptType: string;

  /** Where it came from: `import`, `query`, `employer`. */
  @PrimaryColumn('text')
  origin: string;

  @Column('integer')
  count: number;

  @Column('timestamptz')
  lastSeenAt: Date;
}
