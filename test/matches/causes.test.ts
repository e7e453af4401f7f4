import { causesOf } from '../../src/matches/causes';

const causeOf = (...kinds: string[]) =>
  causesOf(
    kinds.map((kind, at) => ({ seq: at + 1, aggregate: 'candidate', aggregateId: 'p', kind })),
    'candidate',
  ).get('p')?.cause;

describe('causesOf', () => {
  it('takes who agrees to be matched for somebody new', () => {
    expect(causeOf('candidate.consent_granted')).toBe('NEW_PERSON');
  });

  it('takes who no longer agrees for somebody who left', () => {
    expect(causeOf('candidate.consent_withdrawn')).toBe('PERSON_LEFT');
    expect(causeOf('candidate.consent_granted', 'candidate.consent_withdrawn')).toBe('PERSON_LEFT');
  });

  it('keeps what says more when the profile changed as well', () => {
    expect(causeOf('candidate.consent_granted', 'candidate.updated')).toBe('NEW_PERSON');
  });
});
