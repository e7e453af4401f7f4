import { newVerifyCode, readVerifyCode } from '../../../src/services/vacancies/codes';

describe('readVerifyCode', () => {
  it.each([
    ['as printed', '7K2M9QXD40'],
    ['in small letters', '7k2m9qxd40'],
    ['with blanks and dashes', ' 7k2m-9qxd — 40 '],
    ['with look-alike letters', '7K2M9QXD4O'],
    ['in full-width letters', '７Ｋ２Ｍ９ＱＸＤ４０'],
    ['as a short link', 'https://kerja.example.go.id/l/7K2M9QXD40?portal=abc'],
    ['as the address of the page', 'kerja.example.go.id/cek/7k2m9qxd40'],
  ])('reads a code %s', (_, typed) => {
    expect(readVerifyCode(typed)).toBe('7K2M9QXD40');
  });

  it('takes I and L for 1, and U for V', () => {
    expect(readVerifyCode('IL00000000')).toBe('1100000000');
    expect(readVerifyCode('U000000000')).toBe('V000000000');
  });

  it.each(['', '7K2M9QXD4', '7K2M9QXD400', '7K2M9QXD4!', "' OR 1=1 --", 'A'.repeat(400)])(
    'takes %j for no code',
    (typed) => {
      expect(readVerifyCode(typed)).toBeNull();
    },
  );

  it('reads every code that is given out', () => {
    for (let count = 0; count < 200; count++) {
      const code = newVerifyCode();
      expect(readVerifyCode(code.toLowerCase())).toBe(code);
    }
  });
});
