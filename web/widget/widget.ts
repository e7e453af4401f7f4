import type { Edge } from './answers';
import { type Choice, firstChoice, toggle } from './choice';
import { createDetail } from './detail';
import { fill } from './dom';
import { createFacets } from './facets';
import { buildFrame, offerDistance } from './frame';
import { createList } from './list';
import { askPosition } from './position';
import type { Scene } from './scene';

export interface Widget {
  /** Ends what runs; the widget is of no use afterwards. */
  stop(): void;
}

/** Several clicks in a row are one question. */
const SETTLE_MS = 250;

/** Shows a list in `place` and lets the visitor change it. */
export function startWidget(place: HTMLElement, scene: Scene): Widget {
  const { settings, texts } = scene;
  let choice: Choice = firstChoice(settings);
  let timer = 0;

  const change = (changed: Partial<Choice>) => {
    choice = { ...choice, ...changed };
    clearTimeout(timer);
    timer = window.setTimeout(() => list.load(choice), SETTLE_MS);
  };

  const setPlace = (near: Choice['near']) => {
    frame.near.setAttribute('aria-pressed', `${near !== null}`);
    offerDistance(frame, texts.orders.DISTANCE, near !== null);
    const isByDistance = choice.order === 'DISTANCE';
    const order = near !== null ? 'DISTANCE' : isByDistance ? 'RELEVANCE' : choice.order;
    frame.order.value = order;
    change({ near, order });
  };

  const toggleNear = async () => {
    if (frame.near.getAttribute('aria-pressed') === 'true') {
      frame.nearNote.textContent = '';
      setPlace(null);
      return;
    }
    frame.nearNote.textContent = texts.locating;
    const found = await askPosition();
    const isPoint = typeof found !== 'string';
    if (isPoint) frame.nearNote.textContent = texts.nearHint;
    else frame.nearNote.textContent = found === 'refused' ? texts.nearRefused : texts.nearFailed;
    if (isPoint) setPlace(found);
  };

  const frame = buildFrame(scene, {
    search: () => change({ query: frame.query.value.trim() }),
    toggleNear: () => void toggleNear(),
    changeOrder: (order) => change({ order }),
    more: () => list.more(choice),
  });
  const facets = createFacets(scene, frame, {
    toggle: (kind, key) => change({ chosen: toggle(choice, kind, key).chosen }),
    reset: () => change({ chosen: { EMPLOYMENT_TYPE: [], REGION: [], OCCUPATION: [] } }),
  });
  const detail = createDetail(scene, frame);
  const list = createList(scene, frame, {
    open: (edge: Edge, link) => detail.open(edge, link),
    count: (answer) => facets.show(answer, choice),
  });

  frame.query.value = choice.query;
  offerDistance(frame, texts.orders.DISTANCE, choice.near !== null);
  frame.order.value = choice.order;
  frame.near.setAttribute('aria-pressed', `${choice.near !== null}`);
  fill(place, frame.whole);
  list.load(choice);

  return {
    stop: () => {
      clearTimeout(timer);
      list.stop();
      detail.stop();
    },
  };
}
