import type { Edge, ListedVacancy } from './answers';
import { employmentLabel } from './code-labels';
import { element } from './dom';
import { formatDistance, formatLastDay, formatWage } from './format';
import type { Scene } from './scene';

/** A vacancy in the list; `open` shows it in place, and is told the link that was followed. */
export function buildCard(
  edge: Edge,
  scene: Scene,
  open: (link: HTMLElement) => void,
): HTMLLIElement {
  const { node } = edge;
  const link = element(
    'a',
    { href: scene.page(['lowongan', node.slug]), part: 'title', class: 'title' },
    node.title,
  );
  link.addEventListener('click', (event) => {
    // With a modifier it is the browser's: a new tab or window with the office's page.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link);
  });
  const { lang } = scene.settings;
  return element(
    'li',
    { class: 'card', part: 'card' },
    element('h3', {}, link),
    element('p', { class: 'employer' }, node.employer.name, ...marks(node, scene)),
    element('p', { class: 'wage' }, formatWage(node.wage, lang)),
    element('p', { class: 'facts' }, factsOf(edge, scene).join(' · ')),
    element(
      'p',
      { class: 'facts' },
      `${scene.texts.open} ${formatLastDay(node.validThrough, lang)}`,
    ),
  );
}

function factsOf({ node, distanceKm }: Edge, { settings, texts }: Scene): string[] {
  const { lang } = settings;
  const facts = [placesOf(node.regions)];
  if (distanceKm !== null) facts.push(`${texts.distance} ${formatDistance(distanceKm, lang)}`);
  if (node.isRemote) facts.push(texts.remote);
  if (node.employmentType !== null) facts.push(employmentLabel(node.employmentType, lang));
  return facts.filter((fact) => fact !== '');
}

export const placesOf = (regions: readonly { name: string }[]) =>
  regions.map(({ name }) => name).join(', ');

/** What stands behind an employer's name: that the office checked it, and that it is invented. */
export function marks(
  { employer, isDemo }: Pick<ListedVacancy, 'employer' | 'isDemo'>,
  { texts }: Scene,
): HTMLElement[] {
  const shown: HTMLElement[] = [];
  if (employer.verification === 'VERIFIED') {
    const tick = element('span', { 'aria-hidden': 'true' }, '✓ ');
    const attributes = { class: 'mark verified', part: 'verified', title: texts.verifiedHint };
    shown.push(element('span', attributes, tick, texts.verified));
  }
  // Most invented names say so themselves.
  if (isDemo && !employer.name.includes('(contoh)'))
    shown.push(element('span', { class: 'mark' }, texts.demo));
  return shown;
}
