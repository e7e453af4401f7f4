import type { Lang } from '../layout/lang';
import { formatWage, type WageAnswer } from './wage';

/** What the line below a vacancy's title tells. */
export interface OfferAnswer {
  id: string;
  slug: string;
  title: string;
  employer: { name: string };
  regions: readonly { name: string }[];
  wage: WageAnswer | null;
}

/** Employer, places and wage in one line, and what else there is to say; nothing for what is not known. */
export function sayOffer(offer: OfferAnswer, lang: Lang, ...more: readonly string[]): string {
  const places = offer.regions.map(({ name }) => name).join(', ');
  return [offer.employer.name, places, formatWage(offer.wage, lang) ?? '', ...more]
    .filter((fact) => fact !== '')
    .join(' · ');
}
