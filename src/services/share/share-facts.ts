import type { CloseReason, VacancyState, VerificationStatus } from '../../entities/vocabulary';
import type { Lang } from '../../errors';
import { lastInstant } from '../../text/office-day';
import { officeFormat } from '../../text/office-zone';
import { printable } from '../../text/printable';
import { outcomeOf } from '../vacancies/verify-outcome';
import { wageText } from './wage-text';

/** How an ad is shown: with what to do while it is open, else crossed out. */
export type ShareStanding = 'OPEN' | 'CLOSED' | 'SUSPENDED';

/** What only its employer and the office see: there is nothing to share yet, or any more. */
const HIDDEN: readonly VacancyState[] = [
  'DRAFT',
  'PENDING_REVIEW',
  'NEEDS_CORRECTION',
  'REJECTED',
  'SUSPENDED',
];
export const isShareable = (state: VacancyState): boolean => !HIDDEN.includes(state);

/** A vacancy as everybody may read it. */
export interface SharedVacancy {
  readonly title: string;
  readonly slug: string;
  readonly verifyCode: string;
  readonly description: string;
  readonly state: VacancyState;
  readonly closedReason: CloseReason | null;
  readonly validThrough: Date | string;
  readonly isDemo: boolean;
  readonly wage: {
    readonly min: string | null;
    readonly max: string | null;
    readonly unit: string | null;
  } | null;
  readonly employer: { readonly name: string; readonly verification: VerificationStatus };
  readonly regions: readonly { readonly name: string }[];
}

/** What texts and pictures for sharing are made of; every text is printable. */
export interface ShareFacts {
  readonly title: string;
  readonly employer: string;
  readonly place: string | null;
  readonly wage: string | null;
  readonly openUntil: string;
  readonly description: string;
  readonly standing: ShareStanding;
  readonly isDemo: boolean;
  readonly verifyCode: string;
  readonly slug: string;
  readonly lang: Lang;
}

const LOCALES: Readonly<Record<Lang, string>> = { ID: 'id-ID', EN: 'en-GB' };
const MOST_PLACES = 3;

/** What is shared of a public vacancy as it stands at `now`. */
export function toShareFacts(vacancy: SharedVacancy, lang: Lang, now: Date): ShareFacts {
  const { slug, verifyCode, isDemo, employer } = vacancy;
  const validThrough = new Date(vacancy.validThrough);
  const standing = { ...vacancy, validThrough, verification: employer.verification };
  const places = vacancy.regions.slice(0, MOST_PLACES).map(({ name }) => printable(name));
  return {
    ...{ slug, verifyCode, isDemo, lang },
    title: printable(vacancy.title),
    employer: printable(employer.name),
    place: places.length === 0 ? null : places.join(', '),
    wage: wageText(vacancy.wage, lang),
    openUntil: officeFormat(LOCALES[lang], { dateStyle: 'long' }).format(lastInstant(validThrough)),
    description: printable(vacancy.description),
    standing: standingOf(standing, now),
  };
}

function standingOf(standing: Parameters<typeof outcomeOf>[0], now: Date): ShareStanding {
  const outcome = outcomeOf(standing, now);
  return outcome === 'SUSPENDED' || outcome === 'CLOSED' ? outcome : 'OPEN';
}
