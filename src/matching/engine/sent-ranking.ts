import { setImmediate } from 'node:timers/promises';
import type { CandidateFacts } from '../core/facts';
import { type PackedLines, packLines, widthOf } from '../core/packed-lines';
import type { Verdict } from '../core/tally';
import type { RankedPerson, RankedPlace, Ranking } from '../ranker';
import type { OwnerRanking } from './people-owner';

const VERDICTS: readonly Verdict[] = ['STRONG', 'POSSIBLE', 'STRETCH', 'NOT_ELIGIBLE'];

/** Rows of one text: some 40 kB. V8 keeps what is above 128 kB apart, and collects it at twice the cost (ADR 0015). */
const ROWS_OF_TEXT = 10;

/** So many take 3 ms, to explain or to parse; then others get in between. */
const ROWS_AT_ONCE = 100;

/** A ranking on its way between threads: parsing a text takes half of the time that copying its objects takes. */
export interface SentRanking extends Omit<OwnerRanking, 'rows' | 'rest' | 'explain'> {
  /** The explained rows as JSON, some at a time. */
  readonly rows: readonly string[];
  /** The places after them, a column a property. */
  readonly rest: {
    readonly person: Uint32Array;
    readonly scoreBp: Uint16Array;
    readonly verdict: Uint8Array;
    readonly rank: Uint32Array;
    readonly tiedWith: Uint32Array;
  };
  readonly lines: PackedLines | null;
}

/** Cost: 30 microseconds a place whose lines are packed, in turns of some 3 milliseconds. */
export async function packRanking(
  { rows, rest, explain, ...totals }: OwnerRanking,
  isPacked: boolean,
): Promise<SentRanking> {
  const people = [...rows.map(({ facts }) => facts), ...rest.map(({ item }) => item)];
  const texts: string[] = [];
  for (let from = 0; from < rows.length; from += ROWS_OF_TEXT) {
    texts.push(JSON.stringify(rows.slice(from, from + ROWS_OF_TEXT)));
  }
  return {
    ...totals,
    rows: texts,
    rest: {
      person: Uint32Array.from(rest, ({ item }) => item.person),
      scoreBp: Uint16Array.from(rest, ({ scoreBp }) => scoreBp),
      verdict: Uint8Array.from(rest, ({ verdict }) => VERDICTS.indexOf(verdict)),
      rank: Uint32Array.from(rest, ({ rank }) => rank),
      tiedWith: Uint32Array.from(rest, ({ tiedWith }) => tiedWith),
    },
    lines: isPacked ? await packAll(people, explain) : null,
  };
}

/** What others ask goes in between: the facts are those of the moment of ranking. */
async function packAll(
  people: readonly CandidateFacts[],
  explain: OwnerRanking['explain'],
): Promise<PackedLines> {
  const { frame } = packLines(people.slice(0, 1).map(explain));
  const bytes = new Uint8Array(people.length * widthOf(frame));
  for (let from = 0; from < people.length; from += ROWS_AT_ONCE) {
    const packed = packLines(people.slice(from, from + ROWS_AT_ONCE).map(explain));
    bytes.set(packed.bytes, from * widthOf(frame));
    await setImmediate();
  }
  return { frame, bytes };
}

/** The ranking as it was packed. Turns are left to others every so many explained rows. Errors: SyntaxError for rows that are no JSON. */
export async function unpackRanking({ rows, rest, ...totals }: SentRanking): Promise<Ranking> {
  const explained: RankedPerson[] = [];
  for (const [at, text] of rows.entries()) {
    if (at > 0 && (at * ROWS_OF_TEXT) % ROWS_AT_ONCE === 0) await setImmediate();
    for (const row of JSON.parse(text)) explained.push(row);
  }
  const { person, scoreBp, verdict, rank, tiedWith } = rest;
  const places = Array.from(
    person,
    (number, at): RankedPlace => ({
      person: number,
      scoreBp: scoreBp[at],
      verdict: VERDICTS[verdict[at]],
      rank: rank[at],
      tiedWith: tiedWith[at],
    }),
  );
  return { ...totals, rows: explained, rest: places };
}
