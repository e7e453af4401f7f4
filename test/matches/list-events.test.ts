import { causesOf, type Why } from '../../src/matches/causes';
import { eventsOf } from '../../src/matches/list-events';
import type { Standing } from '../../src/matches/standing-list';

const change = (seq: number, aggregate: string, aggregateId: string, kind: string) => ({
  ...{ seq, aggregate, aggregateId, kind },
});

describe('causesOf', () => {
  it('names why people changed, what says more first', () => {
    const changes = [
      change(1, 'candidate', 'a', 'candidate.activated'),
      change(2, 'candidate', 'a', 'candidate.updated'),
      change(3, 'candidate', 'b', 'candidate.competency_confirmed'),
      change(4, 'candidate', 'c', 'candidate.activated'),
      change(5, 'candidate', 'c', 'candidate.paused'),
      change(6, 'vacancy', 'v', 'vacancy.updated'),
    ];
    expect(causesOf(changes, 'candidate')).toEqual(
      new Map([
        ['a', { cause: 'NEW_PERSON', changeSeq: 2 }],
        ['b', { cause: 'COMPETENCY_CONFIRMED', changeSeq: 3 }],
        ['c', { cause: 'PERSON_LEFT', changeSeq: 5 }],
      ]),
    );
    expect(causesOf(changes, 'vacancy')).toEqual(
      new Map([['v', { cause: 'REQUIREMENT_CHANGED', changeSeq: 6 }]]),
    );
  });
});

describe('eventsOf', () => {
  const standing = (candidateId: string): Standing => ({
    ...{ candidateId, verdict: 'STRONG', scoreBp: 8_000, verified: 0, confirmedMonth: 0 },
    ...{ tie: 0, person: 1 },
  });
  const changes = {
    entered: [{ ...standing('new'), rank: 3 }],
    risen: [],
    left: [standing('old')],
  };
  const reasons = {
    ...{ employerId: 'e', vacancyId: 'v', vacancy: null, isAgeing: false, changeSeq: 9 },
    ...{ people: new Map<string, Why>(), at: new Date(0) },
  };
  const causes = (own: Partial<typeof reasons> | { vacancy: Why }) =>
    eventsOf(changes, { ...reasons, ...own }).map(({ kind, cause }) => `${kind} ${cause}`);

  it('say of who did not change that a place became free or was taken', () => {
    expect(causes({})).toEqual(['LEFT OVERTAKEN', 'ENTERED PLACE_FREED']);
  });

  it('say why who changed did, and never that somebody left for having come', () => {
    const why: Why = { cause: 'NEW_PERSON', changeSeq: 8 };
    const people = new Map([
      ['new', why],
      ['old', why],
    ]);
    expect(causes({ people })).toEqual(['LEFT OVERTAKEN', 'ENTERED NEW_PERSON']);
    expect(eventsOf(changes, { ...reasons, people })[1]).toMatchObject({ changeSeq: 8, rank: 3 });
  });

  it('say of a changed vacancy that it changed', () => {
    const vacancy: Why = { cause: 'REQUIREMENT_CHANGED', changeSeq: 8 };
    expect(causes({ vacancy })).toEqual([
      'LEFT REQUIREMENT_CHANGED',
      'ENTERED REQUIREMENT_CHANGED',
    ]);
  });

  it('are silent about whom time alone has moved', () => {
    const people = new Map<string, Why>([['new', { cause: 'PROFILE_CHANGED', changeSeq: 8 }]]);
    expect(causes({ people, isAgeing: true })).toEqual(['ENTERED PROFILE_CHANGED']);
  });
});
