import type { Candidate, CandidateCompetency, WorkExperience } from '../../src/entities';
import { educationLevels, employmentTypes, evidenceStatuses } from '../../src/entities/vocabulary';
import type { WorldDraws } from './reference';

/** A person as rows. */
export interface PersonRows {
  readonly candidate: Partial<Candidate> & { id: string };
  readonly competencies: readonly Partial<CandidateCompetency>[];
  readonly experiences: readonly Partial<WorkExperience>[];
}

/** Somebody invented: now and then without a home, a consent, a competency, or anything stated. */
export function drawPerson(draws: WorldDraws, now: Date): PersonRows {
  const id = draws.uuid();
  return {
    candidate: {
      id,
      status: draws.chance(0.9) ? 'ACTIVE' : draws.pick(['DORMANT', 'PLACED', 'DRAFT'] as const),
      fullName: 'Orang Rekaan (contoh)',
      regionCode: drawHome(draws),
      willingRegionCodes: drawWilling(draws),
      education: draws.maybe(0.9, () => draws.pick(educationLevels)),
      employmentTypes: employmentTypes.filter(() => draws.chance(0.3)),
      availableFrom: draws.maybe(0.5, () => draws.day(now, 60, 120)),
      matchingConsentAt: draws.maybe(0.9, () => now),
      confirmedOn: draws.day(now, 180, 0),
      tieSalt: String(draws.below(2 ** 32)),
      isDemo: true,
    },
    competencies: drawCompetencies(draws, id),
    experiences: Array.from({ length: draws.below(4) }, () => drawWork(draws, id, now)),
  };
}

/** A village or district mostly, else a wider region or none. */
export function drawHome(draws: WorldDraws): string | null {
  if (draws.chance(0.05)) return null;
  return draws.chance(0.7) ? draws.someDistrict() : draws.someArea();
}

export const drawWilling = (draws: WorldDraws): string[] =>
  Array.from({ length: draws.chance(0.2) ? draws.between(1, 3) : 0 }, () => draws.someArea());

export const drawCompetencies = (
  draws: WorldDraws,
  candidateId: string,
): Partial<CandidateCompetency>[] =>
  draws.someCompetencies(draws.between(0, 18)).map(({ id }) => ({
    candidateId,
    competencyId: id,
    level: draws.between(1, 5),
    evidence: draws.chance(0.7) ? 'SELF_DECLARED' : draws.pick(evidenceStatuses),
  }));

export function drawWork(
  draws: WorldDraws,
  candidateId: string,
  now: Date,
): Partial<WorkExperience> {
  const startedOn = draws.day(now, 3_000, -200);
  const endedOn = draws.day(new Date(startedOn), 0, 1_500);
  return {
    id: draws.uuid(),
    candidateId,
    title: 'Pekerjaan rekaan',
    occupationId: draws.maybe(0.9, () => draws.someOccupation()),
    startedOn,
    endedOn: draws.chance(0.3) || new Date(endedOn) > now ? null : endedOn,
  };
}
