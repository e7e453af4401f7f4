import { type EntityManager, In } from 'typeorm';
import type { Clock } from '../../clock';
import { OccupationCompetency, Region, type Vacancy } from '../../entities';
import type { EducationLevel } from '../../entities/vocabulary';
import { type Counterfactual, suggestChanges } from '../../matching/core/counterfactual';
import { bandWork } from '../../matching/core/experience';
import { explain, type Match } from '../../matching/core/explain';
import type { CandidateFacts, PastWork } from '../../matching/core/facts';
import { areaNumber } from '../../matching/facts/area-codes';
import { bandedEducationStep } from '../../matching/facts/bands';
import type { Catalogue } from '../../matching/facts/catalogue';
import type { FactsSource } from '../../matching/facts-store';
import type { Recommender } from '../../matching/ranker';
import { type ConceptMatch, RESOLVED_CONFIDENCE_BP } from '../../text/concepts';
import { findEducation } from '../../text/education';
import { findOwnExperience } from '../../text/own-experience';
import { type ConceptReader, conceptTypes } from '../reference/concepts';
import type { RunAs } from '../transaction';
import { readOpen } from '../vacancies/search-vacancies';
import { type SimulatedProfile, simulateFor, type WantedClaim } from './simulate-profile';

/** Most vacancies of an answer. Source: PRODUCT of the design (matchMe). */
export const MAX_MATCHES = 50;

const NATION_CODE = 'ID';

/** Who says "I can" without a level is taken to work on their own (INDEPENDENT). */
const SAID_LEVEL = 3;

/** What somebody says about themselves; nothing of it is stored, counted or logged, not a single word. */
export interface SelfDescription {
  text: string | null;
  competencyIds: readonly string[];
  occupationIds: readonly string[];
  regionCode: string | null;
  education: EducationLevel | null;
  experienceMonths: number | null;
}

/** What the match was made with. */
export interface UsedFacts {
  competencyIds: readonly string[];
  /** Competencies that nobody named: the occupations named cannot do without them. */
  assumedCompetencyIds: readonly string[];
  occupationIds: readonly string[];
  regionCode: string | null;
  education: EducationLevel | null;
  experienceMonths: number | null;
}

export interface MatchedVacancy {
  vacancy: Vacancy;
  rank: number;
  tiedWith: number;
  match: Match;
  /** Computed when somebody asks. */
  counterfactuals: () => readonly Counterfactual[];
}

export interface MatchMeAnswer {
  understood: readonly ConceptMatch[];
  used: UsedFacts;
  considered: number;
  eligible: number;
  taxonomyVersion: number;
  matches: readonly MatchedVacancy[];
  /** The match with one vacancy, eligible or not; null for one that is not open. */
  matchWith: (vacancyId: string) => Pick<MatchedVacancy, 'match' | 'counterfactuals'> | null;
  /** What the person would reach with more competencies; computed when somebody asks. */
  simulate: (added: readonly WantedClaim[], signal?: AbortSignal) => Promise<SimulatedProfile>;
}

interface Deps {
  manager: EntityManager;
  readAs: RunAs;
  reader: ConceptReader;
  recommender: Recommender;
  facts: FactsSource;
  clock: Clock;
}

/**
 * The open vacancies for somebody without an account, best first, with what was understood of their words.
 *
 * Cost: the words, a score for each open vacancy, and 3 queries.
 */
export const matchMe =
  (deps: Deps) =>
  async (self: SelfDescription, first: number): Promise<MatchMeAnswer> => {
    const now = deps.clock.now();
    const store = await deps.facts.current();
    const { catalogue, month, vacancies } = store;
    const understood = self.text ? await deps.reader.resolve(self.text, conceptTypes) : [];
    const used = await gather(deps.manager, self, understood);
    const worked = toWork(used, catalogue);
    const candidate = toFacts(used, worked, catalogue, month);
    const found = await deps.recommender.recommend(candidate, {
      first: Math.min(first, MAX_MATCHES),
      at: now,
    });
    const ids = found.rows.map((row) => row.vacancyId);
    const open = await deps.readAs('public', (manager) => readOpen(manager, ids, now));
    const { considered, eligible, taxonomyVersion } = found;
    const matches = found.rows.flatMap(({ vacancyId, rank, tiedWith, match }) => {
      const vacancy = open.get(vacancyId);
      if (!vacancy) return [];
      const compiled = vacancies.get(vacancyId)?.compiled;
      const counterfactuals = () => (compiled ? suggestChanges(compiled, candidate, worked) : []);
      return [{ vacancy, rank, tiedWith, match, counterfactuals }];
    });
    const matchWith: MatchMeAnswer['matchWith'] = (id) => {
      const asked = vacancies.get(id);
      if (!asked || asked.validThrough <= now) return null;
      const { compiled } = asked;
      const counterfactuals = () => suggestChanges(compiled, candidate, worked);
      return { match: explain(compiled, candidate), counterfactuals };
    };
    const moment = { readAs: deps.readAs, store, at: now };
    const simulate: MatchMeAnswer['simulate'] = (added, signal) =>
      simulateFor(moment, candidate, added, signal);
    return {
      ...{ understood, used, considered, eligible, taxonomyVersion, matches },
      ...{ matchWith, simulate },
    };
  };

/** What was chosen goes before what was read; a reading that is too unsure is shown and not used. */
async function gather(
  manager: EntityManager,
  self: SelfDescription,
  understood: readonly ConceptMatch[],
): Promise<UsedFacts> {
  const sure = understood.filter((match) => match.confidenceBp >= RESOLVED_CONFIDENCE_BP);
  const idsOf = (type: ConceptMatch['type']) =>
    sure.filter((match) => match.type === type).map((match) => match.id);
  const competencyIds = [...new Set([...self.competencyIds, ...idsOf('COMPETENCY')])];
  const occupationIds = [...new Set([...self.occupationIds, ...idsOf('OCCUPATION')])];
  const text = self.text ?? '';
  return {
    competencyIds,
    assumedCompetencyIds: await readEssentials(manager, occupationIds, competencyIds),
    occupationIds,
    regionCode: await knownRegion(manager, self.regionCode ?? idsOf('REGION').at(0) ?? null),
    education: self.education ?? findEducation(text)?.level ?? null,
    experienceMonths: self.experienceMonths ?? findOwnExperience(text, sure)?.minMonths ?? null,
  };
}

async function readEssentials(
  manager: EntityManager,
  occupationIds: readonly string[],
  named: readonly string[],
): Promise<string[]> {
  if (occupationIds.length === 0) return [];
  const rows = await manager.findBy(OccupationCompetency, {
    occupationId: In([...occupationIds]),
    necessity: 'ESSENTIAL',
  });
  const ids = new Set(rows.map((row) => row.competencyId));
  return [...ids].filter((id) => !named.includes(id)).sort();
}

async function knownRegion(manager: EntityManager, code: string | null): Promise<string | null> {
  // The nation is everywhere, so it says nothing about where somebody lives.
  if (code === null || code === NATION_CODE) return null;
  return (await manager.existsBy(Region, { code })) ? code : null;
}

/** Said once, so counted once, whatever the number of occupations named. */
function toWork(
  { occupationIds, experienceMonths }: UsedFacts,
  { occupations }: Catalogue,
): PastWork[] {
  const named = occupationIds.flatMap((id) => occupations.numberOf.get(id) ?? []);
  const months = experienceMonths ?? 0;
  if (named.length === 0) return [{ occupation: null, months }];
  return named.map((occupation, index) => ({ occupation, months: index === 0 ? months : 0 }));
}

/** Banded like everybody's, so that the score is the same from both sides (I8). */
function toFacts(
  used: UsedFacts,
  worked: readonly PastWork[],
  catalogue: Catalogue,
  month: number,
): CandidateFacts {
  const numbers = [...used.competencyIds, ...used.assumedCompetencyIds].flatMap(
    (id) => catalogue.competencies.numberOf.get(id) ?? [],
  );
  return {
    person: 0,
    tieSalt: 0,
    district: used.regionCode === null ? null : areaNumber(used.regionCode),
    willingAreas: [],
    competencies: [...new Set(numbers)].map((competency) => ({
      competency,
      level: SAID_LEVEL,
      evidence: 0,
    })),
    experiences: bandWork(worked, catalogue.taxonomy),
    education: used.education === null ? null : bandedEducationStep(used.education),
    employmentTypes: null,
    availableFromMonth: null,
    confirmedMonth: month,
  };
}
