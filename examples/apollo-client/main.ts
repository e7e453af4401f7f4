import { createSearch, type Found } from './client';
import { askService } from './own-query';
import { showFacets, showVacancies } from './show';

const address = new URLSearchParams(location.search).get('address') ?? 'http://localhost:4000';
const search = createSearch(address);

const find = <T extends Element>(selector: string) => document.querySelector<T>(selector) as T;
const form = find<HTMLFormElement>('form');
const words = find<HTMLInputElement>('input');
const status = find<HTMLElement>('[role=status]');
const facets = find<HTMLElement>('.facets');
const list = find<HTMLElement>('.vacancies');
const more = find<HTMLButtonElement>('.more');
const notice = find<HTMLElement>('.notice');

let region: string | null = null;
let next: string | null = null;
/** Only the answer to the last question counts. */
let turn = 0;

async function load(after: string | null): Promise<void> {
  const own = ++turn;
  status.textContent = 'Memuat …';
  const filter = { q: words.value.trim() || null, regionCodes: region === null ? null : [region] };
  try {
    const found = await search({ filter, first: 5, after });
    if (own === turn) show(found, after);
  } catch (error) {
    if (own === turn) status.textContent = (error as Error).message;
  }
}

function show(found: Found, after: string | null): void {
  const { totalCount, facets: counted, edges, pageInfo } = found;
  if (after === null) list.replaceChildren();
  showVacancies(list, edges, address);
  showFacets(facets, counted, region, (code) => {
    region = code;
    void load(null);
  });
  next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  more.hidden = next === null;
  status.textContent = `${totalCount} lowongan, ${list.children.length} ditampilkan`;
}

async function warn(): Promise<void> {
  const service = await askService(address).catch(() => null);
  const warnings = [
    service?.isDemo && 'Ada lowongan contoh yang bukan sungguhan.',
    service?.isDegraded && 'Pencarian sedang terbatas.',
  ];
  notice.textContent = warnings.filter(Boolean).join(' ');
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void load(null);
});
more.addEventListener('click', () => void load(next));
void load(null);
void warn();
