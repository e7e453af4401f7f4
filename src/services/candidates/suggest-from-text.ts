import type { EducationLevel } from '../../entities/vocabulary';
import { errors, reasons } from '../../errors';
import type { ConceptMatch } from '../../text/concepts';
import { findEducation } from '../../text/education';
import { findOwnExperience } from '../../text/own-experience';
import { isPlainText } from '../plain-text';
import { type ConceptReader, conceptTypes } from '../reference/concepts';

/** A curriculum vitae of many pages; what stands behind is not read. Source: our choice. */
const MOST_TEXT = 20_000;

/** What words say about somebody, for that person to confirm; nothing of it is stored, counted or logged. */
export interface TextSuggestions {
  /** In reading order, each concept once, with the words that led to it. */
  concepts: readonly ConceptMatch[];
  /** Null = not said. */
  education: EducationLevel | null;
  experienceMonths: number | null;
}

/**
 * What a person's own words say about them.
 *
 * Errors: BAD_USER_INPUT for a text that is blank, too long or holds hidden characters.
 * Cost: the words, and at most six searches for typos.
 */
export const suggestFromText =
  ({ reader }: { reader: ConceptReader }) =>
  async (text: string): Promise<TextSuggestions> => {
    if (!isPlainText(text, MOST_TEXT)) throw errors.input.invalid('text', reasons.notPlainText);
    const found = await reader.resolve(text, conceptTypes);
    return {
      concepts: surestOfEach(found),
      education: findEducation(text)?.level ?? null,
      experienceMonths: findOwnExperience(text, found)?.minMonths ?? null,
    };
  };

/** A text names many things twice: the surest words stay, the earliest of equals. */
function surestOfEach(found: readonly ConceptMatch[]): ConceptMatch[] {
  const surest = new Map<string, ConceptMatch>();
  for (const match of found) {
    const key = `${match.type} ${match.id}`;
    const known = surest.get(key);
    if (known === undefined || match.confidenceBp > known.confidenceBp) surest.set(key, match);
  }
  return [...surest.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
