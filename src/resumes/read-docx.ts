import { unzipSync } from 'fflate';
import { Parser } from 'saxen';
import { ResumeError, resumeLimits } from './resume-text';

/** Where the text of a document stands. Source: ECMA-376 part 1, 11.3.10. */
const DOCUMENT = 'word/document.xml';

/**
 * The text of a Word document, a line a paragraph.
 *
 * Only the document is unpacked, into as many bytes as its entry states: more of them are an error, and so is a
 * statement above the limit.
 * Errors: ResumeError BROKEN, UNKNOWN_KIND for another archive, TOO_DEMANDING.
 */
export function readDocx(bytes: Uint8Array): string {
  const packed = unpack(bytes);
  if (packed === undefined) throw new ResumeError('UNKNOWN_KIND');
  return readParagraphs(new TextDecoder().decode(packed));
}

function unpack(bytes: Uint8Array): Uint8Array | undefined {
  let isTooLarge = false;
  const isWanted = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (name !== DOCUMENT) return false;
    isTooLarge ||= originalSize > resumeLimits.unpackedBytes;
    return !isTooLarge;
  };
  try {
    const found = unzipSync(bytes, { filter: isWanted });
    if (!isTooLarge) return found[DOCUMENT];
  } catch {
    throw new ResumeError('BROKEN');
  }
  throw new ResumeError('TOO_DEMANDING');
}

/** What stands for itself in a text. */
const SIGNS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

/** Documents repeat drawings in an older form for older readers. */
const FALLBACK = 'mc:Fallback';

function readParagraphs(xml: string): string {
  const parts: string[] = [];
  let isText = false;
  let fallbacks = 0;
  let isBroken = false;
  const parser = new Parser();
  parser.on('openTag', (name) => {
    if (name === FALLBACK) fallbacks += 1;
    isText = name === 'w:t';
    const sign = SIGNS[name];
    if (sign !== undefined && fallbacks === 0) parts.push(sign);
  });
  parser.on('closeTag', (name) => {
    if (name === FALLBACK) fallbacks -= 1;
    isText = false;
    if (name === 'w:p' && fallbacks === 0) parts.push('\n');
  });
  parser.on('text', (text, decode) => {
    if (isText && fallbacks === 0) parts.push(decode(text));
  });
  parser.on('error', () => {
    isBroken = true;
    parser.stop();
  });
  parser.parse(xml);
  if (isBroken) throw new ResumeError('BROKEN');
  return parts.join('');
}
