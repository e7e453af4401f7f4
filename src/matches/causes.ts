import type { MatchCause } from './match-event';

/** A change that may concern lists. */
export interface ListedChange {
  readonly seq: number;
  readonly aggregate: string;
  readonly aggregateId: string;
  readonly kind: string;
}

/** Why somebody's or a vacancy's places may differ, and the newest change that says so. */
export interface Why {
  readonly cause: MatchCause;
  readonly changeSeq: number;
}

const CAUSES: Readonly<Record<string, MatchCause>> = {
  'candidate.created': 'NEW_PERSON',
  'candidate.activated': 'NEW_PERSON',
  'candidate.consent_granted': 'NEW_PERSON',
  'candidate.competency_confirmed': 'COMPETENCY_CONFIRMED',
  'candidate.paused': 'PERSON_LEFT',
  'candidate.consent_withdrawn': 'PERSON_LEFT',
  'candidate.erased': 'PERSON_LEFT',
  'vacancy.created': 'VACANCY_PUBLISHED',
  'vacancy.published': 'VACANCY_PUBLISHED',
  'vacancy.paused': 'VACANCY_CLOSED',
  'vacancy.closed': 'VACANCY_CLOSED',
  'vacancy.suspended': 'VACANCY_CLOSED',
};

/** What says more stays, whatever else changed beside it. */
const TELLING: readonly MatchCause[] = ['NEW_PERSON', 'COMPETENCY_CONFIRMED', 'VACANCY_PUBLISHED'];

/** Why the people or vacancies among these changes may stand elsewhere, by id. */
export function causesOf(
  changes: readonly ListedChange[],
  aggregate: 'candidate' | 'vacancy',
): Map<string, Why> {
  const usual = aggregate === 'candidate' ? 'PROFILE_CHANGED' : 'REQUIREMENT_CHANGED';
  const found = new Map<string, Why>();
  for (const change of changes) {
    if (change.aggregate !== aggregate) continue;
    const known = found.get(change.aggregateId)?.cause;
    const cause = CAUSES[change.kind] ?? usual;
    const isKept = known !== undefined && TELLING.includes(known) && cause === usual;
    found.set(change.aggregateId, { cause: isKept ? known : cause, changeSeq: change.seq });
  }
  return found;
}
