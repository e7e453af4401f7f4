import { hold, type SpeedLine } from '../../src/evaluation/ranking-speed/lines';
import { PROVINCES } from '../../src/evaluation/ranking-speed/provinces';
import { measureRanking } from '../../src/evaluation/ranking-speed/run';

describe('measureRanking', () => {
  test.each(['generated', 'starter'] as const)(
    'finds no difference on the %s taxonomy',
    async (taxonomy) => {
      const lines: SpeedLine[] = [];
      const size = { taxonomy, people: 2_000, vacancies: 25 };
      const rest = { compared: 25, sides: ['objects'] as const, sideVacancies: 5 };
      await measureRanking({ ...size, ...rest }, (line) => void lines.push(line));
      expect(lines[0]).toMatchObject({ taxonomy, people: 2_000 });
      const compared = lines.filter((line) => 'differences' in line);
      expect(compared.map(({ reach, differences }) => [reach, differences])).toEqual(
        ['regency', 'province', 'nation', 'regency', 'province', 'nation'].map((reach) => [
          ...[reach, 0],
        ]),
      );
      expect(compared[2]).toMatchObject({ vacancies: 25, wholeOrders: 2 });
    },
  );

  test('spreads people over 38 provinces and 514 regencies', () => {
    expect(PROVINCES).toHaveLength(38);
    expect(PROVINCES.reduce((sum, [, regencies]) => sum + regencies, 0)).toBe(514);
  });
});

describe('hold', () => {
  test.each([
    [5, true],
    [5.01, false],
  ])('says whether %d is within a bar of 5', (p95Ms, isMet) => {
    expect(hold({ p95Ms }, { of: 'p95Ms', most: 5 })).toEqual({
      ...{ p95Ms, bar: 'p95Ms ≤ 5', isMet },
    });
  });

  test('gives the starter taxonomy no bar', () => {
    expect(hold({ p95Ms: 9 }, { of: 'p95Ms', most: 5 }, 'starter')).toEqual({ p95Ms: 9 });
  });
});
