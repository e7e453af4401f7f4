import type { TermOrigin } from '../../entities/vocabulary';
import type { TextReaders } from '../../search/term-catalogue';
import type { ConceptMatch, ConceptType } from '../../text/concepts';
import { countableTerm } from '../../text/plausible-term';
import { termKey, wordSet } from '../../text/tokens';
import type { Viewer } from '../viewer';
import type { VainTerm } from './term-collector';

/** Takes a word that somebody signed in typed in vain. */
export type NoteTerm = (term: VainTerm, accountId: string) => void;

/** Who typed it. */
type Typist = Pick<Viewer, 'accountId'>;

/** What follows is a place. */
const PLACE_CUES = wordSet('di ke dari in at near kota kabupaten kab kecamatan kec kelurahan desa');
/** Everyday names of occupations begin so. Source: our own list of Indonesian head words, 2026. */
const OCCUPATION_HEADS = wordSet(`
  tukang juru pawang penjaga penjual pedagang pembuat pengrajin perajin operator sopir supir teknisi petugas
  pengasuh pelatih guru pemandu asisten kepala staf staff ahli buruh nelayan petani peternak
`);

/** Notes the words of a search that nothing was found for. Cost: O(words). */
export function noteLeftovers(
  note: NoteTerm,
  by: Typist,
  { queries }: TextReaders,
  text: string,
  understood: readonly ConceptMatch[],
  origin: TermOrigin,
): void {
  for (const phrase of queries.leftovers(text, understood)) {
    const term = countableTerm(phrase.text, { text, start: phrase.start });
    if (term === null) continue;
    note({ term, type: kindOf(term, text.slice(0, phrase.start)), origin }, by.accountId);
  }
}

/** Notes a whole entry for which nothing was found. */
export function noteEntry(
  note: NoteTerm,
  by: Typist,
  entry: string,
  type: ConceptType,
  origin: TermOrigin,
): void {
  const term = countableTerm(entry, { text: entry, start: 0 });
  if (term !== null) note({ term, type, origin }, by.accountId);
}

/** A guess for the officer's list: the officer maps it to whatever it means. */
function kindOf(term: string, before: string): ConceptType {
  const previous = termKey(before).split(' ').at(-1) ?? '';
  if (PLACE_CUES.has(previous)) return 'REGION';
  return OCCUPATION_HEADS.has(term.split(' ')[0] ?? '') ? 'OCCUPATION' : 'COMPETENCY';
}
