import { NATION } from './area';
import { measureDistance } from './distance';
import type { CompetencyRequirement, Necessity, VacancyFacts } from './facts';
import { apportion, FULL_BP, HALF_BP } from './fixed-point';
import type { Geography } from './geography';
import { boundWeight, shareParts } from './parts';
import { OPTIONAL_PERCENT } from './rarity';
import { measureSpecificity } from './specificity';
import { type CoreTaxonomy, type CoverLink, VIA } from './taxonomy';

/** What work done weighs beside competencies, in their unit: 2.0 + .75 + .40. Source: formula m4, docs/MATCHING.md. */
const OCCUPATION_DEMAND_BP = 31_500;

/** At most this share of a usual demand, so that skills outweigh past titles. Source: docs/MATCHING.md. */
const MOST_OCCUPATION_PERCENT = 50;

/** A stand-in at least this strong meets a requirement. Source: docs/MATCHING.md. */
const MEETING_SUBSTITUTE_BP = 5_000;

/** One kilobyte a vacancy: no collisions in the starter taxonomy, few in larger ones. */
const LINK_FILTER_SIZE = 1_024;

const IMPORTANCE_PERCENT: Readonly<Record<Necessity, number>> = {
  MUST: 100,
  SHOULD: 100,
  NICE: OPTIONAL_PERCENT,
};

/** How much an unmet requirement matters: nothing, no strong fit, no fit. */
export const LACKS_NOTHING = 0;
export const LACKS_SHOULD = 1;
export const LACKS_MUST = 2;

export function lackOfUnmet(necessity: Necessity): number {
  if (necessity === 'MUST') return LACKS_MUST;
  return necessity === 'SHOULD' ? LACKS_SHOULD : LACKS_NOTHING;
}

/** A required competency with its share of the score. */
export interface CompiledRequirement extends CompetencyRequirement {
  readonly shareBp: number;
  /** Whether covering it in part makes a person eligible: attitudes do not. */
  readonly opensEligibility: boolean;
  /** What it matters when it is not met. */
  readonly lack: number;
}

/** What a held competency does for one requirement of the vacancy. */
export interface RequirementLink extends CoverLink {
  /** Place in `CompiledVacancy.requirements`. */
  readonly requirement: number;
  /** Whether it can satisfy a must or should, given the level. */
  readonly canMeet: boolean;
}

/**
 * A vacancy made ready to be scored against many people.
 *
 * Everything here follows from the facts, the taxonomy version and the geography alone.
 */
export interface CompiledVacancy {
  readonly facts: VacancyFacts;
  readonly taxonomy: CoreTaxonomy;
  readonly geography: Geography;
  readonly requirements: readonly CompiledRequirement[];
  /** By held competency. */
  readonly links: ReadonlyMap<number, readonly RequirementLink[]>;
  /** At a held competency modulo its length, 0 means that `links` has nothing: asking it first saves most look-ups. */
  readonly linkFilter: Uint8Array;
  /** Whether a person must cover at least one requirement in part. */
  readonly needsSharedCompetency: boolean;
  /** By past occupation; null when the vacancy names none. */
  readonly occupationEvidence: Uint16Array | null;
  /** By past occupation, 1 in the family of the vacancy's; null when it names none. */
  readonly sameFamily: Uint8Array | null;
  readonly occupationShareBp: number;
  readonly specificityBp: number;
  readonly experienceShareBp: number;
  readonly distanceShareBp: number;
  readonly educationShareBp: number;
  readonly availabilityShareBp: number;
  /** Credit for living in a district. */
  distanceBp(district: number | null): number;
}

/** Cost: O(requirements · neighbours); the distance to a district is measured once and remembered. */
export function compileVacancy(
  facts: VacancyFacts,
  taxonomy: CoreTaxonomy,
  geography: Geography,
): CompiledVacancy {
  const parts = shareParts(facts);
  const wanted = [...facts.requirements].sort(
    (a, b) => a.competency - b.competency || (a.id < b.id ? -1 : 1),
  );
  const demands = wanted.map(
    (r) => taxonomy.rarityBp[r.competency] * IMPORTANCE_PERCENT[r.necessity],
  );
  const occupationDemand = weighOccupation(taxonomy);
  const [occupationShareBp, ...shares] = apportion(parts.competency, [
    occupationDemand * FULL_BP,
    ...wanted.map((r, i) => demands[i] * boundWeight(r.weightBp)),
  ]);
  const requirements = wanted.map((requirement, i) => ({
    ...requirement,
    shareBp: shares[i],
    opensEligibility: taxonomy.kindOf(requirement.competency) !== 'ATTITUDE',
    lack: lackOfUnmet(requirement.necessity),
  }));
  const links = linkRequirements(requirements, taxonomy);
  const total = demands.reduce((a, b) => a + b, occupationDemand);
  return {
    facts,
    taxonomy,
    geography,
    requirements,
    links,
    linkFilter: filterLinks(links.keys()),
    needsSharedCompetency: requirements.some((r) => r.opensEligibility),
    occupationEvidence:
      facts.occupation === null ? null : taxonomy.occupationEvidence(facts.occupation),
    sameFamily: facts.occupation === null ? null : taxonomy.familyOf(facts.occupation),
    occupationShareBp,
    specificityBp: measureSpecificity(total, taxonomy.usualDemandBp * 100 + occupationDemand),
    experienceShareBp: parts.experience,
    distanceShareBp: parts.distance,
    educationShareBp: parts.education,
    availabilityShareBp: parts.availability,
    distanceBp: rememberDistances(facts, geography),
  };
}

/** In the unit of the demands: basis points of rarity times percent of importance. */
function weighOccupation(taxonomy: CoreTaxonomy): number {
  return Math.min(OCCUPATION_DEMAND_BP * 100, taxonomy.usualDemandBp * MOST_OCCUPATION_PERCENT);
}

function linkRequirements(
  requirements: readonly CompiledRequirement[],
  taxonomy: CoreTaxonomy,
): Map<number, RequirementLink[]> {
  const links = new Map<number, RequirementLink[]>();
  requirements.forEach((requirement, index) => {
    for (const link of taxonomy.coveredBy(requirement.competency)) {
      const list = links.get(link.held) ?? [];
      list.push({ ...link, requirement: index, canMeet: canMeet(link, requirement) });
      links.set(link.held, list);
    }
  });
  return links;
}

function filterLinks(held: Iterable<number>): Uint8Array {
  const filter = new Uint8Array(LINK_FILTER_SIZE);
  for (const competency of held) filter[competency % LINK_FILTER_SIZE] = 1;
  return filter;
}

function canMeet(link: CoverLink, requirement: CompetencyRequirement): boolean {
  if (link.via <= VIA.IMPLIED) return true;
  return (
    link.via === VIA.SUBSTITUTE &&
    requirement.kind !== 'LICENCE' &&
    link.strengthBp >= MEETING_SUBSTITUTE_BP
  );
}

function rememberDistances(facts: VacancyFacts, geography: Geography) {
  if (facts.isRemote) return () => FULL_BP;
  const known = new Map<number, number>();
  // Neighbours are asked for one after another.
  let last = { district: NATION, creditBp: measureDistance(facts, NATION, geography).creditBp };
  return (district: number | null): number => {
    if (district === null) return HALF_BP;
    if (district === last.district) return last.creditBp;
    let creditBp = known.get(district);
    if (creditBp === undefined) {
      creditBp = measureDistance(facts, district, geography).creditBp;
      known.set(district, creditBp);
    }
    last = { district, creditBp };
    return creditBp;
  };
}
