import { objectionStates } from '../../../src/entities/vocabulary';
import {
  answerDueAt,
  isOpen,
  isOverdue,
  nextObjection,
  type ObjectionEvent,
} from '../../../src/services/objections/objection-state';

const events: readonly ObjectionEvent[] = ['TAKE', 'UPHOLD', 'REJECT', 'WITHDRAW'];

describe('nextObjection', () => {
  it.each([
    ['FILED', 'IN_REVIEW', null, null, 'WITHDRAWN'],
    ['IN_REVIEW', 'IN_REVIEW', 'UPHELD', 'REJECTED', 'WITHDRAWN'],
    ['UPHELD', null, null, null, null],
    ['REJECTED', null, null, null, null],
    ['WITHDRAWN', null, null, null, null],
  ] as const)('leads from %s as the table of docs/PRIVACY.md says', (state, ...next) => {
    expect(events.map((event) => nextObjection(state, event))).toEqual(next);
  });

  it('ends where nothing is open', () => {
    expect(objectionStates.filter(isOpen)).toEqual(['FILED', 'IN_REVIEW']);
  });
});

describe('answerDueAt', () => {
  it('is ten working days later', () => {
    const filedAt = new Date('2026-11-20T03:00:00Z');
    expect(answerDueAt(filedAt)).toEqual(new Date('2026-12-04T03:00:00Z'));
  });
});

describe('isOverdue', () => {
  const dueAt = new Date('2026-12-04T03:00:00Z');

  it('begins with the next moment', () => {
    expect(isOverdue({ state: 'FILED', dueAt }, dueAt)).toBe(false);
    expect(isOverdue({ state: 'IN_REVIEW', dueAt }, new Date(dueAt.getTime() + 1))).toBe(true);
  });

  it('ends with the answer', () => {
    expect(isOverdue({ state: 'REJECTED', dueAt }, new Date('2027-01-01T00:00:00Z'))).toBe(false);
  });
});
