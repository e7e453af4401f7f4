import { type Answer, ask, type Operation } from './ask';
import { officePage } from './office';
import type { Settings } from './settings';
import { TEXTS, type Texts } from './texts';

/** What every part of one widget needs: its element, its settings in words, and the office behind it. */
export interface Scene {
  host: HTMLElement;
  settings: Settings;
  texts: Texts;
  /** Asks the office's service; see `ask`. */
  ask<T>(
    operation: Operation,
    variables: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<Answer<T>>;
  /** The address of a page of the office in the widget's language. */
  page(path: readonly string[], parameters?: Readonly<Record<string, string>>): string;
}

export function createScene(host: HTMLElement, settings: Settings, origin: string): Scene {
  const { lang, portal } = settings;
  const endpoint = new URL('/graphql', origin);
  if (portal !== null) endpoint.searchParams.set('portal', portal);
  return {
    host,
    settings,
    texts: TEXTS[lang],
    ask: (operation, variables, signal) => ask(endpoint, { operation, variables }, signal),
    page: (path, parameters) => {
      const own: Record<string, string> = lang === 'en' ? { lang } : {};
      if (portal !== null) own.portal = portal;
      return officePage(origin, path, { ...parameters, ...own });
    },
  };
}
