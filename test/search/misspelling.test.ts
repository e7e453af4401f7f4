import { isMisspelling } from '../../src/search/misspelling';

const known = new Set(['technical', 'engineer', 'manager', 'specialist']);
const check = (words: string, name: string) =>
  isMisspelling(words, name, (word) => known.has(word));

describe('isMisspelling', () => {
  it.each([
    ['tukng las', 'Tukang las'],
    ['Puchasing Staff', 'purchasing staff'],
    ['shop keeper', 'shopkeeper'],
    ['satapm', 'satpam'],
  ])('forgives %s for %s', (words, name) => {
    expect(check(words, name)).toBe(true);
  });

  it.each([
    ['technical engineer', 'mechanical engineer'],
    ['case manager', 'cafe manager'],
    ['hris specialist', 'gis specialist'],
    ['renewal manager', 'general manager'],
    ['operator', 'operator mesin'],
  ])('does not take %s for %s', (words, name) => {
    expect(check(words, name)).toBe(false);
  });
});
