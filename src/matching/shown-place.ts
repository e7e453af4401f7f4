import type { CandidateCard } from './card';
import type { Counterfactual } from './core/counterfactual';
import type { ToldMatch } from './core/withhold';
import type { ToldPerson } from './told-person';

/** What a place of a frozen order shows, as it was then; the pseudonym is not part of it. */
export interface ShownPlace {
  readonly match: ToldMatch;
  readonly counterfactuals: readonly Counterfactual[];
  readonly card: Omit<CandidateCard, 'handle'>;
}

/** What the first places of an order show, ready to be kept. */
export interface ShownRows {
  /** Ids of those people in the database, in the order of the places. */
  readonly candidateIds: readonly string[];
  /** As `writeShown` makes them. */
  readonly lines: Uint8Array;
}

/** Lines of one text: some 40 kB. V8 keeps what is above 128 kB apart, and collects it at twice the cost (ADR 0015). */
const LINES_OF_TEXT = 10;
const LINE_END = 10;

/** What is kept of somebody who is told: everything but the pseudonym, which each employer has its own of. */
export function showPlace(told: ToldPerson): ShownPlace {
  const { handle: _, ...card } = told.card('');
  return { match: told.match(), counterfactuals: told.counterfactuals(), card };
}

/** A line of JSON a place, in UTF-8, so that a page reads only its own. */
export function writeShown(places: readonly ShownPlace[]): Uint8Array {
  const texts: Buffer[] = [];
  for (let from = 0; from < places.length; from += LINES_OF_TEXT) {
    const lines = places.slice(from, from + LINES_OF_TEXT).map((place) => JSON.stringify(place));
    texts.push(Buffer.from(`${from === 0 ? '' : '\n'}${lines.join('\n')}`));
  }
  return Buffer.concat(texts);
}

/** The places of `writeShown`, each read when it is asked for; null beyond the last, and for one that was blanked. */
export function readShown(lines: Uint8Array): (index: number) => (() => ShownPlace) | null {
  const bytes = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
  const starts = bytes.length === 0 ? [] : [0];
  for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, end + 1)) {
    starts.push(end + 1);
  }
  const read = new Map<number, ShownPlace>();
  return (index) => {
    const end = (starts[index + 1] ?? bytes.length + 1) - 1;
    if (index >= starts.length || starts[index] === end) return null;
    return () => {
      const place = read.get(index) ?? JSON.parse(bytes.toString('utf8', starts[index], end));
      read.set(index, place);
      return place;
    };
  };
}

/** The lines of `writeShown` without what these places show; the other places stay where they are. */
export function blankShown(lines: Uint8Array, places: readonly number[]): Uint8Array {
  const texts = Buffer.from(lines).toString('utf8').split('\n');
  return Buffer.from(texts.map((text, index) => (places.includes(index) ? '' : text)).join('\n'));
}
