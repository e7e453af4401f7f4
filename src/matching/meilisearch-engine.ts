import type { Clock } from '../clock';
import type { CandidateQuery, FoundCandidates } from '../search/candidate-search';
import { type CompiledVacancy, compileVacancy } from './core/compile';
import type { VacancyFacts } from './core/facts';
import type { FoundPeople } from './engine/people-engine';
import { rangeCode } from './facts/area-codes';
import type { FactsSource, FactsStore } from './facts-store';
import type { Ranker, Ranking, RankOptions } from './ranker';

/** More ids than this cost more to ship than a scan costs. Source: 4–6 µs an id, docs/MATCHING.md. */
export const MOST_IDS = 5_000;

/** Above so many people the scan is the faster way. Source: docs/MATCHING.md. */
export const MOST_PEOPLE = 50_000;

/** An index that is behind this long is ill; until then whoever changed is scored anyway. */
const INDEX_LAG_MS = 60_000;

/** The store, the index beside it, and when the index is not asked. */
export interface MeilisearchEngineOptions {
  source: FactsSource;
  /** Scores everybody; answers whatever this engine leaves. */
  scan: Ranker;
  findNumbers: (query: CandidateQuery, limit: number) => Promise<FoundCandidates>;
  /** Whether the index holds everybody (but for the last minute's changes). */
  isIndexReady: () => boolean;
  /** Whether an error means that the search server does not answer: then the scan does. */
  isOutage: (error: unknown) => boolean;
  clock: Clock;
}

/**
 * Finds in the index `candidates` whoever may earn credit, then scores each exactly.
 *
 * Shape: the same rows and totals as the scan. Cost: one search, 4–6 µs an id, a microsecond a person found.
 */
export class MeilisearchEngine implements Ranker {
  constructor(private readonly options: MeilisearchEngineOptions) {}

  async rank(vacancy: VacancyFacts, options: RankOptions): Promise<Ranking> {
    const store = await this.options.source.current();
    const found = await this.findPeople(store, vacancy);
    if (found === null) return await this.options.scan.rank(vacancy, options);
    return await store.people.rank(vacancy, { ...options, found });
  }

  /** Whom the index finds among everybody who may be eligible; null when a scan is the better or the only way. */
  private async findPeople(
    { catalogue, people }: FactsStore,
    vacancy: VacancyFacts,
  ): Promise<FoundPeople | null> {
    const { isIndexReady, isOutage, findNumbers, clock } = this.options;
    if (!isIndexReady() || people.size > MOST_PEOPLE) return null;
    const query = selectPeople(compileVacancy(vacancy, catalogue.taxonomy, catalogue.geography));
    if (query === null) return null;
    // Before the index is asked: what changes meanwhile is scored anyway.
    const changedSince = clock.now().getTime() - INDEX_LAG_MS;
    try {
      const { numbers, total } = await findNumbers(query, MOST_IDS);
      return total > MOST_IDS ? null : { numbers, changedSince, mostRecent: MOST_IDS };
    } catch (error) {
      if (isOutage(error)) return null;
      throw error;
    }
  }
}

/**
 * A query that finds everybody who may be eligible: who can meet the must that the fewest links meet, else who
 * earns credit on anything. Null when the vacancy asks for nothing that could select.
 */
export function selectPeople(vacancy: CompiledVacancy): CandidateQuery | null {
  const scopeCodes = vacancy.facts.scope.map(rangeCode);
  const competencies = narrowestMust(vacancy) ?? anyCredit(vacancy);
  if (competencies === null) return null;
  return {
    competencies,
    occupations: [],
    kbjiGroups: [],
    // A scope that is no region cannot be asked for: then everywhere.
    scopeCodes: scopeCodes.every((code) => code !== null) ? scopeCodes : [],
  };
}

type Selection = CandidateQuery['competencies'];

function narrowestMust({ requirements, links }: CompiledVacancy): Selection | null {
  const selections = requirements.flatMap(({ necessity, minLevel }, at) => {
    if (necessity !== 'MUST') return [];
    const meeting = [...links.values()].flat().filter((l) => l.requirement === at && l.canMeet);
    return [meeting.map(({ held }) => ({ number: held, minLevel }))];
  });
  selections.sort((a, b) => a.length - b.length);
  return selections[0] ?? null;
}

function anyCredit({
  needsSharedCompetency,
  requirements,
  links,
}: CompiledVacancy): Selection | null {
  if (!needsSharedCompetency) return null;
  return [...links.entries()]
    .filter(([, covered]) => covered.some((l) => requirements[l.requirement].opensEligibility))
    .map(([held]) => ({ number: held, minLevel: 1 }));
}
