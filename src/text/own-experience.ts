import type { ConceptMatch } from './concepts';
import { AGE, DURATION, type ExperienceMention, findExperience, monthsOf } from './experience';

/** From this age on people work: less is no age of whoever looks for work, as much or more may be one. */
const YOUNGEST_AT_WORK_MONTHS = 15 * 12;
/** What may stand between a trade and how long: "kasir di toko sudah 2 tahun", "tukang las (3 tahun)". */
const BETWEEN =
  /^[\s,(:–-]*(?:(?:di|pada|at|in)(?:\s[\p{L}\p{N}&.-]+){1,3}?[\s,(:–-]+)?(?:(?:sudah|telah|selama|sekitar|hampir|lebih|kurang|dari|kira-kira|for|about|over)\s+)*$/iu;
/** What may stand between how long and the trade: "3 tahun jadi tukang las". */
const BEFORE_TRADE =
  /^\s*(?:(?:be)?kerja|(?:men)?jadi|sebagai|di|as|in|of|a|an)?(?:\s+(?:sebagai|di|as|a|an))?\s*$/iu;
const WORK_BEFORE =
  /\b(?:bekerja|kerja|jadi|menjadi|sebagai|worked|working|work)\b[^.,;|\n\d]{0,40}$/iu;
const WORK_BEHIND = /^\s+(?:(?:be)?kerja|(?:men)?jadi|sebagai|working|working as|as)\b/iu;
/** What else lasts: schooling, marriage, living somewhere. */
const NO_WORK =
  /\b(?:kuliah|sekolah|kursus|pelatihan|belajar|lulus(?:an)?|tamat(?:an)?|jurusan|studi|menikah|kawin|menganggur|nganggur|tinggal|domisili|anak|kontrak rumah|study|studied|course|school|married|unemployed|live|lived|living)\b[^.,;|\n]{0,60}$/iu;
const NO_LENGTH = /^\s*(?:yang\s)?(?:lalu|silam|lagi|ago|old)\b/iu;
const LOOK_BACK = 80;

/**
 * How long somebody says they worked. Beside what advertisements say ("pengalaman 3 tahun"), a length counts that stands
 * at a trade or at a word for work: "tukang las 3 tahun", "kerja 2 tahun"; no age and no time at school.
 *
 * Shape: null when nothing is said; the longest of several.
 */
export function findOwnExperience(
  text: string,
  named: readonly Pick<ConceptMatch, 'type' | 'start' | 'end'>[],
): Pick<ExperienceMention, 'minMonths' | 'matchedText'> | null {
  const said = findExperience(text);
  if (said !== null) return said;
  const trades = named.filter(({ type }) => type !== 'REGION');
  const lengths = [...text.matchAll(new RegExp(`\\b${DURATION}\\b`, 'giu'))].flatMap((match) => {
    const [matchedText, number = '', unit = ''] = match;
    const span = { start: match.index, end: match.index + matchedText.length };
    const minMonths = monthsOf(number, unit);
    return isOfWork(text, span, minMonths, trades) ? [{ minMonths, matchedText }] : [];
  });
  return lengths.sort((a, b) => b.minMonths - a.minMonths)[0] ?? null;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function isOfWork(text: string, span: Span, months: number, trades: readonly Span[]): boolean {
  const before = text.slice(Math.max(0, span.start - LOOK_BACK), span.start);
  const behind = text.slice(span.end);
  const clause = before.split(/[.,;|\n]/).at(-1) ?? '';
  if (AGE.test(clause) || NO_WORK.test(clause) || NO_LENGTH.test(behind)) return false;
  if (WORK_BEFORE.test(before) || WORK_BEHIND.test(behind)) return true;
  return months < YOUNGEST_AT_WORK_MONTHS && trades.some((trade) => isBeside(text, span, trade));
}

const isBeside = (text: string, span: Span, trade: Span): boolean =>
  trade.end <= span.start
    ? BETWEEN.test(text.slice(trade.end, span.start))
    : trade.start >= span.end && BEFORE_TRADE.test(text.slice(span.end, trade.start));
