import { type Html, html } from '../layout/html';
import { nameEmployment } from '../parts/employment';
import { formatCount } from '../parts/numbers';
import type { FacetAnswer } from './answers';
import type { SearchView } from './load-search';
import { type SearchRequest, searchAddress } from './search-request';
import { SEARCH_TEXTS } from './texts';

/** More links of one property than this are a list nobody reads. */
const MOST_LINKS = 8;

/** The part of a search that each property decides. */
const CHANGES: Record<FacetAnswer['by'], (key: string) => Partial<SearchRequest>> = {
  REGION: (place) => ({ place }),
  EMPLOYMENT_TYPE: (type) => ({ employmentType: type as SearchRequest['employmentType'] }),
  OCCUPATION: (occupation) => ({ occupation }),
};

/** What narrows the search now, each with the link that removes it. */
export function renderChosen({ search, region, found }: SearchView): Html {
  const texts = SEARCH_TEXTS[search.lang];
  const chosen: readonly (readonly [string | null, Partial<SearchRequest>])[] = [
    [region?.name ?? null, { place: '' }],
    [
      search.employmentType && nameEmployment(search.employmentType, search.lang),
      { employmentType: null },
    ],
    [search.occupation === '' ? null : nameOccupation(found.facets, search), { occupation: '' }],
  ];
  const shown = chosen.filter(([name]) => name !== null);
  if (shown.length === 0) return html``;
  return html`<h3 class="quiet">${texts.chosen}</h3><ul class="chips">${shown.map(
    ([name, change]) =>
      html`<li>${name} <a href="${searchAddress(search, change)}" aria-label="${texts.remove}: ${name}">×</a></li>`,
  )}</ul>`;
}

function nameOccupation(facets: SearchView['found']['facets'], search: SearchRequest): string {
  const buckets = facets.find(({ by }) => by === 'OCCUPATION')?.buckets ?? [];
  const label = buckets.find(({ key }) => key === search.occupation)?.label;
  return label ?? SEARCH_TEXTS[search.lang].facets.OCCUPATION ?? '';
}

/** Links that narrow the search to a value that what was found has. */
export function renderFacets({ search, found, region }: SearchView): Html {
  const texts = SEARCH_TEXTS[search.lang];
  const current = {
    REGION: region?.code,
    EMPLOYMENT_TYPE: search.employmentType,
    OCCUPATION: search.occupation,
  };
  const lists = found.facets.map(({ by, buckets }) => {
    const narrower = buckets.filter(
      ({ key, count }) =>
        key !== current[by] && isNarrower(by, key, current.REGION, count, found.totalCount),
    );
    if (narrower.length === 0) return html``;
    return html`<h3>${texts.facets[by] ?? by}</h3><ul class="buckets">${narrower
      .slice(0, MOST_LINKS)
      .map(
        ({ key, label, count }) =>
          html`<li><a href="${searchAddress(search, CHANGES[by](key))}" rel="nofollow">${label}</a> <b>${formatCount(count, search.lang)}</b></li>`,
      )}</ul>`;
  });
  if (found.totalCount < 2 || found.facets.length === 0) return html``;
  return html`<nav class="panel narrow" aria-labelledby="narrow"><h2 id="narrow">${texts.narrow}</h2>${lists}</nav>`;
}

/** Regions above the chosen one hold it, so they would widen the search. */
function isNarrower(
  by: FacetAnswer['by'],
  key: string,
  region: string | undefined,
  count: number,
  total: number,
): boolean {
  if (by !== 'REGION' || region === undefined) return count < total;
  return key.startsWith(`${region}.`);
}
