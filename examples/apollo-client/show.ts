import type { Found } from './client';

/** Adds vacancies to a list. Texts of employers are put in as text, never as markup. */
export function showVacancies(list: HTMLElement, edges: Found['edges'], address: string): void {
  for (const { node } of edges) {
    const link = document.createElement('a');
    link.href = new URL(`/lowongan/${encodeURIComponent(node.slug)}`, address).href;
    link.textContent = node.title;
    const about = document.createElement('p');
    const places = node.regions.map(({ name }) => name).join(', ');
    const { name: employer, verification } = node.employer;
    const mark = verification === 'VERIFIED' ? 'diperiksa dinas' : 'belum diperiksa';
    about.textContent = [employer, mark, places].filter(Boolean).join(' · ');
    const item = document.createElement('li');
    item.append(link, about);
    list.append(item);
  }
}

/** Shows how many vacancies lie in which area; a press chooses one, a second press all again. */
export function showFacets(
  list: HTMLElement,
  facets: Found['facets'],
  chosen: string | null,
  choose: (code: string | null) => void,
): void {
  const buckets = facets.find(({ by }) => by === 'REGION')?.buckets ?? [];
  list.replaceChildren(
    ...buckets.slice(0, 8).map(({ key, label, count }) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = `${label} (${count})`;
      button.setAttribute('aria-pressed', String(key === chosen));
      button.addEventListener('click', () => choose(key === chosen ? null : key));
      const item = document.createElement('li');
      item.append(button);
      return item;
    }),
  );
}
