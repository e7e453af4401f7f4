const WORDS = 4;
const FIRST_ROOM = 1_024;
const GROWTH = 1.25;
/** Table places for each person: with so many free a search ends after one or two steps. */
const SPARSENESS = 2;
const FREE = 0;
const GONE = -1;
const DASH = '-'.charCodeAt(0);
const LETTERS = 'A'.charCodeAt(0);

/**
 * The database's id of each person by number, and back.
 *
 * Shape: ids are UUIDs, numbers are positive and without large gaps. 16 bytes a person for the id, 8 to 16 for the way back.
 */
export class PersonIds {
  private words = new Uint32Array(FIRST_ROOM * WORDS);
  private known = new Uint8Array(FIRST_ROOM);
  /** Numbers at a place that follows from the id, or the next free one. */
  private table = new Int32Array(FIRST_ROOM * SPARSENESS);
  /** Places that are not free any more. */
  private taken = 0;

  idOf(person: number): string | null {
    if (this.known[person] !== 1) return null;
    const words = this.words.subarray(person * WORDS, (person + 1) * WORDS);
    const hex = Array.from(words, (word) => word.toString(16).padStart(8, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  numberOf(id: string): number | null {
    const words = readWords(id);
    const place = this.find(words);
    return place === null ? null : this.table[place];
  }

  set(id: string, person: number): void {
    if (person >= this.known.length) this.grow(person);
    const words = readWords(id);
    if (this.known[person] === 1) {
      const known = this.find(this.words.subarray(person * WORDS, (person + 1) * WORDS));
      if (known !== null) this.table[known] = GONE;
    }
    this.words.set(words, person * WORDS);
    this.known[person] = 1;
    if ((this.taken + 1) * SPARSENESS > this.table.length) this.rebuild();
    else this.enter(person);
  }

  delete(person: number): void {
    if (this.known[person] !== 1) return;
    const place = this.find(this.words.subarray(person * WORDS, (person + 1) * WORDS));
    if (place !== null) this.table[place] = GONE;
    this.known[person] = 0;
  }

  private find(words: ArrayLike<number>): number | null {
    const { table } = this;
    for (let place = hash(words) % table.length; ; place = (place + 1) % table.length) {
      const person = table[place];
      if (person === FREE) return null;
      if (person !== GONE && this.isAt(person, words)) return place;
    }
  }

  private isAt(person: number, words: ArrayLike<number>): boolean {
    const base = person * WORDS;
    for (let at = 0; at < WORDS; at += 1) {
      if (this.words[base + at] !== words[at]) return false;
    }
    return true;
  }

  private enter(person: number): void {
    const { table } = this;
    const base = person * WORDS;
    let place = hash(this.words.subarray(base, base + WORDS)) % table.length;
    while (table[place] !== FREE) place = (place + 1) % table.length;
    table[place] = person;
    this.taken += 1;
  }

  /** A fresh table with room, without the places of those who left. */
  private rebuild(): void {
    const count = this.known.reduce((sum, one) => sum + one, 0);
    this.table = new Int32Array(Math.max(FIRST_ROOM, Math.ceil(count * GROWTH)) * SPARSENESS * 2);
    this.taken = 0;
    this.known.forEach((isKnown, person) => {
      if (isKnown === 1) this.enter(person);
    });
  }

  private grow(person: number): void {
    const room = Math.ceil((person + 1) * GROWTH);
    const words = new Uint32Array(room * WORDS);
    words.set(this.words);
    const known = new Uint8Array(room);
    known.set(this.known);
    this.words = words;
    this.known = known;
  }
}

/** Random ids need none; invented ones may be alike but for a few digits. Source: Fibonacci hashing (Knuth, TAOCP 3, 6.4). */
const hash = (words: ArrayLike<number>): number =>
  Math.imul(words[0] ^ Math.imul(words[3], 0x9e3779b1), 0x9e3779b1) >>> 0;

/** By its characters: cutting out texts to parse takes ten times as long, for everybody at every start. */
function readWords(id: string): Uint32Array {
  const words = new Uint32Array(WORDS);
  let digits = 0;
  for (let at = 0; at < id.length; at += 1) {
    const code = id.charCodeAt(at);
    if (code === DASH) continue;
    // The letters of either case follow each other as their values do.
    const value = code < LETTERS ? code & 0xf : (code & 0xf) + 9;
    words[digits >>> 3] = (words[digits >>> 3] << 4) | value;
    digits += 1;
  }
  return words;
}
