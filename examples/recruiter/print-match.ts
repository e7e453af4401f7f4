import type {
  AvailabilityBand,
  DistanceBand,
  EducationBand,
  ExperienceBand,
  MatchCause,
  MatchLineFragment,
} from './generated/operations';

const causes: Record<MatchCause, string> = {
  NEW_PERSON: 'began to look for work',
  COMPETENCY_CONFIRMED: 'a competency was confirmed',
  PROFILE_CHANGED: 'the profile changed',
  PERSON_LEFT: 'no longer looks for work',
  VACANCY_PUBLISHED: 'the vacancy was published',
  REQUIREMENT_CHANGED: 'the vacancy asks for something else',
  VACANCY_CLOSED: 'the vacancy was closed',
  OVERTAKEN: 'others came before',
  PLACE_FREED: 'a place became free',
  VARIOUS: 'several causes',
};
const experiences: Record<ExperienceBand, string> = {
  NONE: 'no experience',
  LT_1Y: 'under 1 year',
  Y1_3: '1–3 years',
  Y3_5: '3–5 years',
  Y5_10: '5–10 years',
  GT_10Y: 'over 10 years',
};
const educations: Record<EducationBand, string> = {
  BASIC: 'up to SD',
  JUNIOR: 'SMP',
  SECONDARY: 'SMA/SMK',
  DIPLOMA: 'D1–D3',
  DEGREE: 'D4/S1',
  POSTGRADUATE: 'S2 and above',
};
const distances: Record<DistanceBand, string> = {
  KM_5: 'within 5 km',
  KM_10: 'within 10 km',
  KM_25: 'within 25 km',
  KM_50: 'within 50 km',
  KM_100: 'within 100 km',
  KM_250: 'within 250 km',
  BEYOND: 'beyond 250 km',
};
const availabilities: Record<AvailabilityBand, string> = {
  IN_TIME: 'free in time',
  LATER: 'free later',
};

/** A match event on one line; times of `timeZone`, by default the machine's. */
export function printMatch(event: MatchLineFragment, timeZone?: string): string {
  const parts = [
    new Date(event.at).toLocaleString('sv-SE', { timeZone }),
    plain(event.vacancy.title),
    `${whatHappened(event)} (${wordFor(event.cause, causes)})`,
    event.verdict && `${event.verdict} ${event.scoreBp}`,
    event.rank && `#${event.rank}`,
    event.handle,
    event.card && printCard(event.card),
  ];
  return parts.filter(Boolean).join('  ');
}

function whatHappened({ kind, entered, risen, left }: MatchLineFragment): string {
  if (kind !== 'SEVERAL') return kind.toLowerCase();
  return `several: ${entered} entered, ${risen} rose, ${left} left`;
}

function printCard(card: NonNullable<MatchLineFragment['card']>): string {
  const bands = [
    wordFor(card.experience, experiences),
    wordFor(card.education, educations),
    wordFor(card.distance, distances),
    wordFor(card.availability, availabilities),
  ];
  return bands.filter(Boolean).join(', ');
}

/** The code itself where a newer service has one that is not known here. */
function wordFor<K extends string>(code: K | null, words: Record<K, string>): string | null {
  return code && (words[code] ?? code);
}

/** Without what could move a terminal's cursor or change its colours. */
function plain(text: string): string {
  return text.replace(/\p{C}/gu, ' ');
}
