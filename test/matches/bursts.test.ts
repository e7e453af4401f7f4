import { BURST_MS, type Burst, MOST_TOLD, NO_BURST, overdue, tell } from '../../src/matches/bursts';
import type { MatchCause, NewMatchEvent } from '../../src/matches/match-event';

const START = new Date('2026-11-10T03:00:00Z');
const later = (ms: number) => new Date(START.getTime() + ms);
const about = { changeSeq: 7, employerId: 'employer', vacancyId: 'vacancy' };

const some = (count: number, cause: MatchCause = 'NEW_PERSON'): NewMatchEvent[] =>
  Array.from({ length: count }, (_, at) => ({
    ...about,
    ...{ kind: 'ENTERED', cause, candidateId: `${at}`, verdict: 'STRONG', scoreBp: 9_000, rank: 1 },
    ...{ entered: 1, risen: 0, left: 0, at: START },
  }));

describe('tell', () => {
  it('tells up to fifty in a minute one by one, however they come', () => {
    const first = tell(NO_BURST, some(20), START);
    const second = tell(first.burst, some(30), later(1_000));
    expect([first.events.length, second.events.length]).toEqual([20, 30]);
    expect(second.burst.cause).toBeNull();
  });

  it('tells more that come at once as one event', () => {
    const { events } = tell(NO_BURST, some(MOST_TOLD + 1), START);
    expect(events).toEqual([
      expect.objectContaining({
        ...about,
        ...{ kind: 'SEVERAL', cause: 'NEW_PERSON', entered: 51, candidateId: null, rank: null },
      }),
    ]);
  });

  it('counts what goes beyond fifty until the minute is over', () => {
    const first = tell(NO_BURST, some(45), START);
    const second = tell(first.burst, some(10), later(1_000));
    const third = tell(second.burst, some(5, 'PROFILE_CHANGED'), later(2_000));
    expect([second.events, third.events]).toEqual([[], []]);
    expect(overdue(third.burst, about, later(BURST_MS))).toEqual([
      expect.objectContaining({
        kind: 'SEVERAL',
        cause: 'VARIOUS',
        entered: 15,
        at: later(BURST_MS),
      }),
    ]);
  });

  it('tells what was counted before what comes in a later minute', () => {
    const busy: Burst = { ...NO_BURST, endsAt: START, count: 60, left: 9, cause: 'OVERTAKEN' };
    const { events, burst } = tell(busy, some(1), later(1));
    expect(events.map(({ kind, left }) => [kind, left])).toEqual([
      ['SEVERAL', 9],
      ['ENTERED', 0],
    ]);
    expect(burst).toMatchObject({ count: 1, cause: null, left: 0 });
  });

  it('tells who comes right after a vacancy was published', () => {
    const list = tell(NO_BURST, some(80, 'VACANCY_PUBLISHED'), START);
    const next = tell(list.burst, some(1), later(10));
    expect(list.events).toEqual([expect.objectContaining({ kind: 'SEVERAL', entered: 80 })]);
    expect(next.events).toEqual(some(1));
  });

  it('changes nothing where nothing happened', () => {
    const busy: Burst = { ...NO_BURST, endsAt: START, count: 60, left: 9, cause: 'OVERTAKEN' };
    expect(tell(busy, [], later(5))).toEqual({ events: [], burst: busy });
  });
});
