import { Feed } from 'feed';
import { vacancyPath } from '../../services/vacancies/vacancy-path';
import { escapeHtml } from '../../text/escape-html';
import { escapeText } from '../../text/escape-text';
import { paragraphMarkup } from '../../text/paragraph-markup';
import { shorten } from '../../text/shorten';
import { inLanguage, type Lang } from '../pages/layout/lang';
import { formatLastDay } from '../pages/parts/days';
import { VACANCY_WORDS } from '../pages/parts/vacancy-texts';
import { formatWage } from '../pages/parts/wage';
import { SEARCH_TEXTS } from '../pages/vacancies/texts';
import type { FeedItemAnswer } from './operations';
import { toXmlText } from './xml-text';

/** Of a vacancy's text, in characters: what readers show in a list. */
const SUMMARY_LENGTH = 280;
/** What they show of one vacancy, at most. */
export const EXCERPT_LENGTH = 900;

export interface FeedPage {
  lang: Lang;
  /** Before the path of links. */
  origin: string;
  /** What the feed is about, in words. */
  title: string;
  /** Path of the search page. */
  path: string;
  /** Path of each format of the feed. */
  paths: { atom: string; rss: string };
  items: readonly FeedItemAnswer[];
  /** When the feed changed, where it holds nothing. */
  since: Date;
}

/**
 * The newest vacancies of a search as a feed, each with the beginning of its text in so many characters; whoever prints it
 * chooses the format.
 */
export function buildFeed(
  { lang, origin, title, path, paths, items, since }: FeedPage,
  excerptLength = EXCERPT_LENGTH,
): Feed {
  const texts = SEARCH_TEXTS[lang];
  const link = `${origin}${path}`;
  const feed = new Feed({
    id: link,
    link,
    title: toXmlText(title),
    description: `${texts.description} ${texts.excerpts}`,
    language: lang,
    copyright: '',
    generator: 'Padan',
    author: { name: 'Padan' },
    updated: newestOf(items) ?? since,
    feedLinks: { atom: `${origin}${paths.atom}`, rss: `${origin}${paths.rss}` },
  });
  for (const item of items) feed.addItem(toItem(item, { lang, origin, excerptLength }));
  return feed;
}

/** Both formats hold titles and texts as HTML in CDATA, so each value is escaped once: nothing can end the section. */
function toItem(
  item: FeedItemAnswer,
  { lang, origin, excerptLength }: Pick<FeedPage, 'lang' | 'origin'> & { excerptLength: number },
) {
  const link = `${origin}${inLanguage(vacancyPath(item.slug), lang)}`;
  const places = item.regions.map(({ name }) => name).join(', ');
  const updated = new Date(item.updatedAt);
  return {
    id: link,
    link,
    title: toSafeHtml([item.title, item.employer.name, places].filter(Boolean).join(' · ')),
    description: toSummary(item, lang, Math.min(SUMMARY_LENGTH, excerptLength)),
    content: toHtml(item, { lang, link, excerptLength }),
    date: updated,
    published: item.publishedAt === null ? updated : new Date(item.publishedAt),
  };
}

/** One line for readers that know nothing of `content:encoded`, and for those that strip the markup of it. */
function toSummary(item: FeedItemAnswer, lang: Lang, length: number): string {
  const text = shorten(item.description.replace(/\s+/g, ' ').trim(), length);
  return toSafeHtml([factsOf(item, lang), text].filter(Boolean).join(' · '));
}

function toHtml(
  item: FeedItemAnswer,
  { lang, link, excerptLength }: { lang: Lang; link: string; excerptLength: number },
): string {
  const text = item.description.trim();
  const excerpt = shorten(text, excerptLength);
  const readOn = `<p><a href="${escapeHtml(link)}">${SEARCH_TEXTS[lang].readOn}</a></p>`;
  const facts = `<p>${toSafeHtml(factsOf(item, lang))}</p>`;
  return `${facts}${paragraphMarkup(toXmlText(excerpt))}${excerpt === text ? '' : readOn}`;
}

function factsOf(item: FeedItemAnswer, lang: Lang): string {
  const wage = formatWage(item.wage, lang) ?? VACANCY_WORDS[lang].noWage;
  return `${wage} · ${SEARCH_TEXTS[lang].closes} ${formatLastDay(item.validThrough, lang)}`;
}

const toSafeHtml = (text: string) => escapeText(toXmlText(text));

function newestOf(items: readonly FeedItemAnswer[]): Date | null {
  const instants = items.map(({ updatedAt }) => Date.parse(updatedAt));
  return instants.length === 0 ? null : new Date(Math.max(...instants));
}
