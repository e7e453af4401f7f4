import { type CompiledVacancy, compileVacancy } from '../matching/core/compile';
import type { CandidateFacts, VacancyFacts } from '../matching/core/facts';
import { FULL_BP } from '../matching/core/fixed-point';
import { Geography } from '../matching/core/geography';
import { PART_BP } from '../matching/core/parts';
import { tally } from '../matching/core/score';
import { similarLabels } from '../matching/core/similar-labels';
import { createTally } from '../matching/core/tally';
import { CoreTaxonomy } from '../matching/core/taxonomy';
import type { MobilityCandidate, MobilityData, MobilityVacancy } from './mobility-data';

/** By vacancy, by candidate: one number a pair, for both directions (I8). */
export type PairScores = readonly Float64Array[];

/** How a variant differs from the product; nothing stated is the product. */
export interface CoreVariant {
  readonly hasSimilarLabels?: boolean;
  readonly hasOccupation?: boolean;
  /** Multiple of the usual demand from which a vacancy is as specific as can be; null = specificity off. */
  readonly fullFrom?: number | null;
}

/** Scores every pair by the matching core; what the data does not say is neutral. */
export function scoreByCore(
  data: MobilityData,
  { hasSimilarLabels = true, hasOccupation = true, fullFrom }: CoreVariant = {},
): PairScores {
  const taxonomy = buildTaxonomy(data, hasSimilarLabels);
  const geography = new Geography([]);
  const occupations = new Map(data.vacancies.map(({ code }, number) => [code, number]));
  const people = data.candidates.map((candidate, person) =>
    describeCandidate(candidate, person, hasOccupation ? occupations.get(candidate.code) : null),
  );
  const counts = createTally();
  return data.vacancies.map((vacancy, number) => {
    const compiled = compileVacancy(describeVacancy(vacancy, number), taxonomy, geography);
    const factor = fullFrom === undefined ? null : specificityFrom(compiled, fullFrom);
    return Float64Array.from(people, (person) => {
      tally(compiled, person, counts);
      return factor === null ? counts.scoreBp : Math.floor(counts.evidenceBp * factor);
    });
  });
}

/** Every job is an occupation whose needs are what its vacancy requires; the candidates are the profiles. */
function buildTaxonomy(data: MobilityData, hasSimilarLabels: boolean): CoreTaxonomy {
  const holders = new Array<number>(data.labels.length).fill(0);
  for (const { held } of data.candidates) for (const item of held) holders[item] += 1;
  return new CoreTaxonomy({
    version: 1,
    competencies: data.labels.map((label) => ({ kind: 'SKILL', label })),
    implies: [],
    substitutes: [],
    similar: hasSimilarLabels ? similarLabels(data.labels) : [],
    occupations: data.vacancies.map(({ code, title }) => ({ code, label: title })),
    demands: data.vacancies.flatMap(({ required }, occupation) =>
      required.map(({ item, isEssential }) => ({ occupation, competency: item, isEssential })),
    ),
    holders: { profiles: data.candidates.length, holders },
  });
}

function describeVacancy({ required }: MobilityVacancy, number: number): VacancyFacts {
  return {
    vacancy: number,
    tieSalt: number,
    scope: [],
    places: [],
    isRemote: false,
    occupation: number,
    requirements: required.map(({ item, isEssential }) => ({
      id: String(item),
      kind: 'COMPETENCY',
      competency: item,
      minLevel: 1,
      necessity: isEssential ? 'SHOULD' : 'NICE',
      weightBp: FULL_BP,
    })),
    education: null,
    experience: null,
    employmentType: null,
    startMonth: null,
  };
}

function describeCandidate(
  { held }: MobilityCandidate,
  person: number,
  occupation: number | null = null,
): CandidateFacts {
  return {
    person,
    tieSalt: person,
    district: null,
    willingAreas: [],
    competencies: held.map((competency) => ({ competency, level: 1, evidence: 0 })),
    experiences: occupation === null ? [] : [{ occupation, months: 12 }],
    education: null,
    employmentTypes: null,
    availableFromMonth: null,
    confirmedMonth: 0,
  };
}

/** The product's specificity (docs/MATCHING.md) with another limit, from the compiled shares. */
function specificityFrom(compiled: CompiledVacancy, fullFrom: number | null): number {
  if (fullFrom === null) return 1;
  const usual = compiled.taxonomy.usualDemandBp / FULL_BP;
  const occupation = Math.min(3.15, usual / 2);
  const demand = (occupation * PART_BP.competency) / compiled.occupationShareBp;
  return Math.min(1, demand / (fullFrom * (usual + occupation))) ** 0.75;
}
