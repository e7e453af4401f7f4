import type { Audience } from './audience';

/** Editor contents live as long as the browser tab, apart for each audience and account. */
export function createStorage(audience: Audience, account: number): Storage {
  const prefix = `padan:${audience}:${account}:`;
  const keys = (): string[] =>
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
  return {
    get length() {
      return keys().length;
    },
    key: (index) => keys()[index] ?? null,
    getItem: (key) => sessionStorage.getItem(prefix + key),
    setItem: (key, value) => sessionStorage.setItem(prefix + key, value),
    removeItem: (key) => sessionStorage.removeItem(prefix + key),
    clear: () => {
      for (const key of keys()) sessionStorage.removeItem(prefix + key);
    },
  };
}
