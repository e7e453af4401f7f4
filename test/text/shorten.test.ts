import { shorten } from '../../src/text/shorten';

describe('shorten', () => {
  it.each([
    ['Menjaga gedung', 20, 'Menjaga gedung'],
    ['Menjaga gedung pada malam hari', 20, 'Menjaga gedung pada…'],
    ['Menjaga gedung, malam', 18, 'Menjaga gedung…'],
    ['Menjaga gedung pada', 15, 'Menjaga gedung…'],
    ['x'.repeat(30), 10, `${'x'.repeat(9)}…`],
  ])('cuts "%s" at %i as "%s"', (text, length, short) => {
    expect(shorten(text, length)).toBe(short);
  });
});
