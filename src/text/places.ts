import type { ConceptMatch, RegionTerm } from './concepts';
import { EVERYDAY_PLACES, WORDS_THAT_ARE_ALSO_PLACES } from './place-names';
import { type Token, tokenise, wordSet } from './tokens';

/** A region named in a text. */
export interface PlaceMatch extends ConceptMatch {
  readonly type: 'REGION';
  readonly firstToken: number;
  readonly tokenCount: number;
}

/** The nation, as a region code. */
export const NATION = 'ID';

const CUES = wordSet(`
  di ke dari domisili berdomisili tinggal lokasi penempatan ditempatkan area wilayah daerah
  sekitar asal alamat in at near from based kerja loker
`);
const REGENCY_PREFIXES = new Set(['kabupaten', 'kab']);
const CITY_PREFIXES = new Set(['kota', 'kotamadya']);
const DISTRICT_PREFIXES = new Set(['kecamatan', 'kec', 'distrik']);
const VILLAGE_PREFIXES = new Set(['kelurahan', 'kel', 'desa', 'ds']);
const PROVINCE_PREFIXES = new Set(['provinsi', 'prov', 'propinsi']);

/** Words that stand before the name of a place. */
export const PLACE_WORDS: readonly ReadonlySet<string>[] = [
  CUES,
  REGENCY_PREFIXES,
  CITY_PREFIXES,
  DISTRICT_PREFIXES,
  VILLAGE_PREFIXES,
  PROVINCE_PREFIXES,
];

// Our choice: what a reader would take the bare name for, see docs/MATCHING.md.
const CONFIDENCE = {
  exact: 9_500,
  cued: 9_000,
  preferredCity: 7_500,
  ambiguousTotal: 10_000,
} as const;
const LONGEST_NAME_WORDS = 6;

type Level = 'PROVINCE' | 'REGENCY' | 'CITY' | 'DISTRICT' | 'VILLAGE';

interface Place {
  readonly code: string;
  readonly level: Level;
}

/** Finds regions by their official names and by what people call them. */
export class Places {
  private readonly byName = new Map<string, Place[]>();
  private readonly codes = new Set<string>();

  constructor(regions: readonly RegionTerm[]) {
    for (const region of regions) {
      this.codes.add(region.code);
      const level = levelOf(region.code);
      for (const name of nameForms(region.name, level))
        this.add(name, { code: region.code, level });
    }
    for (const [name, code] of EVERYDAY_PLACES) {
      if (!this.codes.has(code) && code !== NATION) continue;
      // What people mean by the bare word goes first and hides official namesakes.
      this.byName.set(squeeze(name), [{ code, level: levelOf(code) }]);
    }
  }

  /** The region that a field names as a whole ("Kota Palu", "Jakarta Barat", "Bali"); null when unknown or ambiguous. */
  resolve(field: string): PlaceMatch | null {
    const tokens = tokenise(field);
    if (tokens.length === 0) return null;
    const found = this.at(field, tokens, 0, tokens.length, true);
    const only = found.length === 1 ? found[0] : undefined;
    return only ?? null;
  }

  /**
   * The regions that a text names, longest name first at each place.
   *
   * Shape: districts and villages count only after a word like "di" or "kecamatan", or alone;
   * a name shared by several regions is settled by another region of the same text where possible.
   */
  find(text: string, tokens = tokenise(text)): PlaceMatch[] {
    const matches: PlaceMatch[] = [];
    let index = 0;
    while (index < tokens.length) {
      const found = this.longestAt(text, tokens, index);
      matches.push(...found);
      const last = found[0];
      index = last === undefined ? index + 1 : last.firstToken + last.tokenCount;
    }
    return settleNamesakes(matches);
  }

  private longestAt(text: string, tokens: readonly Token[], first: number): PlaceMatch[] {
    const room = Math.min(LONGEST_NAME_WORDS, tokens.length - first);
    for (let count = room; count > 0; count--) {
      const isBroken = tokens.slice(first + 1, first + count).some((token) => token.startsSegment);
      if (isBroken) continue;
      const found = this.at(text, tokens, first, count, count === tokens.length);
      if (found.length > 0) return found;
    }
    return [];
  }

  private at(
    text: string,
    tokens: readonly Token[],
    first: number,
    count: number,
    isWhole: boolean,
  ): PlaceMatch[] {
    const words = tokens.slice(first, first + count);
    const official = this.byName.get(words.map((word) => word.text).join(''));
    const prefix = count > 1 ? prefixLevels(words[0]?.text ?? '') : null;
    const named = prefix !== null && official === undefined ? words.slice(1) : words;
    const places = official ?? this.byName.get(named.map((word) => word.text).join('')) ?? [];
    const isCued = isWhole || prefix !== null || isCue(tokens[first - 1]);
    const fitting = places.filter((place) => {
      if (named !== words) return prefix?.includes(place.level);
      return isCued || (isLarge(place.level) && !isCommonWord(words));
    });
    const chosen = preferLarger(fitting);
    const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
    return chosen.map((place) => ({
      type: 'REGION',
      id: place.code,
      matchedText: text.slice(start, end),
      start,
      end,
      confidenceBp: confidenceOf(chosen.length, fitting, prefix !== null),
      firstToken: first,
      tokenCount: count,
    }));
  }

  private add(name: string, place: Place): void {
    const key = squeeze(name);
    const places = this.byName.get(key) ?? [];
    if (!places.some((known) => known.code === place.code)) places.push(place);
    this.byName.set(key, places);
  }
}

/** Whether `code` lies in `area` (or is it). */
export function isWithin(code: string, area: string): boolean {
  return area === NATION || code === area || code.startsWith(`${area}.`);
}

function levelOf(code: string): Level {
  const parts = code.split('.');
  if (parts.length === 1) return 'PROVINCE';
  if (parts.length === 3) return 'DISTRICT';
  if (parts.length === 4) return 'VILLAGE';
  // Kemendagri numbers cities from 71.
  return Number(parts[1]) >= 71 ? 'CITY' : 'REGENCY';
}

function nameForms(name: string, level: Level): string[] {
  if (level === 'DISTRICT' || level === 'VILLAGE') return [name];
  const bare = name
    .replace(/^(?:provinsi|kabupaten|kota)\s+/i, '')
    .replace(/^administrasi\s+/i, '')
    .replace(/^(?:daerah khusus ibukota|daerah khusus|dki|daerah istimewa|di)\s+/i, '');
  return bare === name ? [name] : [name, bare];
}

/** Blanks and punctuation do not tell place names apart: "Palangka Raya", "Palangkaraya". */
function squeeze(name: string): string {
  return tokenise(name)
    .map((token) => token.text)
    .join('');
}

function prefixLevels(word: string): readonly Level[] | null {
  if (REGENCY_PREFIXES.has(word)) return ['REGENCY'];
  if (CITY_PREFIXES.has(word)) return ['CITY', 'PROVINCE'];
  if (DISTRICT_PREFIXES.has(word)) return ['DISTRICT'];
  if (VILLAGE_PREFIXES.has(word)) return ['VILLAGE'];
  return PROVINCE_PREFIXES.has(word) ? ['PROVINCE'] : null;
}

function isCue(token: Token | undefined): boolean {
  return token !== undefined && (CUES.has(token.text) || prefixLevels(token.text) !== null);
}

function isCommonWord(words: readonly Token[]): boolean {
  return words.length === 1 && WORDS_THAT_ARE_ALSO_PLACES.has(words[0]?.text ?? '');
}

function isLarge(level: Level): boolean {
  return level === 'PROVINCE' || level === 'REGENCY' || level === 'CITY';
}

/** Of namesakes the province, else the city, else the regency is meant; small namesakes stay as they are. */
function preferLarger(places: readonly Place[]): readonly Place[] {
  for (const level of ['PROVINCE', 'CITY', 'REGENCY'] as const) {
    const chosen = places.filter((place) => place.level === level);
    if (chosen.length > 0) return chosen;
  }
  return places;
}

function confidenceOf(chosen: number, fitting: readonly Place[], hasPrefix: boolean): number {
  if (chosen > 1) return Math.floor(CONFIDENCE.ambiguousTotal / chosen);
  if (hasPrefix || fitting.length === 1) return CONFIDENCE.exact;
  const large = fitting.filter((place) => isLarge(place.level));
  return large.length === 1 ? CONFIDENCE.cued : CONFIDENCE.preferredCity;
}

/** Keeps, of several namesakes at one place, the one inside another region of the same text. */
function settleNamesakes(matches: readonly PlaceMatch[]): PlaceMatch[] {
  const certain = matches.filter((match) => !hasNamesake(matches, match));
  return matches.flatMap((match) => {
    if (!hasNamesake(matches, match)) return [match];
    const rivals = matches.filter((other) => other.start === match.start);
    const inside = rivals.filter((rival) => certain.some((area) => isWithin(rival.id, area.id)));
    if (inside.length === 0) return [match];
    return inside.includes(match)
      ? [{ ...match, confidenceBp: Math.floor(CONFIDENCE.cued / inside.length) }]
      : [];
  });
}

function hasNamesake(matches: readonly PlaceMatch[], match: PlaceMatch): boolean {
  return matches.some((other) => other.start === match.start && other.id !== match.id);
}
