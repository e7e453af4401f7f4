import { GraphQLError, type GraphQLScalarType, parseValue } from 'graphql';
import { DateScalar, DateTimeScalar, RupiahScalar } from '../../src/resolvers/scalars';

const refuses = (scalar: GraphQLScalarType, value: unknown) => {
  expect(() => scalar.parseValue(value)).toThrow(GraphQLError);
  expect(() => scalar.parseLiteral(parseValue(JSON.stringify(value)))).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) }),
  );
};

describe('scalars', () => {
  it('read and write what they stand for', () => {
    expect(DateScalar.parseValue('2024-02-29')).toBe('2024-02-29');
    expect(DateTimeScalar.parseValue('2026-01-31T08:00:00+08:00')).toEqual(
      new Date('2026-01-31T00:00:00Z'),
    );
    expect(RupiahScalar.parseLiteral(parseValue('3500000'))).toBe('3500000');
    expect(RupiahScalar.serialize('50000000000')).toBe('50000000000');
  });

  it.each(['2026-02-30', '0001-01-01', '2026-1-1', 'besok', '', 20260101, null])(
    'refuse the day %j',
    (value) => refuses(DateScalar, value),
  );

  it.each(['2026-02-30T00:00:00Z', '0001-01-01T00:00:00Z', '2026-01-31', 5, null])(
    'refuse the instant %j',
    (value) => refuses(DateTimeScalar, value),
  );

  it.each([-1, '-1', '1.5', 1.5, '01', '1e9', '', 'x', '9'.repeat(16), null])(
    'refuse the amount %j',
    (value) => refuses(RupiahScalar, value),
  );
});
