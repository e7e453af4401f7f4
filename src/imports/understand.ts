import type { ConceptSearch } from '../search/concept-search';
import type { TextReaders } from '../search/term-catalogue';
import type { ConceptMatch } from '../text/concepts';
import { letterCount } from '../text/tokens';
import type { UnresolvedTerm, VacancyUnderstanding } from '../text/vacancy-text';
import type { VacancyRow } from './vacancy-row';

/** A row with what was understood of it. */
export interface UnderstoodVacancy {
  readonly row: VacancyRow;
  readonly understanding: VacancyUnderstanding;
  readonly regionCodes: readonly string[];
  readonly unresolved: readonly (UnresolvedTerm | { type: 'REGION'; term: string })[];
}

/**
 * A title that the dictionary leaves must be this alike to a known one: typos, not relatives.
 * Source: docs/MATCHING.md.
 */
const LEAST_LIKENESS = 0.85;
const SHORTEST_TITLE_LETTERS = 5;
const LONGEST_TITLE_WORDS = 5;
const SEARCHES_AT_ONCE = 8;

/** Understands rows: the dictionary first, then for titles it leaves the concept search; equal titles are searched once. */
export class RowReader {
  private readonly searched = new Map<string, ConceptMatch | null>();

  constructor(
    private readonly readers: TextReaders,
    private readonly search: ConceptSearch,
  ) {}

  async read(rows: readonly VacancyRow[]): Promise<UnderstoodVacancy[]> {
    const first = rows.map((row) => ({ row, read: this.readers.vacancies.read(row) }));
    const titles = first.flatMap(({ read }) => unknownTitle(read) ?? []);
    await this.searchTitles([...new Set(titles)].filter((title) => !this.searched.has(title)));
    return first.map(({ row, read }) => {
      const title = unknownTitle(read);
      const found = title === null ? null : (this.searched.get(title) ?? null);
      const understanding = found === null ? read : this.readers.vacancies.read(row, found);
      return { row, understanding, ...this.readPlaces(row, understanding.unresolved) };
    });
  }

  /** Attitudes and whole fields of work are no requirements worth matching. */
  isSpecific(competencyId: string): boolean {
    return this.readers.vacancies.isSpecific(competencyId);
  }

  kindOf(competencyId: string) {
    return this.readers.vacancies.kindOf(competencyId);
  }

  private async searchTitles(titles: readonly string[]): Promise<void> {
    const queue = [...titles];
    const work = async () => {
      for (let title = queue.pop(); title !== undefined; title = queue.pop()) {
        this.searched.set(title, await this.searchTitle(title));
      }
    };
    await Promise.all(Array.from({ length: SEARCHES_AT_ONCE }, work));
  }

  private async searchTitle(title: string): Promise<ConceptMatch | null> {
    const [best, second] = await this.search.findConcepts(title, {
      types: ['OCCUPATION'],
      limit: 2,
    });
    if (best === undefined || best.score < LEAST_LIKENESS || best.score === second?.score)
      return null;
    return {
      type: 'OCCUPATION',
      id: best.id,
      matchedText: title,
      start: 0,
      end: title.length,
      confidenceBp: Math.floor(best.score * 10_000),
    };
  }

  private readPlaces(
    row: VacancyRow,
    terms: readonly UnresolvedTerm[],
  ): Pick<UnderstoodVacancy, 'regionCodes' | 'unresolved'> {
    const codes = new Set<string>();
    const unresolved: UnderstoodVacancy['unresolved'][number][] = [...terms];
    for (const location of row.locations) {
      const place = this.readers.places.resolve(location);
      if (place === null) unresolved.push({ type: 'REGION', term: location.toLowerCase() });
      else codes.add(place.id);
    }
    return { regionCodes: [...codes], unresolved };
  }
}

/** The words of a title worth a search; null when the occupation is known or the words are too many or few. */
function unknownTitle({ occupation, unresolved }: VacancyUnderstanding): string | null {
  if (occupation !== null) return null;
  const title = unresolved.find((term) => term.type === 'OCCUPATION')?.term ?? '';
  const isSearchable =
    letterCount(title) >= SHORTEST_TITLE_LETTERS && title.split(' ').length <= LONGEST_TITLE_WORDS;
  return isSearchable ? title : null;
}
