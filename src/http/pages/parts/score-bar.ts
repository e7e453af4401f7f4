import { type Html, html } from '../layout/html';
import type { Lang } from '../layout/lang';
import type { FactorAnswer, MatchAnswer } from './match-answers';
import { MATCH_TEXTS } from './match-texts';
import { formatPoints } from './numbers';

const FULL_BP = 10_000;

/** The factors in the order of the bar. */
export const FACTOR_ORDER = [
  'COMPETENCY',
  'OCCUPATION',
  'EXPERIENCE',
  'DISTANCE',
  'EDUCATION',
  'AVAILABILITY',
  'WITHHELD',
] as const;

/** SPECIFICITY, also where it stands in what is withheld, shortens what competencies and work done have earned. */
const EVIDENCE: readonly string[] = ['COMPETENCY', 'OCCUPATION'];

/** The stacked bar: its segments end exactly at the score; what a vague vacancy cuts stands pale behind. */
export function renderScoreBar(match: MatchAnswer, lang: Lang): Html {
  const cut = cutOf(match);
  const segments = layOut(match).map(
    ({ line, x, width }) =>
      html`<rect class="f-${line.factor}" x="${x}" width="${width}" height="10"/>`,
  );
  const ghost =
    cut > 0 && html`<rect class="cut" x="${match.scoreBp}" width="${cut}" height="10"/>`;
  return html`<svg class="bar" viewBox="0 0 ${FULL_BP} 10" preserveAspectRatio="none" role="img" aria-label="${describe(match, lang)}">${segments}${ghost}</svg>`;
}

interface Segment {
  line: FactorAnswer;
  x: number;
  width: number;
}

/** Segments side by side; those of the evidence share the cut in proportion, whole basis points each. */
export function layOut(match: MatchAnswer): Segment[] {
  const lines = orderLines(match.factors).filter((line) => line.contributionBp > 0);
  const evidence = sum(lines.filter((line) => EVIDENCE.includes(line.factor)));
  const kept = evidence === 0 ? 0 : (evidence - cutOf(match)) / evidence;
  let drawn = 0;
  let earned = 0;
  return lines.map((line) => {
    earned += line.contributionBp * (EVIDENCE.includes(line.factor) ? kept : 1);
    const x = drawn;
    drawn = Math.round(earned);
    return { line, x, width: drawn - x };
  });
}

function cutOf(match: MatchAnswer): number {
  return -sum(match.factors.filter((line) => line.contributionBp < 0));
}

function sum(lines: readonly FactorAnswer[]): number {
  return lines.reduce((total, line) => total + line.contributionBp, 0);
}

/** The same sum as a list, for reading and for screen readers. */
export function renderBreakdown(match: MatchAnswer, lang: Lang): Html {
  const texts = MATCH_TEXTS[lang];
  const lines = [
    ...orderLines(match.factors),
    ...match.factors.filter((line) => line.factor === 'SPECIFICITY' && line.contributionBp !== 0),
  ];
  return html`<details class="sum"><summary>${texts.breakdown}</summary><dl>${lines.map(
    (line) =>
      html`<div><dt><i class="f-${line.factor}"></i>${nameLine(line, lang)}</dt><dd><data value="${line.contributionBp}">${formatPoints(line.contributionBp, lang)}</data></dd></div>`,
  )}<div class="total"><dt>${texts.total}</dt><dd><data value="${match.scoreBp}">${formatPoints(match.scoreBp, lang)}</data></dd></div></dl></details>`;
}

export function renderLegend(lang: Lang): Html {
  const texts = MATCH_TEXTS[lang];
  return html`<ul class="legend" aria-label="${texts.legend}">${[
    ...FACTOR_ORDER,
    'SPECIFICITY',
  ].map(
    (factor) => html`<li><i class="f-${factor}"></i>${texts.factors[factor] ?? factor}</li>`,
  )}</ul>`;
}

function orderLines(lines: readonly FactorAnswer[]): FactorAnswer[] {
  return FACTOR_ORDER.flatMap((factor) => lines.filter((line) => line.factor === factor));
}

function nameLine(line: FactorAnswer, lang: Lang): string {
  const texts = MATCH_TEXTS[lang];
  const competency = line.requirement?.competency?.label;
  if (line.factor !== 'COMPETENCY' || competency === undefined) {
    return texts.factors[line.factor] ?? line.factor;
  }
  const via = line.via === 'EXACT' ? undefined : texts.via[line.via];
  return via === undefined ? competency : `${competency} (${via})`;
}

function describe(match: MatchAnswer, lang: Lang): string {
  const texts = MATCH_TEXTS[lang];
  const sums = new Map<string, number>();
  for (const line of match.factors) {
    sums.set(line.factor, (sums.get(line.factor) ?? 0) + line.contributionBp);
  }
  const parts = [...sums]
    .filter(([, sum]) => sum !== 0)
    .map(([factor, sum]) => `${texts.factors[factor] ?? factor} ${formatPoints(sum, lang)}`);
  return `${texts.score} ${formatPoints(match.scoreBp, lang)} ${texts.outOf}: ${parts.join(', ')}`;
}
