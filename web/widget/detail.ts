import { operation as VACANCY } from '../../operations/public/widget-vacancy.graphql';
import { announce } from './announce';
import type { Edge, Vacancy, VacancyAnswer } from './answers';
import { button, element, fill, isFocusWithin } from './dom';
import { showFailure } from './failure';
import type { Frame } from './frame';
import type { Scene } from './scene';
import { throwLater } from './throw-later';
import { buildVacancy } from './vacancy';

/** The vacancy that is shown in the place of the list. */
export function createDetail(scene: Scene, { browse, detail }: Frame) {
  const { texts, host } = scene;
  let running = new AbortController();
  let opener: HTMLElement | null = null;
  let slug = '';

  const show = (vacancy: Vacancy | null, into: HTMLElement) => {
    if (vacancy === null) fill(into, element('p', { class: 'note' }, texts.gone));
    else fill(into, ...buildVacancy(vacancy, scene));
  };

  const load = async (into: HTMLElement) => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    fill(into, element('p', { class: 'hint', role: 'status' }, texts.loading));
    const variables = { slug, lang: scene.settings.lang.toUpperCase() };
    try {
      const answer = await scene.ask<VacancyAnswer>(VACANCY, variables, signal);
      if (signal.aborted) return;
      if ('data' in answer) show(answer.data.vacancy, into);
      else showFailure(into, answer.failure, scene, { again: () => retry(into), signal });
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };

  const retry = (into: HTMLElement) => {
    if (isFocusWithin(into)) detail.querySelector('h3')?.focus();
    load(into).catch(throwLater);
  };

  const close = () => {
    if (detail.hidden) return;
    running.abort();
    detail.hidden = true;
    browse.hidden = false;
    fill(detail);
    opener?.focus();
    announce(host, 'padan-close', { slug });
  };

  detail.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });

  return {
    /**
     * Shows a vacancy of the list, unless the page around wants to do so itself. Whoever comes back is where they were, at
     * `link`, which some browsers do not focus when it is clicked.
     */
    open({ node }: Edge, link: HTMLElement): void {
      const url = scene.page(['lowongan', node.slug]);
      if (!announce(host, 'padan-open', { slug: node.slug, title: node.title, url })) return;
      slug = node.slug;
      opener = link;
      const heading = element('h3', { tabindex: '-1', part: 'heading' }, node.title);
      const content = element('div', {});
      const back = button({ class: 'plain', part: 'button back' }, close, `← ${texts.back}`);
      fill(detail, back, heading, content);
      browse.hidden = true;
      detail.hidden = false;
      heading.focus();
      load(content).catch(throwLater);
    },
    close,
    stop: () => running.abort(),
  };
}
