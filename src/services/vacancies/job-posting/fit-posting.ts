import { cutMarkup } from '../../../text/paragraph-markup';
import { printJsonLd } from './job-posting';

/** What an employer wrote, then the conditions that `postingDescription` adds; no text of an employer becomes a list. */
const PARTS = /^(.*?)((?:<p>[^<]*<\/p><ul>.*<\/ul>)?)$/s;

/**
 * A JobPosting printed for a page within so many bytes: whole wherever it fits, else with the employer's text cut between
 * words, at worst with the conditions alone; null where not even they fit. Search engines want the description complete, so
 * that only a text far longer than any real one is cut.
 */
export function fitPosting(posting: unknown, bytes: number): string | null {
  const whole = printJsonLd(posting);
  if (isWithin(whole, bytes)) return whole;
  const { description } = posting as { description: string };
  const [, text = '', conditions = ''] = PARTS.exec(description) ?? [];
  const printed = (length: number) =>
    printJsonLd({
      ...(posting as object),
      description: `${cutMarkup(text, length)}${conditions}`,
    });
  let [fitting, tooLong] = [0, text.length];
  while (tooLong - fitting > 1) {
    const middle = Math.floor((fitting + tooLong) / 2);
    if (isWithin(printed(middle), bytes)) fitting = middle;
    else tooLong = middle;
  }
  const best = printed(fitting);
  return isWithin(best, bytes) ? best : null;
}

const isWithin = (text: string, bytes: number) => Buffer.byteLength(text) <= bytes;
