import { areaRange, rangesOverlap } from './core/area';
import type { CompiledVacancy } from './core/compile';
import { explain } from './core/explain';
import type { CandidateFacts } from './core/facts';
import { rankVacancies } from './core/rank';
import type { Verdict } from './core/tally';
import type { FactsSource, FactsStore } from './facts-store';
import type { Recommendation, Recommender, RecommendOptions, WantedVacancies } from './ranker';

/** Scores every published vacancy for a person. Cost: about a microsecond a vacancy. */
export class VacancyRecommender implements Recommender {
  constructor(private readonly source: FactsSource) {}

  async recommend(candidate: CandidateFacts, options: RecommendOptions): Promise<Recommendation> {
    return recommendFrom(await this.source.current(), candidate, options);
  }
}

/** The same over facts in hand: those whose numbers the person's facts hold. */
export function recommendFrom(
  store: FactsStore,
  candidate: CandidateFacts,
  options: RecommendOptions,
): Recommendation {
  const { wanted } = options;
  const open = openAt(store, options.at);
  const { rows, ...totals } = wanted
    ? rankVacancies(candidate, keepWanted(open, wanted), options, atLeast(wanted.minVerdict))
    : rankVacancies(candidate, open, options);
  return {
    ...totals,
    taxonomyVersion: store.catalogue.taxonomy.version,
    rows: rows.map(({ item, rank, tiedWith }) => ({
      vacancyId: store.vacancyId(item.facts.vacancy) ?? '',
      rank,
      tiedWith,
      match: explain(item, candidate),
    })),
  };
}

/** The worst first. */
const VERDICTS: readonly Verdict[] = ['NOT_ELIGIBLE', 'STRETCH', 'POSSIBLE', 'STRONG'];

const atLeast = (least: Verdict) => (verdict: Verdict) =>
  VERDICTS.indexOf(verdict) >= VERDICTS.indexOf(least);

function* keepWanted(
  vacancies: Iterable<CompiledVacancy>,
  { areas, employmentTypes }: WantedVacancies,
): Generator<CompiledVacancy> {
  for (const vacancy of vacancies) {
    const { places, isRemote, employmentType } = vacancy.facts;
    const isThere =
      areas === null ||
      isRemote ||
      places.some((place) => areas.some((area) => rangesOverlap(area, areaRange(place))));
    const isSuch =
      employmentTypes === null || employmentType === null || (employmentTypes & employmentType) > 0;
    if (isThere && isSuch) yield vacancy;
  }
}

/** The published vacancies that have not run out. */
export function* openAt(store: FactsStore, at: Date): Generator<CompiledVacancy> {
  for (const { compiled, validThrough } of store.vacancies.values()) {
    if (validThrough > at) yield compiled;
  }
}
