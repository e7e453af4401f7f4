import type { MatchLineFragment } from '../../../examples/recruiter/generated/operations';
import { printMatch } from '../../../examples/recruiter/print-match';

const entry: MatchLineFragment = {
  cursor: 'here',
  at: '2026-11-21T01:15:00.000Z',
  kind: 'ENTERED',
  cause: 'NEW_PERSON',
  vacancy: { title: 'Tukang las' },
  handle: '7657c6e5a0e3e240a420',
  rank: 3,
  scoreBp: 7973,
  verdict: 'STRONG',
  entered: 1,
  risen: 0,
  left: 0,
  card: { experience: 'Y3_5', education: 'SECONDARY', distance: 'KM_10', availability: 'IN_TIME' },
};
const print = (values: Partial<MatchLineFragment> = {}) =>
  printMatch({ ...entry, ...values }, 'Asia/Makassar');

describe('printMatch', () => {
  it('tells who entered which list, why, where and with what', () => {
    expect(print()).toBe(
      '2026-11-21 09:15:00  Tukang las  entered (began to look for work)  STRONG 7973  #3  7657c6e5a0e3e240a420  3–5 years, SMA/SMK, within 10 km, free in time',
    );
  });

  it('leaves out what is not known or may not be shown', () => {
    const card = {
      experience: 'NONE',
      education: null,
      distance: null,
      availability: null,
    } as const;
    expect(print({ card })).toMatch(/420 {2}no experience$/);
    expect(print({ handle: null, card: null })).toMatch(/#3$/);
  });

  it('tells who left with the last score', () => {
    expect(print({ kind: 'LEFT', cause: 'OVERTAKEN', rank: null, card: null })).toBe(
      '2026-11-21 09:15:00  Tukang las  left (others came before)  STRONG 7973  7657c6e5a0e3e240a420',
    );
  });

  it('tells many at once as counts', () => {
    const nobody = { handle: null, rank: null, scoreBp: null, verdict: null, card: null };
    const many = { kind: 'SEVERAL', cause: 'VARIOUS', entered: 40, risen: 5, left: 30 } as const;
    expect(print({ ...many, ...nobody })).toBe(
      '2026-11-21 09:15:00  Tukang las  several: 40 entered, 5 rose, 30 left (several causes)',
    );
  });

  it('shows a code that it does not know as it is', () => {
    expect(print({ cause: 'MOON_ROSE' as 'VARIOUS' })).toContain('entered (MOON_ROSE)');
  });

  it('keeps what a title may do to a terminal away from it', () => {
    expect(print({ vacancy: { title: 'Las\u001b[2J\nKasir\u202e' } })).toContain(
      '  Las [2J Kasir   entered',
    );
  });
});
