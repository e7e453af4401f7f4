/** The experience a text asks for. */
export interface ExperienceMention {
  readonly minMonths: number;
  readonly matchedText: string;
  readonly start: number;
  readonly end: number;
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sepuluh: 10,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  ten: 10,
};
const NUMBER = `(\\d{1,2}|${Object.keys(NUMBER_WORDS).join('|')})`;
/** A length of time; its first group is the number, its second the unit. */
export const DURATION = `${NUMBER}(?:\\s*\\([^)]{1,12}\\))?\\s*(?:\\+|(?:-|–|—|/|s/d|sampai|to|hingga)\\s*\\d{1,2})?\\s*\\+?\\s*(tahun|thn|th|years?|yrs?|year\\(s\\)|bulan|bln|months?)`;
const EXPERIENCE_WORD = '(?:ber)?pengalaman|experiences?d?|exp\\b';
/** How far the duration may stand from the word for experience, in characters. */
const REACH = 60;
const AFTER = new RegExp(
  `\\b(?:${EXPERIENCE_WORD})(?:[^.|;•]|min\\.|(?<=\\d)\\.){0,${REACH}}?\\b${DURATION}`,
  'giu',
);
const BEFORE = new RegExp(`\\b${DURATION}[^.|;•]{0,40}?\\b(?:${EXPERIENCE_WORD})`, 'giu');
const FRESH =
  /\b(?:fresh\s*-?\s*graduates?|freshgraduates?|lulusan baru|baru lulus|non[- ]?pengalaman|tanpa pengalaman|tidak (?:harus|perlu) berpengalaman|no experience)\b/iu;
/** How experience is told. */
export const EXPERIENCE_PATTERNS: readonly RegExp[] = [AFTER, BEFORE, FRESH];
/** Whoever names it speaks of an age. */
export const AGE = /\b(?:ber)?(?:usia|umur|age|aged|maks\w*|max\w*|years? old)\b/iu;
/** Longer demands in an advertisement are misread ages or company histories. */
const LONGEST_DEMAND_MONTHS = 20 * 12;

/**
 * The least experience that a text asks for: "pengalaman minimal 2 tahun" is 24 months,
 * "fresh graduate" is 0.
 *
 * Shape: null when nothing is said. Where both are named, the newcomer is welcome: 0.
 */
export function findExperience(text: string): ExperienceMention | null {
  const fresh = FRESH.exec(text);
  if (fresh !== null) return mention(text, fresh.index, fresh[0], 0);
  for (const pattern of [AFTER, BEFORE]) {
    for (const match of text.matchAll(pattern)) {
      const months = monthsOf(match[1] ?? '', match[2] ?? '');
      if (AGE.test(match[0]) || months > LONGEST_DEMAND_MONTHS) continue;
      return mention(text, match.index, match[0], months);
    }
  }
  return null;
}

/** A length of time as `DURATION` reads it. Unit: months. */
export function monthsOf(number: string, unit: string): number {
  const count = NUMBER_WORDS[number.toLowerCase()] ?? Number(number);
  return /^(?:bulan|bln|month)/i.test(unit) ? count : count * 12;
}

function mention(
  text: string,
  start: number,
  matched: string,
  minMonths: number,
): ExperienceMention {
  return {
    minMonths,
    matchedText: text.slice(start, start + matched.length),
    start,
    end: start + matched.length,
  };
}
