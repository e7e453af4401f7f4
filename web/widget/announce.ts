/** What the page around the widget can listen to. */
export interface PadanEvents {
  /** A list was shown. */
  'padan-results': { total: number; shown: number };
  /** A vacancy is about to be shown in place; `preventDefault()` leaves that to the page. */
  'padan-open': { slug: string; title: string; url: string };
  /** The visitor went back to the list. */
  'padan-close': { slug: string };
  'padan-error': { kind: string };
}

/** Tells the page; false when it said that it will act instead. */
export function announce<Name extends keyof PadanEvents>(
  host: HTMLElement,
  name: Name,
  detail: PadanEvents[Name],
): boolean {
  return host.dispatchEvent(
    new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }),
  );
}
