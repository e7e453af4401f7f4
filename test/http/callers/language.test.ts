import { languageOf } from '../../../src/http/callers/language';

describe('languageOf', () => {
  it.each([
    [undefined, 'ID'],
    ['', 'ID'],
    ['*', 'ID'],
    ['fr, de;q=0.8', 'ID'],
    ['id-ID,id;q=0.9,en-US;q=0.8,en;q=0.7', 'ID'],
    ['en', 'EN'],
    ['en-GB;q=0.9, id;q=0.8', 'EN'],
    ['en;q=0', 'ID'],
    ['en;q=x', 'EN'],
    [','.repeat(5_000), 'ID'],
  ])('reads %j as %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
