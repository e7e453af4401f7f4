import type { Lang } from '../../errors';
import type { Match } from '../../matching/core/explain';
import type { Label } from '../labels';
import type { AskedById } from './asked';
import { noteOf, reasonOf } from './render-lines';

export const verdictLabels: Readonly<Record<Match['verdict'], Label>> = {
  STRONG: { ID: 'sangat cocok', EN: 'strong match' },
  POSSIBLE: { ID: 'mungkin cocok', EN: 'possible match' },
  STRETCH: { ID: 'perlu upaya', EN: 'stretch' },
  NOT_ELIGIBLE: { ID: 'tidak memenuhi syarat', EN: 'not eligible' },
};

/** More names than these make a sentence nobody reads. */
const MAX_NAMES = 4;

/**
 * A few sentences about a match, made of its data alone: score and verdict, failed conditions, what is covered, what
 * is missing, distance and experience.
 */
export function explainInWords(match: Match, asked: AskedById, lang: Lang): string {
  const isIndonesian = lang === 'ID';
  const score = formatNumber(match.scoreBp, lang);
  const verdict = verdictLabels[match.verdict][lang];
  const sentences = [
    isIndonesian ? `Skor ${score} dari 10.000: ${verdict}` : `Score ${score} of 10,000: ${verdict}`,
    ...failedConditions(match, asked, lang),
    coverage(match, asked, lang),
    ...match.factors
      .filter((line) => line.factor === 'EXPERIENCE' || line.factor === 'DISTANCE')
      .map((line) => noteOf(line, match, asked, lang)),
  ];
  return sentences
    .filter((sentence) => sentence !== '')
    .map((sentence) => `${sentence}.`)
    .join(' ');
}

const failedConditions = ({ eligibility }: Match, asked: AskedById, lang: Lang): string[] =>
  eligibility
    .filter((line) => line.result === 'FAIL' && line.necessity === 'MUST')
    .map((line) => reasonOf(line, asked, lang));

function coverage({ factors }: Match, asked: AskedById, lang: Lang): string {
  const lines = factors.filter((line) => line.factor === 'COMPETENCY');
  if (lines.length === 0) return '';
  const covered = lines.filter((line) => line.via !== 'NONE');
  const missing = lines.filter((line) => line.via === 'NONE');
  const names = (some: typeof lines) => listNames(some.map((line) => nameOf(line, asked, lang)));
  const count = `${covered.length}/${lines.length}`;
  const isIndonesian = lang === 'ID';
  const parts = [
    isIndonesian ? `Kompetensi tercakup ${count}` : `Competencies covered ${count}`,
    covered.length > 0 ? ` (${names(covered)})` : '',
    missing.length > 0 ? `${isIndonesian ? '; belum ada: ' : '; missing: '}${names(missing)}` : '',
  ];
  return parts.join('');
}

const nameOf = (line: { requirementId: string | null }, asked: AskedById, lang: Lang): string =>
  (line.requirementId !== null && asked.get(line.requirementId)?.label?.[lang]) || '?';

const listNames = (names: readonly string[]): string =>
  names.length > MAX_NAMES
    ? `${names.slice(0, MAX_NAMES).join(', ')} +${names.length - MAX_NAMES}`
    : names.join(', ');

export const formatNumber = (value: number, lang: Lang): string =>
  String(value).replace(/\B(?=(\d{3})+$)/g, lang === 'ID' ? '.' : ',');
