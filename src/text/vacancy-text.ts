import type { CompetencyKind, EmploymentType } from '../entities/vocabulary';
import { readAdText } from './ad-text';
import {
  type CompetencyTerm,
  type ConceptMatch,
  type OccupationTerm,
  RESOLVED_CONFIDENCE_BP,
  type TermCatalogue,
} from './concepts';
import { Dictionary, type TermMatch } from './dictionary';
import { type EducationMention, findEducation } from './education';
import { parseEmploymentType } from './employment';
import { type ExperienceMention, findExperience } from './experience';
import { findPay, type RupiahRange } from './rupiah';
import { skillPhrases } from './skill-phrases';
import { readTitle } from './title';

/** How a competency came to a vacancy: named in its text, or taken from its occupation. */
export type CompetencyOrigin = 'EXPLICIT' | 'INFERRED';

export interface VacancyCompetency {
  readonly id: string;
  readonly origin: CompetencyOrigin;
  readonly field: 'TITLE' | 'DESCRIPTION' | null;
  readonly matchedText: string;
  readonly confidenceBp: number;
  readonly isEssential: boolean;
}

export interface UnresolvedTerm {
  readonly type: 'OCCUPATION' | 'COMPETENCY';
  readonly term: string;
}

/** What was understood of a vacancy, and what was not. */
export interface VacancyUnderstanding {
  readonly occupation: ConceptMatch | null;
  readonly competencies: readonly VacancyCompetency[];
  readonly education: EducationMention | null;
  readonly experience: ExperienceMention | null;
  readonly pay: RupiahRange | null;
  readonly employment: EmploymentType | null;
  readonly unresolved: readonly UnresolvedTerm[];
}

export interface VacancyText {
  readonly title: string;
  readonly description: string;
}

/** An ambiguous word that only one competency of the resolved occupation can mean. */
const SETTLED_BY_OCCUPATION_BP = 8_000;

/** Understands vacancies with one catalogue of terms. */
export class VacancyReader {
  readonly dictionary: Dictionary;
  private readonly competencies: ReadonlyMap<string, CompetencyTerm>;
  private readonly occupations: ReadonlyMap<string, OccupationTerm>;

  constructor(catalogue: TermCatalogue, dictionary = new Dictionary(catalogue)) {
    this.dictionary = dictionary;
    this.competencies = new Map(catalogue.competencies.map((term) => [term.id, term]));
    this.occupations = new Map(catalogue.occupations.map((term) => [term.id, term]));
  }

  /**
   * The occupation, competencies and demands of a vacancy.
   *
   * Shape: explicit competencies in reading order, then the occupation's own that the text does not name.
   */
  read(vacancy: VacancyText, knownOccupation: ConceptMatch | null = null): VacancyUnderstanding {
    const title = readTitle(vacancy.title, this.dictionary);
    const body = readAdText(vacancy.description, (word) => this.dictionary.hasWord(word));
    const best = title.occupations[0] ?? null;
    const isSure = best !== null && best.confidenceBp >= RESOLVED_CONFIDENCE_BP;
    const occupation = knownOccupation ?? (isSure ? best : null);
    const unresolved: UnresolvedTerm[] = [];
    if (occupation === null && title.core !== '')
      unresolved.push({ type: 'OCCUPATION', term: title.core });

    const own = (occupation && this.occupations.get(occupation.id)?.competencies) || [];
    const ownIds = new Set(own.map((competency) => competency.id));
    const mentions = [
      ...this.mentionsIn(
        'TITLE',
        title.text,
        this.dictionary.find('COMPETENCY', title.text, { mode: 'title' }),
        ownIds,
        unresolved,
      ),
      ...this.mentionsIn(
        'DESCRIPTION',
        body.text,
        this.dictionary.find(
          'COMPETENCY',
          body.text,
          { mode: 'ad', isMasked: body.isMasked, isNeeded: (id) => ownIds.has(id) },
          [...body.tokens],
        ),
        ownIds,
        unresolved,
      ),
    ];
    const explicit = uniqueById(mentions);
    const explicitIds = new Set(explicit.map((competency) => competency.id));
    const inferred = own
      .filter((competency) => !explicitIds.has(competency.id))
      .map((competency) => inferredFrom(occupation, competency));
    return {
      occupation,
      competencies: [...explicit, ...inferred],
      education: findEducation(body.text),
      experience: findExperience(body.text),
      pay: findPay(body.text),
      employment: parseEmploymentType(title.text),
      unresolved,
    };
  }

  /** The items of lists of skills in a description that the dictionary does not know. */
  unknownSkills(description: string): string[] {
    return skillPhrases(description).filter((phrase) => {
      const found = (['COMPETENCY', 'OCCUPATION'] as const).flatMap((type) =>
        this.dictionary.find(type, phrase, { mode: 'query' }),
      );
      return found.length === 0;
    });
  }

  /** Attitudes and whole fields of work say little about what a vacancy needs. */
  isSpecific(competencyId: string): boolean {
    const term = this.competencies.get(competencyId);
    return term !== undefined && term.kind !== 'ATTITUDE' && term.broader !== null;
  }

  /** The kind of a competency; null when the catalogue does not know it. */
  kindOf(competencyId: string): CompetencyKind | null {
    return this.competencies.get(competencyId)?.kind ?? null;
  }

  private mentionsIn(
    field: 'TITLE' | 'DESCRIPTION',
    text: string,
    matches: readonly TermMatch[],
    ownIds: ReadonlySet<string>,
    unresolved: UnresolvedTerm[],
  ): VacancyCompetency[] {
    const mentions: VacancyCompetency[] = [];
    for (const rivals of groupByPlace(matches)) {
      const settled = settle(rivals, ownIds);
      if (settled === null) {
        const first = rivals[0];
        if (first) unresolved.push({ type: 'COMPETENCY', term: first.matchedText.toLowerCase() });
        continue;
      }
      mentions.push({
        id: settled.id,
        origin: 'EXPLICIT',
        field,
        matchedText: text.slice(settled.start, settled.end),
        confidenceBp: settled.confidenceBp,
        isEssential: true,
      });
    }
    return mentions;
  }
}

function settle(rivals: readonly TermMatch[], ownIds: ReadonlySet<string>): TermMatch | null {
  const first = rivals[0];
  if (first === undefined) return null;
  if (rivals.length === 1) return first.confidenceBp >= RESOLVED_CONFIDENCE_BP ? first : null;
  const own = rivals.filter((rival) => ownIds.has(rival.id));
  return own.length === 1 && own[0] ? { ...own[0], confidenceBp: SETTLED_BY_OCCUPATION_BP } : null;
}

function groupByPlace(matches: readonly TermMatch[]): TermMatch[][] {
  const groups: TermMatch[][] = [];
  for (const match of matches) {
    const last = groups.at(-1);
    if (last?.[0]?.start === match.start) last.push(match);
    else groups.push([match]);
  }
  return groups;
}

function uniqueById(mentions: readonly VacancyCompetency[]): VacancyCompetency[] {
  const best = new Map<string, VacancyCompetency>();
  for (const mention of mentions) {
    const known = best.get(mention.id);
    if (known === undefined || mention.confidenceBp > known.confidenceBp)
      best.set(mention.id, mention);
  }
  return [...best.values()];
}

function inferredFrom(
  occupation: ConceptMatch | null,
  competency: { readonly id: string; readonly isEssential: boolean },
): VacancyCompetency {
  return {
    id: competency.id,
    origin: 'INFERRED',
    field: null,
    matchedText: occupation?.matchedText ?? '',
    confidenceBp: occupation?.confidenceBp ?? 0,
    isEssential: competency.isEssential,
  };
}
