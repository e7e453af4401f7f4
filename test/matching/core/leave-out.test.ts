import { leaveOut } from '../../../src/matching/core/leave-out';
import { buildVacancy } from './builders';

const requirement = (id: string) => ({
  id,
  kind: 'COMPETENCY' as const,
  competency: 1,
  minLevel: 1,
  necessity: 'MUST' as const,
  weightBp: 10_000,
});
const threshold = (id: string) => ({
  id,
  necessity: 'SHOULD' as const,
  weightBp: 10_000,
  minimum: 1,
});
const facts = buildVacancy({
  requirements: [requirement('a'), requirement('b')],
  education: threshold('c'),
  experience: threshold('d'),
});

describe('leaveOut', () => {
  it('drops the named competency and keeps the rest', () => {
    expect(leaveOut(facts, ['a'])).toEqual({ ...facts, requirements: [requirement('b')] });
  });

  it('drops education and experience', () => {
    expect(leaveOut(facts, ['c', 'd'])).toEqual({ ...facts, education: null, experience: null });
  });

  it('changes nothing for requirements of other vacancies', () => {
    expect(leaveOut(facts, ['z'])).toEqual(facts);
  });
});
