import { base32, findStep, stepAt, totpCode, totpUri } from '../../src/identity/totp';

const secret = Buffer.from('12345678901234567890');

describe('totpCode', () => {
  // RFC 6238, appendix B (SHA-1, eight digits); six digits are the last six.
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at second %i is %s', (seconds, code) => {
    const step = stepAt(new Date(seconds * 1000));
    expect(totpCode(secret, step, 8)).toBe(code);
    expect(totpCode(secret, step)).toBe(code.slice(2));
  });
});

describe('findStep', () => {
  const at = new Date('2026-11-21T01:00:00Z');
  const now = stepAt(at);

  it('takes the codes of this step and of its neighbours', () => {
    for (const step of [now - 1, now, now + 1]) {
      expect(findStep(secret, totpCode(secret, step), at, null)).toBe(step);
    }
    expect(findStep(secret, totpCode(secret, now - 2), at, null)).toBeNull();
    expect(findStep(secret, totpCode(secret, now + 2), at, null)).toBeNull();
  });

  it('takes no step twice, and none before one that was used', () => {
    const code = totpCode(secret, now);
    expect(findStep(secret, code, at, now)).toBeNull();
    expect(findStep(secret, totpCode(secret, now - 1), at, now)).toBeNull();
    expect(findStep(secret, totpCode(secret, now + 1), at, now)).toBe(now + 1);
  });

  it.each(['', '12345', '1234567', 'abcdef', '０００000'])('does not take %j', (code) => {
    expect(findStep(secret, code, at, null)).toBeNull();
  });
});

describe('base32', () => {
  // RFC 4648, 10.
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('writes %j as %s', (text, written) => {
    expect(base32(Buffer.from(text))).toBe(written);
  });
});

it('an app is told all it needs', () => {
  expect(totpUri(secret, 'Ani L.')).toBe(
    'otpauth://totp/Padan%3AAni%20L.?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Padan',
  );
});
