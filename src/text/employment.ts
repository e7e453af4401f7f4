import type { EmploymentType } from '../entities/vocabulary';

// Order matters: "part time contract" is part time, "magang kontrak" is an internship.
const WORDS: readonly (readonly [EmploymentType, RegExp])[] = [
  ['INTERNSHIP', /\b(?:magang|intern(?:ship)?|pkl)\b/],
  ['PART_TIME', /\b(?:part[ _-]?time(?:r)?|paruh waktu)\b/],
  ['FREELANCE', /\b(?:freelance(?:r)?|lepas|mitra)\b/],
  ['DAILY', /\b(?:harian|daily worker|borongan)\b/],
  ['FIXED_TERM', /\b(?:kontrak|contract|temporary|pkwt|sementara|outsourc\w*)\b/],
  ['PERMANENT', /\b(?:full[ _-]?time|tetap|permanent|penuh waktu|pkwtt)\b/],
];

/** How forms of employment are named. */
export const EMPLOYMENT_PATTERNS: readonly RegExp[] = WORDS.map(([, pattern]) => pattern);

/** The employment type that a field or a text names, in Indonesian or English; null when none. */
export function parseEmploymentType(text: string): EmploymentType | null {
  const folded = text.normalize('NFKC').toLowerCase();
  return WORDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}
