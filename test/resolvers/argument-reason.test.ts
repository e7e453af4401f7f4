import { argumentReason, shapes } from '../../src/resolvers/argument-reason';

describe('argumentReason', () => {
  it('says of a pattern what that pattern asks for', () => {
    expect(argumentReason('matches', '0', shapes.month).en).toBe(
      'it must be a month such as 2026-11',
    );
  });

  it('says nothing of regions where a pattern states no reason', () => {
    expect(argumentReason('matches', 'x must match /y/').en).toBe('it is not accepted');
  });
});
