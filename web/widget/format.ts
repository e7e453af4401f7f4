import { lastInstant } from '../../src/text/office-day';
import { officeFormat } from '../../src/text/office-zone';
import { sayWage } from '../../src/text/wage-bounds';
import type { Requirement, Wage } from './answers';
import { educationLabel, wageUnitLabel } from './code-labels';
import { type Lang, TEXTS } from './texts';

const LOCALES: Readonly<Record<Lang, string>> = { id: 'id-ID', en: 'en-GB' };

export function formatNumber(value: number, lang: Lang, digits = 0): string {
  return new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: digits }).format(value);
}

/** An instant as a day, in the office's time zone as on its own pages; an empty text for what is no date. */
export function formatDay(instant: string, lang: Lang): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  const style = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  return officeFormat(LOCALES[lang], style).format(date);
}

/** The last day before something ends: what ends at midnight was open until the day before. */
export function formatLastDay(end: string, lang: Lang): string {
  const date = new Date(end);
  return Number.isNaN(date.getTime()) ? '' : formatDay(lastInstant(date).toISOString(), lang);
}

export function formatWage(wage: Wage | null, lang: Lang): string {
  const texts = TEXTS[lang];
  const { min = null, max = null, unit = null } = wage ?? {};
  const print = (amounts: readonly number[]) => amounts.map((it) => rupiah(it, lang)).join(' – ');
  const amount = sayWage({ min, max }, lang, print);
  if (amount === null) return texts.wageUnstated;
  return unit === null ? amount : `${amount} ${wageUnitLabel(unit, lang)}`;
}

function rupiah(amount: number, lang: Lang): string {
  const style = { style: 'currency', currency: 'IDR', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(LOCALES[lang], style).format(amount);
}

export function formatDistance(km: number, lang: Lang): string {
  return `${formatNumber(km, lang, km < 10 ? 1 : 0)} km`;
}

export function formatRequirement(requirement: Requirement, lang: Lang): string {
  const { kind, education, minMonths, competency } = requirement;
  const texts = TEXTS[lang];
  if (kind === 'EDUCATION') return `${texts.education}: ${educationLabel(education ?? '', lang)}`;
  if (kind === 'EXPERIENCE') {
    const months = minMonths ?? 0;
    return months === 0 ? texts.noExperience : `${texts.experience} ${span(months, lang)}`;
  }
  return competency?.label ?? '';
}

function span(months: number, lang: Lang): string {
  const texts = TEXTS[lang];
  if (months % 12 === 0) {
    const years = months / 12;
    return `${formatNumber(years, lang)} ${years === 1 ? texts.year : texts.years}`;
  }
  return `${formatNumber(months, lang)} ${months === 1 ? texts.month : texts.months}`;
}
