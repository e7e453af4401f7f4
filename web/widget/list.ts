import { operation as LIST } from '../../operations/public/widget-list.graphql';
import { announce } from './announce';
import type { Edge, ListAnswer } from './answers';
import type { Failure } from './ask';
import { buildCard } from './card';
import { type Choice, countChosen, listVariables } from './choice';
import { element, fill, isFocusWithin } from './dom';
import { showFailure } from './failure';
import { formatNumber } from './format';
import type { Frame } from './frame';
import type { Scene } from './scene';
import { throwLater } from './throw-later';

export interface ListActions {
  open(edge: Edge, link: HTMLElement): void;
  /** The counts of a first page. */
  count(answer: ListAnswer): void;
}

/** The found vacancies, page by page. Only the newest question is answered; it ends the one before. */
export function createList(scene: Scene, frame: Frame, actions: ListActions) {
  const { texts, settings } = scene;
  let running = new AbortController();
  let after: string | null = null;

  const ask = async (
    choice: Choice,
    from: string | null,
    show: (answer: ListAnswer) => void,
  ): Promise<void> => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    setBusy(true);
    try {
      const answer = await scene.ask<ListAnswer>(
        LIST,
        listVariables(choice, settings, from),
        signal,
      );
      if (signal.aborted) return;
      setBusy(false);
      if ('data' in answer) show(answer.data);
      else fail(answer.failure, choice, from);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };

  const setBusy = (isBusy: boolean) => {
    frame.list.setAttribute('aria-busy', `${isBusy}`);
    if (!isBusy) return;
    fill(frame.failure);
    if (frame.list.firstChild === null) {
      fill(frame.list, skeleton(), skeleton(), skeleton());
    }
    frame.status.textContent = texts.loading;
  };

  /** What was found before stays where only more of it could not be had. */
  const fail = (failure: Failure, choice: Choice, from: string | null) => {
    const wasAtMore = isFocusWithin(frame.more);
    if (from === null) fill(frame.list);
    frame.status.textContent = '';
    frame.more.hidden = true;
    const again = () => {
      // The button goes away; whoever is elsewhere stays there.
      if (isFocusWithin(frame.failure)) frame.status.focus();
      start(choice, from);
    };
    showFailure(frame.failure, failure, scene, { again, signal: running.signal });
    if (wasAtMore) frame.failure.querySelector('button')?.focus();
  };

  const add = (edges: readonly Edge[]) => {
    const cards = edges.map((edge) => buildCard(edge, scene, (link) => actions.open(edge, link)));
    for (const card of cards) frame.list.appendChild(card);
    return cards;
  };

  const tell = ({ vacancies }: ListAnswer) => {
    const { totalCount, pageInfo } = vacancies;
    const shown = frame.list.children.length;
    after = pageInfo.endCursor;
    frame.more.hidden = !pageInfo.hasNextPage;
    frame.status.textContent = statusOf(totalCount, shown, scene);
    announce(scene.host, 'padan-results', { total: totalCount, shown });
  };

  const load = (choice: Choice, from: string | null): Promise<void> =>
    ask(choice, from, (answer) => {
      if (from === null) {
        fill(frame.list);
        fill(frame.notes, ...notesOf(answer, choice, scene));
        actions.count(answer);
      }
      const [first] = add(answer.vacancies.edges);
      tell(answer);
      // Whoever asked for more goes on reading where the new ones begin.
      if (from !== null) first?.querySelector('a')?.focus();
    });

  const start = (choice: Choice, from: string | null) => {
    load(choice, from).catch(throwLater);
  };

  return {
    load: (choice: Choice) => start(choice, null),
    more: (choice: Choice) => start(choice, after),
    stop: () => running.abort(),
  };
}

function statusOf(total: number, shown: number, { texts, settings }: Scene): string {
  const { lang } = settings;
  const found = `${formatNumber(total, lang)} ${total === 1 ? texts.foundOne : texts.found}`;
  return shown < total ? `${found}, ${formatNumber(shown, lang)} ${texts.shown}` : found;
}

function notesOf({ vacancies }: ListAnswer, choice: Choice, { texts }: Scene): HTMLElement[] {
  const notes: string[] = [];
  if (vacancies.totalCount === 0) notes.push(texts.none);
  if (vacancies.isBroadened && vacancies.totalCount > 0) notes.push(texts.broadened);
  if (vacancies.isDegraded && (choice.query !== '' || countChosen(choice) > 0)) {
    notes.push(texts.degraded);
  }
  return notes.map((note) => element('p', { class: 'note', part: 'note' }, note));
}

const skeleton = () => element('li', { class: 'card skeleton', 'aria-hidden': 'true' });
