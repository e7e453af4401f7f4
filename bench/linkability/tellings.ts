import { presentCard } from '../../src/matching/card';
import type { Aspect } from '../../src/matching/core/aspects';
import { compileVacancy } from '../../src/matching/core/compile';
import { explain } from '../../src/matching/core/explain';
import type { CandidateFacts, VacancyFacts } from '../../src/matching/core/facts';
import type { Catalogue } from '../../src/matching/facts/catalogue';
import type { ShownPlace } from '../../src/matching/shown-place';

/** What one place tells, thing by thing; the scores apart. */
export type Tellings = ReadonlyMap<string, string>;

/** The fields of a card that the line of a score goes with. */
const FIELDS = {
  OCCUPATION: ['occupation'],
  EXPERIENCE: ['experience'],
  DISTANCE: ['distance'],
  EDUCATION: ['education'],
  AVAILABILITY: ['availability', 'employmentTypeFits'],
} as const;

type FieldFactor = keyof typeof FIELDS;
const isFieldFactor = (factor: string): factor is FieldFactor => factor in FIELDS;

/**
 * Everything that a place tells but its scores: by what is there, whatever is said to be withheld.
 *
 * Shape: a field without its line counts only where it holds something.
 */
export function readTellings({ match, card }: Pick<ShownPlace, 'match' | 'card'>): Tellings {
  const told = new Map<string, string>();
  const tell = (key: string, value: unknown) => told.set(key, JSON.stringify(value ?? null));
  for (const line of match.factors) {
    for (const [key, value] of tellLine(line, { match, card })) tell(key, value);
  }
  for (const { check, requirementId, result } of match.eligibility) {
    tell(`check ${check} ${requirementId}`, result);
  }
  for (const [key, value] of strays({ match, card })) told.set(key, JSON.stringify(value));
  return told;
}

type Told = readonly [key: string, value: unknown];

/** What goes with a line of the score. */
function tellLine(
  { factor, requirementId, fulfilmentBp, via, isUnstated }: ShownPlace['match']['factors'][number],
  { match, card }: Pick<ShownPlace, 'match' | 'card'>,
): Told[] {
  if (factor === 'WITHHELD') return [];
  const key = `${factor} ${requirementId}`;
  const hidesBand = card.withheld.some(
    (one) => one.isBand && one.aspect === factor && one.requirementId === requirementId,
  );
  const fields = isFieldFactor(factor) && !hidesBand ? FIELDS[factor] : [];
  const told: Told[] = [
    [`line ${key}`, [fulfilmentBp, via, isUnstated]],
    ...fields.map((field): Told => [field, card[field]]),
  ];
  if (factor === 'COMPETENCY') {
    told.push([`gap ${key}`, haveBandOf(match, requirementId)]);
    if (!hidesBand) told.push([`card ${key}`, bandOf(card, requirementId)]);
  }
  if (factor === 'DISTANCE') told.push(['band of distance', knownDistance(match)]);
  return told;
}

/** What stands where nothing should: it counts as told. */
function strays({ match, card }: Pick<ShownPlace, 'match' | 'card'>): Told[] {
  const fields = Object.values(FIELDS).flat();
  return [
    ...fields.flatMap((field): Told[] => (card[field] === null ? [] : [[field, card[field]]])),
    ...card.competencies.flatMap(({ requirementId, band }): Told[] =>
      band === null ? [] : [[`card COMPETENCY ${requirementId}`, band]],
    ),
    ...match.gaps.map(
      ({ requirementId }): Told => [
        `gap COMPETENCY ${requirementId}`,
        haveBandOf(match, requirementId),
      ],
    ),
    ...(match.distance === null ? [] : [['band of distance', knownDistance(match)] as Told]),
  ];
}

/** One that is not known is told as none. */
const knownDistance = ({ distance }: ShownPlace['match']) => (distance?.isKnown ? distance : null);

const bandOf = ({ competencies }: ShownPlace['card'], id: string | null) =>
  competencies.find(({ requirementId }) => requirementId === id)?.band ?? null;

/** In the levels that count for the three bands; 0 = nothing, null = no gap. */
function haveBandOf({ gaps }: ShownPlace['match'], id: string | null): number | null {
  const gap = gaps.find(({ requirementId }) => requirementId === id);
  if (gap === undefined) return null;
  return gap.haveLevel === 0 ? 0 : Math.min(4, Math.max(2, gap.haveLevel));
}

/** Somebody with all that could be told of them. */
export interface Known {
  readonly person: number;
  readonly isEligible: boolean;
  readonly scoreBp: number;
  readonly tellings: Tellings;
}

/** Everybody as a vacancy's employer could know them. Cost: some 40 microseconds a person. */
export function knowAll(
  vacancy: VacancyFacts,
  people: readonly CandidateFacts[],
  { taxonomy, geography }: Catalogue,
): Known[] {
  const compiled = compileVacancy(vacancy, taxonomy, geography);
  return people.map((facts) => {
    const match = explain(compiled, facts);
    const { handle: _, ...card } = presentCard('', { facts, match }, vacancy, taxonomy);
    return {
      person: facts.person,
      isEligible: match.verdict !== 'NOT_ELIGIBLE',
      scoreBp: match.scoreBp,
      tellings: readTellings({ match, card }),
    };
  });
}

/** Whether all that is told is true of somebody. */
export function agrees(told: Tellings, known: Tellings): boolean {
  for (const [key, value] of told) if (known.get(key) !== value) return false;
  return true;
}

/** How many of a vacancy's aspects are told of a place, and how many there are, by name. */
export function countAspects(
  aspects: readonly Aspect[],
  { card }: Pick<ShownPlace, 'card'>,
): Map<string, { told: number; all: number }> {
  const counts = new Map<string, { told: number; all: number }>();
  for (const { aspect, requirementId, isBand } of aspects) {
    const name = isBand ? `${aspect} band` : aspect;
    const before = counts.get(name) ?? { told: 0, all: 0 };
    const isHidden = card.withheld.some(
      (one) =>
        one.aspect === aspect && one.requirementId === requirementId && one.isBand === isBand,
    );
    counts.set(name, { told: before.told + (isHidden ? 0 : 1), all: before.all + 1 });
  }
  return counts;
}
