import { PAGE_BYTES } from '../pages/layout/page-bytes';
import { buildFeed, EXCERPT_LENGTH, type FeedPage } from './build-feed';

export type FeedFormat = 'atom' | 'rss';

/** Of each vacancy's text, in characters; ordinary vacancies have room for the first. */
const EXCERPT_LENGTHS = [EXCERPT_LENGTH, 500, 250, 100];

/** A feed within its bytes: with shorter excerpts where texts are long, and without its oldest entries where that is not enough. */
export function printFeed(page: FeedPage, format: FeedFormat): string {
  let text = '';
  for (const length of EXCERPT_LENGTHS) {
    text = print(page, length, format);
    if (isWithin(text)) return text;
  }
  const shortest = EXCERPT_LENGTHS.at(-1) ?? 0;
  for (let { items } = page; items.length > 0 && !isWithin(text); ) {
    const share = PAGE_BYTES / Buffer.byteLength(text);
    items = items.slice(0, Math.min(items.length - 1, Math.floor(items.length * share)));
    text = print({ ...page, items }, shortest, format);
  }
  return text;
}

const isWithin = (text: string) => Buffer.byteLength(text) <= PAGE_BYTES;

function print(page: FeedPage, excerptLength: number, format: FeedFormat): string {
  const feed = buildFeed(page, excerptLength);
  return format === 'atom' ? feed.atom1() : feed.rss2();
}
