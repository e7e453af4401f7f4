import type { Clock } from '../../clock';
import type { EmploymentType } from '../../entities/vocabulary';
import { areaRange } from '../../matching/core/area';
import { suggestChanges } from '../../matching/core/counterfactual';
import type { Verdict } from '../../matching/core/tally';
import { areaNumber } from '../../matching/facts/area-codes';
import { employmentBits } from '../../matching/facts/scales';
import type { FactsSource } from '../../matching/facts-store';
import type { Recommendation } from '../../matching/ranker';
import { recommendFrom } from '../../matching/recommender';
import { readOwnFacts } from '../candidates/own-facts';
import type { Slice, SliceRequest } from '../slice';
import type { RunAs } from '../transaction';
import { readOpen } from '../vacancies/search-vacancies';
import type { Viewer } from '../viewer';
import type { MatchedVacancy } from './match-me';

/** A stretch of a person's order of vacancies with the totals of all of it. */
export type RecommendedPage = Slice<MatchedVacancy> & Omit<Recommendation, 'rows'>;

export interface RecommendDeps {
  readAs: RunAs;
  facts: FactsSource;
  clock: Clock;
}

/** Which vacancies a person wants to see; null = any. */
export interface RecommendFilter {
  regionCodes: readonly string[] | null;
  employmentTypes: readonly EmploymentType[] | null;
  minVerdict: Verdict;
}

const toWanted = ({ regionCodes, employmentTypes, minVerdict }: RecommendFilter) => ({
  areas: regionCodes?.map((code) => areaRange(areaNumber(code))) ?? null,
  employmentTypes: employmentTypes && employmentBits(employmentTypes),
  minVerdict,
});

/**
 * The open vacancies that the signed-in person is eligible for, best first, by the score that their employers see (I8).
 *
 * A place is the position in the order, from 0; a vacancy that was closed a moment ago leaves its place empty.
 * Errors: NOT_MATCHED for whoever no employer's ranking holds.
 * Cost: 3 queries, and a score for each open vacancy.
 */
export const recommendVacancies =
  ({ readAs, facts, clock }: RecommendDeps) =>
  async (
    viewer: Viewer,
    request: SliceRequest<number>,
    filter: RecommendFilter | null = null,
  ): Promise<RecommendedPage> => {
    const now = clock.now();
    const store = await facts.current();
    const person = await readOwnFacts(readAs, viewer, store);
    const offset = request.after === null ? 0 : request.after + 1;
    const { rows, ...totals } = recommendFrom(store, person, {
      first: request.first,
      offset,
      at: now,
      ...(filter && { wanted: toWanted(filter) }),
    });
    const ids = rows.map(({ vacancyId }) => vacancyId);
    const open = await readAs('public', (manager) => readOpen(manager, ids, now));
    return {
      ...totals,
      hasNext: offset + rows.length < totals.eligible,
      hasPrevious: request.after !== null,
      total: totals.eligible,
      totalIsExact: true,
      rows: rows.flatMap(({ vacancyId, rank, tiedWith, match }, index) => {
        const vacancy = open.get(vacancyId);
        const compiled = store.vacancies.get(vacancyId)?.compiled;
        if (!vacancy) return [];
        const counterfactuals = () => (compiled ? suggestChanges(compiled, person) : []);
        const item = { vacancy, rank, tiedWith, match, counterfactuals };
        return [{ item, place: offset + index }];
      }),
    };
  };
