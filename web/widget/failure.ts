import { announce } from './announce';
import type { Failure } from './ask';
import { whenConnected } from './connection';
import { button, element, fill } from './dom';
import { formatNumber } from './format';
import type { Scene } from './scene';

export interface Retry {
  again(): void;
  /** Ended when something else is asked: then nothing is tried again by itself. */
  signal: AbortSignal;
}

/** Says in `place` why there is nothing, and offers to try again; the portal's own link shows beside it. */
export function showFailure(
  place: HTMLElement,
  { kind, seconds }: Failure,
  { host, texts, settings }: Scene,
  { again, signal }: Retry,
): void {
  const wait =
    seconds === null
      ? ''
      : ` ${texts.wait} ${formatNumber(Math.ceil(seconds), settings.lang)} ${texts.seconds}.`;
  fill(
    place,
    element('p', { class: 'failure', part: 'error' }, texts.failures[kind] + wait),
    button({ class: 'plain', part: 'button retry' }, again, texts.retry),
    element('slot', {}),
  );
  if (kind === 'offline') whenConnected(again, signal);
  announce(host, 'padan-error', { kind });
}
