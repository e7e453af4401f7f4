import { Check, Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { Candidate } from './candidate';
import type { AccommodationKind, DisabilityKind } from './vocabulary';

/** What a person says of disabilities; an empty list means none, no row that nothing was said. Only the person reads it. */
@Entity('disability_profiles')
@Check(
  'ck_disability_profiles_kinds',
  "kinds <@ ARRAY['PHYSICAL', 'INTELLECTUAL', 'MENTAL', 'SENSORY', 'MULTIPLE']",
)
@Check(
  'ck_disability_profiles_accommodations',
  "accommodations <@ ARRAY['WHEELCHAIR_ACCESS', 'SIGN_LANGUAGE', 'SCREEN_READER', 'FLEXIBLE_HOURS', 'JOB_COACH', 'QUIET_SPACE', 'TRANSPORT', 'OTHER']",
)
export class DisabilityProfile {
  @PrimaryColumn('uuid')
  candidateId: string;

  @OneToOne(() => Candidate, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'candidate_id' })
  candidate: Candidate;

  @Column('text', { array: true })
  kinds: DisabilityKind[];

  /** What the person needs at work. */
  @Column('text', { array: true, default: '{}' })
  accommodations: AccommodationKind[];
}
