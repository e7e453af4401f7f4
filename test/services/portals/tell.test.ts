import fc from 'fast-check';
import { guardCount } from '../../../src/services/matching/guarded-count';
import { tell, type VacancyCounts } from '../../../src/services/portals/portal-report';

const row = (vacancyId: string, views: number, opens: number): VacancyCounts => ({
  ...{ vacancyId, views, opens },
});

describe('tell', () => {
  it('shows what may be told, the most viewed first, and sums what it shows', () => {
    const report = tell(
      [row('a', 5, 4), row('b', 12, 6), row('c', 4, 4), row('d', 0, 9)],
      guardCount,
    );
    expect(report).toEqual({
      vacancies: [
        { vacancyId: 'b', views: { value: 12, text: '12' }, opens: { value: 6, text: '6' } },
        { vacancyId: 'a', views: { value: 5, text: '5' }, opens: { value: null, text: '<5' } },
        { vacancyId: 'd', views: { value: null, text: '<5' }, opens: { value: 9, text: '9' } },
      ],
      views: 17,
      opens: 15,
    });
  });

  it('is the same whatever the hidden counts are, so nothing shown leads to them', () => {
    const count = fc.integer({ min: 0, max: 12 });
    const small = fc.integer({ min: 0, max: 4 });
    const rows = fc.array(fc.tuple(count, count, small, small), { maxLength: 12 });
    fc.assert(
      fc.property(rows, (drawn) => {
        const hidden = (value: number, other: number) => (value < 5 ? other : value);
        const real = drawn.map(([views, opens], id) => row(`v${id}`, views, opens));
        const other = drawn.map(([views, opens, a, b], id) =>
          row(`v${id}`, hidden(views, a), hidden(opens, b)),
        );
        expect(tell(other, guardCount)).toEqual(tell(real, guardCount));
      }),
    );
  });
});
