import { html } from '../layout/html';

/** Size of a vacancy's card in CSS pixels, where the embedding page sets none. */
export const CARD_SIZE = { width: 480, height: 320 } as const;
/** Size of the card of a search. */
export const LIST_SIZE = { width: 480, height: 540 } as const;

/** A card with a plain link before it. */
export interface LinkedCard extends CardFrame {
  /** What the link leads to and says. */
  page: string;
  text: string;
}

/**
 * The HTML of a pasted link: the link itself, then the card. In this form WordPress keeps both, and shows the link while it
 * cannot show the card. It takes away every style, so that only the old attribute keeps its border off the card.
 */
export function linkedCard({ page, text, ...frame }: LinkedCard): string {
  const card = cardFrame(frame).replace('<iframe ', '<iframe frameborder="0" ');
  return `${html`<blockquote><a href="${page}">${text}</a></blockquote>`}${card}`;
}

export interface CardFrame {
  /** Absolute address of the card. */
  url: string;
  title: string;
  size?: { width: number; height: number };
}

/** The HTML that shows a card on any page; every value in it is escaped. */
export function cardFrame({ url, title, size = CARD_SIZE }: CardFrame): string {
  const { width, height } = size;
  return html`<iframe src="${url}" title="${title}" width="${width}" height="${height}" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox" style="border:0;max-width:100%"></iframe>`.toString();
}
