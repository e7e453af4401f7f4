import { measureRanking } from '../../src/evaluation/ranking-speed/measure';
import { PROVINCES } from '../../src/evaluation/ranking-speed/provinces';

describe('measureRanking', () => {
  test.each(['generated', 'starter'] as const)(
    'finds no difference on the %s taxonomy',
    (taxonomy) => {
      const lines = [...measureRanking({ taxonomy, people: 2_000, vacancies: 5, compared: 5 })];
      expect(lines[0]).toMatchObject({ taxonomy, people: 2_000 });
      const compared = lines.filter((line) => 'differences' in line);
      expect(compared.map(({ reach, differences }) => [reach, differences])).toEqual([
        ['regency', 0],
        ['province', 0],
        ['nation', 0],
      ]);
    },
  );

  test('spreads people over 38 provinces and 514 regencies', () => {
    expect(PROVINCES).toHaveLength(38);
    expect(PROVINCES.reduce((sum, [, regencies]) => sum + regencies, 0)).toBe(514);
  });
});
