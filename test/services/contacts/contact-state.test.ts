import {
  applicationStates,
  type ContactState,
  contactEvents,
  contactStates,
} from '../../../src/entities/vocabulary';
import {
  canMove,
  contactStateAt,
  isOver,
  nextContact,
} from '../../../src/services/contacts/contact-state';

const NOW = new Date('2026-11-21T01:00:00Z');

// Each line: the state before, and what every event makes of it (`-` = cannot happen).
const TABLE = `
  before        | INVITE  | ACCEPT    | DECLINE  | EXPIRE  | APPLY     | WITHDRAW
  NOT_REQUESTED | INVITED | -         | -        | -       | CONSENTED | -
  INVITED       | -       | CONSENTED | DECLINED | EXPIRED | CONSENTED | -
  CONSENTED     | -       | -         | -        | -       | -         | DECLINED
  DECLINED      | -       | -         | -        | -       | CONSENTED | -
  EXPIRED       | INVITED | -         | -        | -       | CONSENTED | -
`;
const [[, ...events], ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('nextContact', () => {
  it('is told for every state and event', () => {
    expect(events.sort()).toEqual([...contactEvents].sort());
    expect(rows.map(([state]) => state).sort()).toEqual([...contactStates].sort());
  });

  const header = TABLE.trim().split('\n')[0].split('|').slice(1);
  it.each(
    rows.flatMap(([before, ...after]) =>
      after.map((state, at) => [before, header[at].trim(), state] as const),
    ),
  )('makes of %s by %s: %s', (before, event, after) => {
    const next = nextContact(before as ContactState, event as (typeof contactEvents)[number]);
    expect(next ?? '-').toBe(after);
  });

  it('asks nobody again who said no', () => {
    expect(nextContact('DECLINED', 'INVITE')).toBeNull();
  });
});

describe('contactStateAt', () => {
  const at = (state: ContactState, invitationExpiresAt: Date | null) =>
    contactStateAt({ state, invitationExpiresAt }, NOW);

  it('lets an invitation expire by the clock', () => {
    expect(at('INVITED', new Date(NOW.getTime() + 1))).toBe('INVITED');
    expect(at('INVITED', NOW)).toBe('EXPIRED');
  });

  it.each(contactStates.filter((state) => state !== 'INVITED'))('leaves %s as it is', (state) => {
    expect(at(state, NOW)).toBe(state);
  });
});

describe('canMove', () => {
  it('goes forwards, never back, and never on from an end', () => {
    const allowed = applicationStates.flatMap((from) =>
      applicationStates.filter((to) => canMove(from, to)).map((to) => `${from} > ${to}`),
    );
    expect(allowed).toEqual([
      ...['VIEWED', 'SHORTLISTED', 'INTERVIEW', 'OFFERED', 'HIRED', 'DECLINED'].map(
        (to) => `SUBMITTED > ${to}`,
      ),
      ...['SHORTLISTED', 'INTERVIEW', 'OFFERED', 'HIRED', 'DECLINED'].map((to) => `VIEWED > ${to}`),
      ...['INTERVIEW', 'OFFERED', 'HIRED', 'DECLINED'].map((to) => `SHORTLISTED > ${to}`),
      ...['OFFERED', 'HIRED', 'DECLINED'].map((to) => `INTERVIEW > ${to}`),
      ...['HIRED', 'DECLINED'].map((to) => `OFFERED > ${to}`),
    ]);
    expect(applicationStates.filter(isOver)).toEqual(['HIRED', 'DECLINED', 'WITHDRAWN']);
  });
});
