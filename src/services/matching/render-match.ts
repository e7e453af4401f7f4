import type { Lang } from '../../errors';
import type { Verdict } from '../../matching/core/tally';
import type { ToldMatch } from '../../matching/core/withhold';
import type { Label } from '../labels';
import type { AskedById } from './asked';
import { noteOf, reasonOf } from './render-lines';

export const verdictLabels: Readonly<Record<Verdict, Label>> = {
  STRONG: { ID: 'sangat cocok', EN: 'strong match' },
  POSSIBLE: { ID: 'mungkin cocok', EN: 'possible match' },
  STRETCH: { ID: 'perlu upaya', EN: 'stretch' },
  NOT_ELIGIBLE: { ID: 'tidak memenuhi syarat', EN: 'not eligible' },
};

/** More names than these make a sentence nobody reads. */
const MAX_NAMES = 4;

/**
 * A few sentences about a match, made of its data alone: score and verdict, failed conditions, what is covered, what
 * is missing, distance and experience; nothing that is withheld.
 */
export function explainInWords(match: ToldMatch, asked: AskedById, lang: Lang): string {
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

const failedConditions = ({ eligibility }: ToldMatch, asked: AskedById, lang: Lang): string[] =>
  eligibility
    .filter((line) => line.result === 'FAIL' && line.necessity === 'MUST')
    .map((line) => reasonOf(line, asked, lang));

function coverage({ factors, withheld = [] }: ToldMatch, asked: AskedById, lang: Lang): string {
  const lines = factors.filter((line) => line.factor === 'COMPETENCY');
  const hidden = withheld.filter(({ aspect, isBand }) => aspect === 'COMPETENCY' && !isBand).length;
  if (lines.length + hidden === 0) return '';
  const covered = lines.filter((line) => line.via !== 'NONE');
  const missing = lines.filter((line) => line.via === 'NONE');
  const names = (some: typeof lines) => listNames(some.map((line) => nameOf(line, asked, lang)));
  const count = `${covered.length}/${lines.length}`;
  const isIndonesian = lang === 'ID';
  const parts = [
    lines.length > 0 ? `${isIndonesian ? ' tercakup' : ' covered'} ${count}` : '',
    covered.length > 0 ? ` (${names(covered)})` : '',
    missing.length > 0 ? `${isIndonesian ? '; belum ada: ' : '; missing: '}${names(missing)}` : '',
    lines.length > 0 && hidden > 0 ? ';' : '',
    hidden > 0 ? `${isIndonesian ? ' tidak ditampilkan: ' : ' not shown: '}${hidden}` : '',
  ];
  return `${isIndonesian ? 'Kompetensi' : 'Competencies'}${parts.join('')}`;
}

const nameOf = (line: { requirementId: string | null }, asked: AskedById, lang: Lang): string =>
  (line.requirementId !== null && asked.get(line.requirementId)?.label?.[lang]) || '?';

const listNames = (names: readonly string[]): string =>
  names.length > MAX_NAMES
    ? `${names.slice(0, MAX_NAMES).join(', ')} +${names.length - MAX_NAMES}`
    : names.join(', ');

export const formatNumber = (value: number, lang: Lang): string =>
  String(value).replace(/\B(?=(\d{3})+$)/g, lang === 'ID' ? '.' : ',');
