import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TermOrigin } from './vocabulary';

/** A word that people, ads or employers used and the taxonomy does not know; counted, never guessed. */
@Entity('unresolved_terms')
export class UnresolvedTerm {
  @PrimaryColumn('text')
  term: string;

  /** OCCUPATION, COMPETENCY or REGION. */
  @PrimaryColumn('text')
  conceptType: string;

  /** Where it came from: `import` an advertisement taken from a file, `query` somebody's own words, `employer` a draft. */
  @PrimaryColumn('text')
  origin: TermOrigin;

  @Column('integer')
  count: number;

  @Column('timestamptz')
  lastSeenAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  firstSeenAt: Date;

  /** Since then an officer's explanation hides it; null when there is none. */
  @Column('timestamptz', { nullable: true })
  explainedAt: Date | null;
}
