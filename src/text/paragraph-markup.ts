import { escapeText } from './escape-text';
import { toParagraphs } from './paragraphs';

/** A word longer than this is cut where it must be. */
const LONGEST_WORD = 100;

/** Plain text as HTML of `p` and `br`, with all else escaped. */
export const paragraphMarkup = (text: string): string =>
  toParagraphs(text)
    .map((lines) => `<p>${lines.map(escapeText).join('<br>')}</p>`)
    .join('');

/** The beginning of such HTML in at most so many characters: no tag, reference or word is cut, and the last tag is closed. */
export function cutMarkup(markup: string, length: number): string {
  if (markup.length <= length) return markup;
  const start = markup
    .slice(0, Math.max(0, length - CLOSING.length))
    .replace(/<[^>]*$|&[#\w]*$/, '')
    .replace(/[\uD800-\uDBFF]$/, '');
  const [word = ''] = /[^\s>]*$/.exec(start) ?? [];
  const isCut = word.length <= LONGEST_WORD && !/[\s<]/.test(markup[start.length] ?? '');
  const words = isCut ? start.slice(0, start.length - word.length) : start;
  const kept = words.replace(/(?:<br>|<p>|\s)+$/, '');
  return kept === '' || kept.endsWith('</p>') ? kept : `${kept}${CLOSING}`;
}

const CLOSING = '…</p>';
