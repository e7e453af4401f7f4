import { newSlug, newVerifyCode, slugOf } from '../../../src/services/vacancies/codes';

describe('slugOf', () => {
  it('joins the ASCII words of a title', () => {
    expect(slugOf('  Juru Masak — Café "Teluk" (Palu) ')).toBe('juru-masak-cafe-teluk-palu');
  });

  it('cuts a long title without a trailing hyphen', () => {
    expect(slugOf('kasir '.repeat(30))).toMatch(/^(kasir-)+kasi?r?$/);
    expect(slugOf('kasir '.repeat(30)).length).toBeLessThanOrEqual(60);
  });

  it('has a word for a title without any', () => {
    expect(slugOf('招聘')).toBe('lowongan');
  });
});

describe('newSlug', () => {
  it('tells equal titles apart', () => {
    expect(newSlug('Kasir')).not.toBe(newSlug('Kasir'));
    expect(newSlug('Kasir')).toMatch(/^kasir-[0-9a-z]{6}$/);
  });
});

describe('newVerifyCode', () => {
  it('has ten characters that cannot be misread', () => {
    expect(newVerifyCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
  });
});
