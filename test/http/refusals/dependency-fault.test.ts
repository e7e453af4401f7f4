import { isUnavailable } from '../../../src/http/refusals/dependency-fault';

const withCode = (code: string, options?: ErrorOptions) =>
  Object.assign(new Error('failed', options), { code });

describe('isUnavailable', () => {
  it.each(['ECONNREFUSED', '57P01', '57P03', '53300', '08006', 'UND_ERR_CONNECT_TIMEOUT'])(
    'knows %s, also as a cause',
    (code) => {
      expect(isUnavailable(withCode(code))).toBe(true);
      expect(isUnavailable(new Error('query failed', { cause: withCode(code) }))).toBe(true);
      expect(isUnavailable(Object.assign(new Error(), { driverError: withCode(code) }))).toBe(true);
    },
  );

  it('takes no fault of a statement for one', () => {
    expect(isUnavailable(withCode('23505'))).toBe(false);
    expect(isUnavailable(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isUnavailable('ECONNREFUSED')).toBe(false);
  });
});
