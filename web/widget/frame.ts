import type { Order } from './choice';
import { button, element, outwardLink } from './dom';
import type { Scene } from './scene';

/** The parts of a widget that stay while what is in them changes. */
export interface Frame {
  whole: HTMLElement;
  /** Everything but the vacancy that is shown in place. */
  browse: HTMLElement;
  detail: HTMLElement;
  query: HTMLInputElement;
  near: HTMLButtonElement;
  nearNote: HTMLElement;
  order: HTMLSelectElement;
  filters: HTMLDetailsElement;
  filtersLabel: HTMLElement;
  groups: HTMLElement;
  /** Read out by screen readers as it changes. */
  status: HTMLElement;
  notes: HTMLElement;
  list: HTMLElement;
  more: HTMLButtonElement;
  failure: HTMLElement;
}

export interface FrameActions {
  search(): void;
  toggleNear(): void;
  changeOrder(order: Order): void;
  more(): void;
}

const ORDERS: readonly Order[] = ['RELEVANCE', 'NEWEST', 'CLOSING_SOON', 'WAGE'];
// Where there is room, the filters need no click.
const WIDE_PX = 640;

export function buildFrame(scene: Scene, actions: FrameActions): Frame {
  const { texts, settings, host } = scene;
  const query = searchField(scene);
  const near = button(
    { class: 'plain', part: 'button', 'aria-pressed': 'false', 'aria-describedby': 'near-hint' },
    actions.toggleNear,
    texts.near,
  );
  near.hidden = settings.near === 'off';
  const nearNote = element('p', { id: 'near-hint', class: 'hint' });
  const order = orderField(scene, actions.changeOrder);
  const groups = element('div', { class: 'groups' });
  const filtersLabel = element('span', {}, texts.filters);
  const filters = element(
    'details',
    { part: 'filters', class: 'filters', open: host.clientWidth >= WIDE_PX },
    element('summary', {}, filtersLabel),
    groups,
  );
  const status = element('p', {
    role: 'status',
    tabindex: '-1',
    class: 'status',
    part: 'status',
  });
  const notes = element('div', {});
  const list = element('ul', { role: 'list', class: 'list', part: 'list' });
  const more = button({ class: 'plain more', part: 'button more' }, actions.more, texts.more);
  more.hidden = true;
  const failure = element('div', { role: 'alert' });
  const browse = element(
    'div',
    {},
    searchForm(query, actions.search, texts.submit, {
      label: texts.search,
      name: nameOf(texts.search, scene),
    }),
    element('div', { class: 'tools' }, near, element('label', {}, `${texts.order} `, order)),
    nearNote,
    filters,
    status,
    notes,
    list,
    failure,
    more,
    element(
      'p',
      { class: 'foot' },
      outwardLink({ part: 'link' }, scene.page(['lowongan']), texts.newTab, texts.all),
    ),
  );
  const detail = element('article', { part: 'detail', class: 'detail', hidden: true });
  const whole = element(
    'section',
    {
      class: 'widget',
      part: 'widget',
      lang: settings.lang,
      'aria-label': nameOf(texts.region, scene),
    },
    browse,
    detail,
  );
  return {
    ...{ whole, browse, detail, query, near, nearNote, order, filters, filtersLabel, groups },
    ...{ status, notes, list, more, failure },
  };
}

/** Several widgets of a page are told apart by what each was given to show. */
const nameOf = (what: string, { settings }: Scene): string =>
  [what, settings.query, ...settings.regions].filter(Boolean).join(' · ');

function searchField({ texts }: Scene): HTMLInputElement {
  return element('input', {
    id: 'query',
    type: 'search',
    part: 'input',
    maxlength: '200',
    autocomplete: 'off',
    enterkeyhint: 'search',
    placeholder: texts.placeholder,
  });
}

function searchForm(
  query: HTMLInputElement,
  search: () => void,
  submit: string,
  { label, name }: { label: string; name: string },
): HTMLFormElement {
  const form = element(
    'form',
    { role: 'search', class: 'search', 'aria-label': name },
    element('label', { for: 'query' }, label),
    query,
    element('button', { part: 'button submit' }, submit),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search();
  });
  return form;
}

function orderField({ texts }: Scene, change: (order: Order) => void): HTMLSelectElement {
  const options = ORDERS.map((order) => element('option', { value: order }, texts.orders[order]));
  const select = element('select', { part: 'select' }, ...options);
  select.addEventListener('change', () => change(select.value as Order));
  return select;
}

/** The order by distance is there only while there is a place to measure from. */
export function offerDistance({ order }: Frame, label: string, isOffered: boolean): void {
  const last = order.options[order.options.length - 1];
  const isThere = last?.value === 'DISTANCE';
  if (isOffered && !isThere) order.appendChild(element('option', { value: 'DISTANCE' }, label));
  if (!isOffered && isThere) order.removeChild(last);
}
