import { PAGE_BYTES } from '../../../../src/http/pages/layout/page-bytes';
import type { FacetAnswer, ItemAnswer } from '../../../../src/http/pages/vacancies/answers';
import { renderSearchPage } from '../../../../src/http/pages/vacancies/search-page';
import { readSearch } from '../../../../src/http/pages/vacancies/search-request';
import { vacancyLimits } from '../../../../src/services/vacancies/draft';

const now = new Date('2026-11-22T00:00:00Z');
/** Markup takes six bytes for each. */
const quotes = (length: number) => '"'.repeat(length);

const item: ItemAnswer = {
  slug: `x-${'a'.repeat(80)}`,
  title: quotes(vacancyLimits.titleLength),
  ...{ isDemo: true, isRemote: true, publishedAt: now.toISOString() },
  ...{ validThrough: '2026-11-25T16:00:00Z', employmentType: 'APPRENTICESHIP' },
  employer: { name: quotes(200), verification: 'VERIFIED' },
  regions: Array.from({ length: vacancyLimits.regions }, () => ({
    name: 'Kabupaten Banggai Laut',
  })),
  wage: { min: '3000000', max: '99000000', unit: 'MONTH' },
};

const facets: FacetAnswer[] = (['REGION', 'EMPLOYMENT_TYPE', 'OCCUPATION'] as const).map((by) => ({
  by,
  buckets: Array.from({ length: 10 }, (_, number) => ({
    ...{ key: `${by}-${number}`, label: quotes(60), count: 5 },
  })),
}));

const pageOf = (words: string, title = item.title): string => {
  const found = {
    ...{ totalCount: 60, isBroadened: true, isDegraded: true, facets },
    pageInfo: { hasNextPage: true, endCursor: 'a'.repeat(300) },
    edges: Array.from({ length: 20 }, () => ({ node: { ...item, title } })),
  };
  const search = readSearch({ q: words, lang: 'en' });
  return renderSearchPage({
    view: { search, found, region: null, suggestions: [] },
    ...{ origin: 'https://padan.example', portal: 'portal-satu', now },
  }).markup;
};

describe('renderSearchPage', () => {
  it('is within its bytes whatever the vacancies are called and whatever is searched', () => {
    for (const words of ['las', quotes(200), '電'.repeat(200)]) {
      expect(Buffer.byteLength(pageOf(words))).toBeLessThanOrEqual(PAGE_BYTES);
    }
  });

  it('narrows an ordinary search, and tells titles in full', () => {
    const title = 'Operator mesin jahit untuk seragam sekolah dan pakaian kerja, Palu Barat';
    const page = pageOf('jahit', title);
    expect(page).toContain('OCCUPATION-1');
    expect(page.split(title)).toHaveLength(21);
  });
});
