import { CircuitBreaker, CircuitOpenError } from '../../src/search/circuit-breaker';

let isWell = true;
const onOutage = jest.fn();
const ask = async () => {
  if (!isWell) throw new Error('down');
  return 'answer';
};

function build(): CircuitBreaker {
  return new CircuitBreaker({
    failureLimit: 3,
    probeEveryMs: 1_000,
    probe: ask,
    isOutage: (error) => (error as Error).message === 'down',
    onOutage,
  });
}

let breaker: CircuitBreaker;

beforeEach(() => {
  jest.useFakeTimers();
  isWell = true;
  onOutage.mockClear();
  breaker = build();
});

afterEach(() => {
  breaker.close();
  jest.useRealTimers();
});

async function fail(times: number) {
  for (let turn = 0; turn < times; turn += 1) {
    await expect(breaker.run(ask)).rejects.toThrow('down');
  }
}

describe('CircuitBreaker', () => {
  it('opens after failures in a row and then refuses without asking', async () => {
    isWell = false;
    await fail(3);
    expect(breaker.isOpen).toBe(true);
    isWell = true;
    await expect(breaker.run(ask)).rejects.toThrow(CircuitOpenError);
  });

  it('forgets failures after a success', async () => {
    isWell = false;
    await fail(2);
    isWell = true;
    await breaker.run(ask);
    isWell = false;
    await fail(2);
    expect(breaker.isOpen).toBe(false);
  });

  it('tells of everybody who has to do without', async () => {
    await breaker.run(ask);
    expect(onOutage).not.toHaveBeenCalled();
    isWell = false;
    await fail(3);
    await expect(breaker.run(ask)).rejects.toThrow(CircuitOpenError);
    expect(onOutage).toHaveBeenCalledTimes(4);
  });

  it('does not count what the caller did wrong', async () => {
    const refuse = () => breaker.run(() => Promise.reject(new Error('bad filter')));
    for (let turn = 0; turn < 5; turn += 1) await expect(refuse()).rejects.toThrow('bad filter');
    expect(breaker.isOpen).toBe(false);
  });

  it('closes when the probe succeeds', async () => {
    isWell = false;
    await fail(3);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(breaker.isOpen).toBe(true);
    isWell = true;
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await breaker.run(ask)).toBe('answer');
  });

  it('opens again at the first failure after it closed', async () => {
    isWell = false;
    await fail(3);
    isWell = true;
    await jest.advanceTimersByTimeAsync(1_000);
    isWell = false;
    await fail(1);
    expect(breaker.isOpen).toBe(true);
  });
});
