import { PendingCounts } from '../../../src/services/portals/pending-counts';
import { Shown } from '../../../src/services/portals/shown';

const shownOf = (views: string[], opens: string[] = []) => {
  const shown = new Shown();
  for (const id of views) shown.views.add(id);
  for (const id of opens) shown.opens.add(id);
  return shown;
};
const ids = (count: number) => Array.from({ length: count }, (_, index) => `v${index}`);

describe('PendingCounts', () => {
  it('sums views and opens by code and vacancy', () => {
    const pending = new PendingCounts();
    pending.add('a', shownOf(['v1', 'v2'], ['v1']), true);
    pending.add('a', shownOf(['v1']), true);
    pending.add('b', shownOf([], ['v1']), true);
    expect(pending.list()).toEqual([
      { code: 'a', vacancyId: 'v1', views: 2, opens: 1 },
      { code: 'a', vacancyId: 'v2', views: 1, opens: 0 },
      { code: 'b', vacancyId: 'v1', views: 0, opens: 1 },
    ]);
  });

  it('takes few codes that nobody knows, and of each few vacancies', () => {
    const pending = new PendingCounts();
    for (let code = 0; code < 1_000; code++) {
      pending.add(`unknown-${code}`, shownOf(ids(1_000)), false);
    }
    pending.add('known', shownOf(ids(1_000)), true);
    const counts = pending.list();
    expect(counts.filter(({ code }) => code !== 'known')).toHaveLength(50 * 200);
    expect(counts.filter(({ code }) => code === 'known')).toHaveLength(1_000);
  });

  it('ends at a number of vacancies in all, whoever shows them', () => {
    const pending = new PendingCounts();
    for (let code = 0; code < 20; code++) pending.add(`known-${code}`, shownOf(ids(9_000)), true);
    expect(pending.list()).toHaveLength(100_000);
  });
});
