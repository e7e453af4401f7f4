import type { Requirement } from '../entities';
import type { RequirementKind } from '../entities/vocabulary';
import type { Random } from './random';
import { Weighted } from './random';
import type { DemoNeed, DemoOccupation } from './reference';

type DraftRequirement = Omit<
  Requirement,
  'id' | 'vacancyId' | 'position' | 'vacancy' | 'competency'
>;

const weights = new Weighted<number>([
  [10_000, 82],
  [15_000, 9],
  [20_000, 3],
  [5_000, 6],
]);

/** What an employer asks of somebody in this occupation; always with education and experience, as the law wants. */
export function buildRequirements(random: Random, occupation: DemoOccupation): DraftRequirement[] {
  const essential = occupation.needs.filter(({ necessity }) => necessity === 'ESSENTIAL');
  const optional = occupation.needs.filter(({ necessity }) => necessity === 'OPTIONAL');
  const asked = random.sample(essential, random.between(2, 4));
  return [
    ...asked.map((need, place) => requireNeed(random, need, place)),
    ...random
      .sample(optional, random.between(1, 3))
      .map((need) => ({ ...requireNeed(random, need, asked.length), necessity: 'NICE' as const })),
    {
      ...plain('EDUCATION', random.chance(0.12) ? 'MUST' : 'SHOULD', random),
      education: occupation.typicalEducation,
    },
    {
      ...plain('EXPERIENCE', random.chance(0.35) ? 'SHOULD' : 'NICE', random),
      minMonths: Math.max(6, occupation.typicalExperienceYears * 12 + random.pick([-12, -6, 0, 6])),
    },
  ];
}

/** The first one is often a must, the others seldom: a must keeps everybody else out. */
function requireNeed(random: Random, need: DemoNeed, place: number): DraftRequirement {
  const kind = requirementKinds[need.kind] ?? 'COMPETENCY';
  const isMust = random.chance(place === 0 ? 0.6 : kind === 'LICENCE' ? 0.35 : 0.08);
  const isLevelled = kind !== 'LICENCE' && random.chance(0.55);
  return {
    ...plain(kind, isMust ? 'MUST' : 'SHOULD', random),
    competencyId: need.competencyId,
    minLevel: isLevelled ? Math.max(1, need.level - (isMust ? 1 : random.between(0, 1))) : null,
  };
}

const requirementKinds: Partial<Record<DemoNeed['kind'], RequirementKind>> = {
  LANGUAGE: 'LANGUAGE',
  LICENCE: 'LICENCE',
  CERTIFICATE: 'LICENCE',
};

const plain = (
  kind: RequirementKind,
  necessity: Requirement['necessity'],
  random: Random,
): DraftRequirement => ({
  kind,
  necessity,
  weightBp: weights.pick(random),
  competencyId: null,
  minLevel: null,
  education: null,
  minMonths: null,
  origin: 'EMPLOYER',
  matchedText: null,
  confidenceBp: null,
});
