import type { PartWeights, VacancyFacts } from './facts';
import { apportion, FULL_BP } from './fixed-point';

/** A part of a score; work done belongs to `competency`. */
export type Part = keyof PartWeights;

/** Shares of the five parts in a score, before an employer's weights. Source: docs/MATCHING.md. */
export const PART_BP: Readonly<Record<Part, number>> = {
  competency: 7_000,
  experience: 1_000,
  distance: 1_000,
  education: 500,
  availability: 500,
};

/** Bounds of an employer's weight: half to double. */
export const LEAST_WEIGHT_BP = 5_000;
export const MOST_WEIGHT_BP = 20_000;

/** Every part counts as the formula has it. */
export const ORDINARY_PARTS: PartWeights = {
  competency: FULL_BP,
  experience: FULL_BP,
  distance: FULL_BP,
  education: FULL_BP,
  availability: FULL_BP,
};

/** The weights as facts hold them: nothing when all are ordinary, so that stating 1× is no other question than silence. */
export function statedWeights(weights: PartWeights): Pick<VacancyFacts, 'partWeights'> {
  const { competency, experience, distance, education, availability } = weights;
  const all = [competency, experience, distance, education, availability];
  if (all.every((weightBp) => weightBp === FULL_BP)) return {};
  return { partWeights: { competency, experience, distance, education, availability } };
}

/**
 * What each part can earn at most under an employer's weights.
 *
 * Unit: basis points, in all 10,000. Experience and education have a weight as a requirement and one as a part; both
 * multiply, and the product keeps the bounds, so that competencies and work done never fall below 3,684.
 */
export function shareParts(facts: VacancyFacts): Readonly<Record<Part, number>> {
  const { partWeights = ORDINARY_PARTS } = facts;
  // In percent, since a product of whole basis points and two weights would not stay a safe integer.
  const demand = (part: Part, asked?: { readonly weightBp: number } | null) =>
    (PART_BP[part] / 100) * multiplyWeights(partWeights[part], asked?.weightBp);
  const [competency, experience, distance, education, availability] = apportion(FULL_BP, [
    demand('competency'),
    demand('experience', facts.experience),
    demand('distance'),
    demand('education', facts.education),
    demand('availability'),
  ]);
  return { competency, experience, distance, education, availability };
}

export function boundWeight(weightBp = FULL_BP): number {
  return Math.min(MOST_WEIGHT_BP, Math.max(LEAST_WEIGHT_BP, weightBp));
}

/** In ten-thousandths of a basis point. */
function multiplyWeights(one: number, other?: number): number {
  const product = boundWeight(one) * boundWeight(other);
  return Math.min(MOST_WEIGHT_BP * FULL_BP, Math.max(LEAST_WEIGHT_BP * FULL_BP, product));
}
