import type { NewMatchEvent } from '../../src/matches/match-event';

/** Somebody enters a vacancy's list with a good match, unless said otherwise. */
export function anEvent(
  values: Partial<NewMatchEvent> & Pick<NewMatchEvent, 'employerId' | 'vacancyId' | 'candidateId'>,
): NewMatchEvent {
  const kind = values.kind ?? 'ENTERED';
  return {
    changeSeq: 1,
    kind,
    cause: 'NEW_PERSON',
    verdict: 'POSSIBLE',
    scoreBp: 6_000,
    rank: 1,
    entered: kind === 'ENTERED' ? 1 : 0,
    risen: kind === 'ROSE' ? 1 : 0,
    left: kind === 'LEFT' ? 1 : 0,
    at: new Date('2026-11-22T00:00:00Z'),
    ...values,
  };
}
