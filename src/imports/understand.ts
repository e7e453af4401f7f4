import type { ConceptKind, ConceptSearch } from '../search/concept-search';
import { isMisspelling } from '../search/misspelling';
import type { TextReaders } from '../search/term-catalogue';
import type { ConceptMatch } from '../text/concepts';
import { letterCount } from '../text/tokens';
import type { UnresolvedTerm, VacancyCompetency, VacancyUnderstanding } from '../text/vacancy-text';
import type { VacancyRow } from './vacancy-row';

/** A row with what was understood of it. */
export interface UnderstoodVacancy {
  readonly row: VacancyRow;
  readonly understanding: VacancyUnderstanding;
  readonly regionCodes: readonly string[];
  readonly unresolved: readonly Unresolved[];
}

type Unresolved = UnresolvedTerm | { readonly type: 'REGION'; readonly term: string };

/** Words that the dictionary leaves must be this alike to a known name. Source: docs/MATCHING.md. */
const LEAST_LIKENESS = 0.85;
const SHORTEST_TITLE_LETTERS = 5;
const LONGEST_TITLE_WORDS = 5;
const SEARCHES_AT_ONCE = 8;

/** Understands rows: the dictionary first, then the concept search for what it leaves; equal words are searched once. */
export class RowReader {
  private readonly searched = new Map<string, ConceptMatch | null>();

  /** Skills are searched only where a search is cheap: PostgreSQL scans all names for each of them. */
  constructor(
    private readonly readers: TextReaders,
    private readonly search: ConceptSearch,
    private readonly searchesSkills: boolean,
  ) {}

  async read(rows: readonly VacancyRow[]): Promise<UnderstoodVacancy[]> {
    const first = rows.map((row) => ({
      row,
      read: this.readers.vacancies.read(row),
      skills: this.searchesSkills ? this.readers.vacancies.unknownSkills(row.description) : [],
    }));
    await this.searchAll(
      'OCCUPATION',
      first.flatMap(({ read }) => unknownTitle(read) ?? []),
    );
    await this.searchAll(
      'COMPETENCY',
      first.flatMap(({ skills }) => skills),
    );
    return first.map(({ row, read, skills }) => {
      const occupation = this.found('OCCUPATION', unknownTitle(read) ?? '');
      const settled = occupation === null ? read : this.readers.vacancies.read(row, occupation);
      const understanding = this.addSkills(settled, skills);
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

  private found(type: ConceptKind, words: string): ConceptMatch | null {
    return this.searched.get(`${type} ${words}`) ?? null;
  }

  private async searchAll(type: ConceptKind, words: readonly string[]): Promise<void> {
    const queue = [...new Set(words)].filter((each) => !this.searched.has(`${type} ${each}`));
    const work = async () => {
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        this.searched.set(`${type} ${next}`, await this.searchOne(type, next));
      }
    };
    await Promise.all(Array.from({ length: SEARCHES_AT_ONCE }, work));
  }

  private async searchOne(type: ConceptKind, words: string): Promise<ConceptMatch | null> {
    const [best, second] = await this.search.findConcepts(words, { types: [type], limit: 2 });
    if (best === undefined || best.score < LEAST_LIKENESS) return null;
    const { isKnownWord } = this.readers;
    const isSure = best.score !== second?.score && isMisspelling(words, best.matched, isKnownWord);
    if (!isSure) return null;
    const confidenceBp = Math.floor(best.score * 10_000);
    return { type, id: best.id, matchedText: words, start: 0, end: words.length, confidenceBp };
  }

  private addSkills(read: VacancyUnderstanding, skills: readonly string[]): VacancyUnderstanding {
    if (skills.length === 0) return read;
    const matches = skills.flatMap((skill) => this.found('COMPETENCY', skill) ?? []);
    const unknown = skills.filter((skill) => this.found('COMPETENCY', skill) === null);
    const known = new Set(
      read.competencies.filter(({ origin }) => origin === 'EXPLICIT').map(({ id }) => id),
    );
    const added = matches.filter(({ id }) => !known.has(id)).map(explicitFrom);
    const addedIds = new Set(added.map(({ id }) => id));
    return {
      ...read,
      competencies: [...added, ...read.competencies.filter(({ id }) => !addedIds.has(id))],
      unresolved: [
        ...read.unresolved,
        ...unknown.map((term) => ({ type: 'COMPETENCY' as const, term })),
      ],
    };
  }

  private readPlaces(
    row: VacancyRow,
    terms: readonly UnresolvedTerm[],
  ): Pick<UnderstoodVacancy, 'regionCodes' | 'unresolved'> {
    const codes = new Set<string>();
    const unresolved: Unresolved[] = [...terms];
    for (const location of row.locations) {
      const place = this.readers.places.resolve(location);
      if (place === null) unresolved.push({ type: 'REGION', term: location.toLowerCase() });
      else codes.add(place.id);
    }
    return { regionCodes: [...codes], unresolved };
  }
}

function explicitFrom({ id, matchedText, confidenceBp }: ConceptMatch): VacancyCompetency {
  return {
    id,
    origin: 'EXPLICIT',
    field: 'DESCRIPTION',
    matchedText,
    confidenceBp,
    isEssential: true,
  };
}

/** The words of a title worth a search; null when the occupation is known or the words are too many or few. */
function unknownTitle({ occupation, unresolved }: VacancyUnderstanding): string | null {
  if (occupation !== null) return null;
  const title = unresolved.find((term) => term.type === 'OCCUPATION')?.term ?? '';
  const isSearchable =
    letterCount(title) >= SHORTEST_TITLE_LETTERS && title.split(' ').length <= LONGEST_TITLE_WORDS;
  return isSearchable ? title : null;
}
