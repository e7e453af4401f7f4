import { isPlainText } from '../../src/services/plain-text';

describe('isPlainText', () => {
  it('accepts letters, line breaks and signs of any script', () => {
    expect(isPlainText('Juru las — 3–5 juta\nSIM B1 ✔ 👷‍♀️', 200)).toBe(true);
  });

  it('refuses what nobody can see', () => {
    for (const text of ['', '   ', '\u200B\u200D', '\uFEFF']) {
      expect(isPlainText(text, 200)).toBe(false);
    }
  });

  it('refuses control characters, reordering and lone surrogates', () => {
    for (const text of ['a\u0000b', 'a\u001Bb', 'a\u202Eb', 'a\u2066b', 'a\uD800', '\uDC00a']) {
      expect(isPlainText(text, 200)).toBe(false);
    }
  });

  it('counts characters up to the limit', () => {
    expect(isPlainText('a'.repeat(200), 200)).toBe(true);
    expect(isPlainText('a'.repeat(201), 200)).toBe(false);
  });
});
