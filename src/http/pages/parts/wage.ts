import { sayWage, type WageBounds } from '../../../text/wage-bounds';
import type { Lang } from '../layout/lang';
import { NUMBER_TEXTS } from './number-texts';

/** A wage as the operations of the pages tell it. */
export type WageAnswer = WageBounds & { unit: string | null };

/** A wage as people say it: "Rp3–4,5 juta / bulan", "mulai Rp3 juta / bulan"; null when the ad names none. */
export function formatWage(wage: WageAnswer | null, lang: Lang): string | null {
  if (wage === null) return null;
  const amount = sayWage(wage, lang, (amounts) => printRupiah(amounts, lang));
  const unit = NUMBER_TEXTS[lang].wageUnits[wage.unit ?? ''];
  return amount === null || unit === undefined ? amount : `${amount} / ${unit}`;
}

function printRupiah(amounts: readonly number[], lang: Lang): string {
  const texts = NUMBER_TEXTS[lang];
  const inMillions = amounts.every((amount) => amount >= 1_000_000);
  const [divisor, word] = inMillions ? [1_000_000, texts.million] : [1_000, texts.thousand];
  const format = new Intl.NumberFormat(texts.locale, { maximumFractionDigits: 2 });
  return `Rp${amounts.map((amount) => format.format(amount / divisor)).join('–')} ${word}`;
}
