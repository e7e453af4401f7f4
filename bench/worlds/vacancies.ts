import type { Requirement, Vacancy, VacancyRegion } from '../../src/entities';
import { educationLevels, employmentTypes } from '../../src/entities/vocabulary';
import type { WorldDraws } from './reference';

/** A vacancy as rows. */
export interface VacancyRows {
  readonly vacancy: Partial<Vacancy> & { id: string };
  readonly regions: readonly Partial<VacancyRegion>[];
  readonly requirements: readonly Partial<Requirement>[];
}

const NATION = 'ID';

/** A published vacancy: from one that asks for nothing to one that asks for nine competencies, some of them musts. */
export function drawVacancy(draws: WorldDraws, employerId: string, now: Date): VacancyRows {
  const id = draws.uuid();
  const areas = draws.chance(0.1)
    ? [NATION]
    : Array.from({ length: draws.chance(0.8) ? 1 : 2 }, () => draws.someArea());
  return {
    vacancy: {
      id,
      employerId,
      slug: id,
      verifyCode: id,
      state: 'PUBLISHED',
      title: 'Lowongan rekaan',
      description: 'Rekaan.',
      occupationId: draws.maybe(0.9, () => draws.someOccupation()),
      employmentType: draws.maybe(0.7, () => draws.pick(employmentTypes)),
      isRemote: draws.chance(0.1),
      startsOn: draws.maybe(0.6, () => draws.day(now, 0, 120)),
      validThrough: new Date(now.getTime() + 90 * 86_400_000),
      publishedAt: now,
      tieSalt: String(draws.below(2 ** 32)),
      ...drawWeights(draws),
      isDemo: true,
    },
    regions: [...new Set(areas)].map((regionCode) => ({ vacancyId: id, regionCode })),
    requirements: drawRequirements(draws, id),
  };
}

/** Of the parts of the score: half of the vacancies leave them alone. */
function drawWeights(draws: WorldDraws) {
  const isOrdinary = draws.chance(0.5);
  const draw = () => (isOrdinary ? 10_000 : draws.between(5_000, 20_000));
  return {
    competencyWeightBp: draw(),
    experienceWeightBp: draw(),
    distanceWeightBp: draw(),
    educationWeightBp: draw(),
    availabilityWeightBp: draw(),
  };
}

function drawRequirements(draws: WorldDraws, vacancyId: string): Partial<Requirement>[] {
  const competencies = draws.someCompetencies(draws.between(0, 9)).map(({ id, kind }) => ({
    kind: kindOf(kind),
    competencyId: id,
    minLevel: draws.maybe(0.6, () => draws.between(1, 5)),
  }));
  const education = draws.maybe(0.5, () => ({
    kind: 'EDUCATION' as const,
    education: draws.pick(educationLevels),
  }));
  const experience = draws.maybe(0.5, () => ({
    kind: 'EXPERIENCE' as const,
    minMonths: draws.pick([0, 6, 12, 24, 36, 60]),
  }));
  const mustShare = draws.pick([0, 0.1, 0.3]);
  return [...competencies, education, experience].flatMap((one, position) =>
    one === null ? [] : [{ ...empty(draws, vacancyId, mustShare), ...one, position }],
  );
}

/** Every column: rows of one statement have the same. */
const empty = (draws: WorldDraws, vacancyId: string, mustShare: number): Partial<Requirement> => ({
  id: draws.uuid(),
  vacancyId,
  necessity: draws.chance(mustShare) ? 'MUST' : draws.pick(['SHOULD', 'NICE'] as const),
  weightBp: draws.pick([5_000, 10_000, 10_000, 20_000]),
  competencyId: null,
  minLevel: null,
  education: null,
  minMonths: null,
});

function kindOf(competencyKind: string): Requirement['kind'] {
  if (competencyKind === 'LANGUAGE') return 'LANGUAGE';
  return ['LICENCE', 'CERTIFICATE'].includes(competencyKind) ? 'LICENCE' : 'COMPETENCY';
}
