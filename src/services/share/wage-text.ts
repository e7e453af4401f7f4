import type { Lang } from '../../errors';
import { sayWage } from '../../text/wage-bounds';
import { labelOf } from '../labels';
import type { SharedVacancy } from './share-facts';

const LOCALES: Readonly<Record<Lang, string>> = { ID: 'id-ID', EN: 'en-GB' };

/** A wage in whole rupiah, such as `Rp3.000.000–4.500.000 per bulan`; null when the ad names none. */
export function wageText(wage: SharedVacancy['wage'], lang: Lang): string | null {
  if (wage === null) return null;
  const format = new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: 0 });
  const print = (amounts: readonly number[]) =>
    `Rp${amounts.map((it) => format.format(it)).join('–')}`;
  const amount = sayWage(wage, lang === 'EN' ? 'en' : 'id', print);
  if (amount === null || wage.unit === null) return amount;
  return `${amount} ${labelOf('wageUnits', wage.unit)[lang]}`;
}
