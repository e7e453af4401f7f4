import type { Bucket, Facet, ListAnswer } from './answers';
import { type Choice, KINDS, type Kind } from './choice';
import { button, element, fill } from './dom';
import { formatNumber } from './format';
import type { Frame } from './frame';
import type { Scene } from './scene';

/** Values of one kind that are offered; the chosen ones always are. */
const MOST_SHOWN = 8;

export interface FacetActions {
  toggle(kind: Kind, key: string): void;
  reset(): void;
}

/** Remembers the names of values, so that a chosen one keeps its name where it has no vacancies. */
export function createFacets(scene: Scene, frame: Frame, actions: FacetActions) {
  const labels = new Map<string, string>();

  const groupOf = (kind: Kind, buckets: readonly Bucket[], chosen: readonly string[]) => {
    const { lang } = scene.settings;
    const chips = bucketsToShow(kind, buckets, chosen, scene).map(({ key, count }) =>
      button(
        {
          class: 'chip',
          part: 'chip',
          'data-key': `${kind} ${key}`,
          'aria-pressed': `${chosen.includes(key)}`,
        },
        () => actions.toggle(kind, key),
        `${labels.get(key) ?? key} `,
        element('span', { class: 'count' }, formatNumber(count, lang)),
      ),
    );
    if (chips.length === 0) return null;
    return element(
      'fieldset',
      {},
      element('legend', {}, scene.texts.kinds[kind]),
      element('div', { class: 'chips' }, ...chips),
    );
  };

  return {
    /** Shows the counts of an answer; the toggle that was used keeps the focus. */
    show(answer: ListAnswer, choice: Choice): void {
      const facets = facetsOf(answer);
      for (const { buckets } of facets) {
        for (const { key, label } of buckets) labels.set(key, label);
      }
      const focused = focusedKey(frame.groups);
      const bucketsBy = (kind: Kind) => facets.find(({ by }) => by === kind)?.buckets ?? [];
      const chosen = KINDS.reduce((sum, kind) => sum + choice.chosen[kind].length, 0);
      const { texts } = scene;
      const reset = button({ class: 'plain', part: 'button' }, actions.reset, texts.reset);
      fill(
        frame.groups,
        ...KINDS.map((kind) => groupOf(kind, bucketsBy(kind), choice.chosen[kind])),
        chosen === 0 ? null : reset,
      );
      frame.filtersLabel.textContent =
        chosen === 0 ? texts.filters : `${texts.filters} (${chosen} ${texts.chosen})`;
      if (focused !== null) focusKey(frame, focused);
    },
  };
}

function facetsOf({ vacancies, types, regions, occupations }: ListAnswer): Facet[] {
  return [vacancies, types, regions, occupations].flatMap((counted) => counted?.facets ?? []);
}

function bucketsToShow(
  kind: Kind,
  buckets: readonly Bucket[],
  chosen: readonly string[],
  { settings }: Scene,
): Pick<Bucket, 'key' | 'count'>[] {
  const offered = kind === 'REGION' ? buckets.filter(isBelow(settings.regions)) : [...buckets];
  const first = offered.slice(0, MOST_SHOWN);
  const missing = chosen.filter((key) => !first.some((bucket) => bucket.key === key));
  return [
    ...first,
    ...missing.map((key) => ({
      key,
      count: buckets.find((bucket) => bucket.key === key)?.count ?? 0,
    })),
  ];
}

/** Regions one level below those of the widget; everywhere: the regencies and cities. */
function isBelow(regions: readonly string[]): (bucket: Bucket) => boolean {
  if (regions.length === 0) return ({ key }) => key.split('.').length === 2;
  return ({ key }) => regions.some((code) => key.slice(0, key.lastIndexOf('.')) === code);
}

function focusedKey(groups: HTMLElement): string | null {
  const { activeElement } = groups.getRootNode() as ShadowRoot;
  if (activeElement === null || !groups.contains(activeElement)) return null;
  return activeElement.getAttribute('data-key') ?? '';
}

/** Where the toggle is gone, as after clearing all, the focus stays with the filters. */
function focusKey({ groups, filters }: Frame, key: string): void {
  const chips = groups.querySelectorAll<HTMLElement>('[data-key]');
  for (let at = 0; at < chips.length; at += 1) {
    if (chips[at]?.getAttribute('data-key') === key) {
      chips[at]?.focus();
      return;
    }
  }
  filters.querySelector('summary')?.focus();
}
