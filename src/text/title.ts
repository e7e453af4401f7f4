import { cleanText } from './ad-text';
import { type ConceptMatch, RESOLVED_CONFIDENCE_BP } from './concepts';
import type { Dictionary, TermMatch } from './dictionary';
import { segmentsOf, type Token, tokenise, wordSet } from './tokens';

/** What a job title says: the occupations it names, best first. */
export interface TitleReading {
  readonly text: string;
  /** The title without seniority, haste and working-time words; what counts when nothing is resolved. */
  readonly core: string;
  readonly occupations: readonly ConceptMatch[];
}

/** Words that say who is wanted, how urgently or on what terms, not which work. */
const NOISE = wordSet(`
  urgent urgently dibutuhkan dicari segera lowongan loker hiring needed wanted walk interview wfh wfo
  remote freelance freelancer kontrak contract temporary part full time senior sr snr junior jr jnr
  fresh graduate graduates experienced berpengalaman pria wanita laki perempuan male female max maks
  usia gaji salary bonus penempatan placement area wilayah cabang i ii iii iv
`);
/** Words for the place in a team, below a supervisor; the work stands beside them. */
const ROLES = wordSet(`
  staff staf officer specialist executive associate team member representative personnel asisten
  assistant karyawan pegawai tenaga bagian crew tim
`);
/** Words of a title that name no work. */
export const TITLE_WORDS: readonly ReadonlySet<string>[] = [NOISE, ROLES];
const MANAGERS = wordSet('manager manajer head chief kepala director direktur');
const SUPERVISORS = wordSet('supervisor spv leader lead koordinator coordinator ketua');
const MANAGER_WORDS = ['manager', 'manajer', 'head', 'kepala'];
const SUPERVISOR_WORDS = ['supervisor', 'spv', 'leader', 'coordinator'];
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['adm', 'admin'],
  ['mgr', 'manager'],
  ['asst', 'assistant'],
  ['acct', 'accounting'],
  ['exec', 'executive'],
  ['mktg', 'marketing'],
]);
/** Words that fit many trades: alone beside unknown words they tell little. */
const GENERIC = wordSet(`
  admin administrasi administration administrator sales marketing teknisi technician trainee magang
  intern internship helper crew consultant konsultan mekanik mechanical electrical creative network
  maintenance tukang developer operasional trainer guru teacher dokter engineering technical planner
  inspector director pengawas pelaksana fasilitator presenter engineer delivery
`);
/** Generic words beside unknown words that are too weak to name the occupation. */
const TOO_WEAK = wordSet(`
  technician consultant konsultan creative network maintenance mechanical electrical trainee
  engineering technical planner inspector director pengawas pelaksana fasilitator presenter delivery
`);
/** An Indonesian title puts the head first ("guru akuntansi"), an English one last ("accounting auditor"). */
const INDONESIAN_HEADS = wordSet(`
  guru dosen sopir supir staf kepala tukang kasir admin teknisi operator mandor perawat asisten
  instruktur pengajar juru penjaga petugas ahli manajer analis penulis pramuniaga agen
`);

/** What follows says for whom or where: "Interpreter for Project Officer". */
const AFTERTHOUGHTS = wordSet('for untuk at');

// Our choice, tried on hand-judged titles; see docs/MATCHING.md.
const CONFIDENCE = {
  wholeSegment: 9_500,
  severalWords: 8_500,
  composedWithRank: 8_500,
  composedWithRole: 8_000,
  rankDropped: 7_000,
  halfOfTwo: 7_000,
  genericBesideOthers: 6_500,
  oneOfMany: 6_000,
  tooWeak: 4_000,
} as const;
const BRACKET_PENALTY_BP = 1_000;
const TWO_BEST = 2;

interface Candidate extends ConceptMatch {
  readonly tokenCount: number;
  readonly order: number;
  /** Sorts equals: the head of the title first. */
  readonly headDistance: number;
}

/**
 * Reads a job title: "URGENT! Senior Accounting Staff (Jakarta)" names the accounting clerk.
 *
 * Ties: the first part of the title that names an occupation goes first; in it the higher confidence,
 * then more words, then the head of the phrase.
 */
export function readTitle(raw: string, dictionary: Dictionary): TitleReading {
  const text = cleanText(raw);
  const tokens = tokenise(text).map((token) => ({
    ...token,
    text: SPELLINGS.get(token.text) ?? token.text,
    startsSegment: token.startsSegment || AFTERTHOUGHTS.has(token.text),
  }));
  // "Sales (Data) Analyst" is one phrase, read across its brackets.
  const isOnePhrase = /\([^)]*\)\s*\p{L}/u.test(text);
  const segments = isOnePhrase
    ? [tokens.map((token, index) => ({ ...token, startsSegment: index === 0 }))]
    : segmentsOf(tokens);
  const candidates = segments.flatMap((segment, order) =>
    readSegment(text, segment, order, dictionary),
  );
  const lead = Math.min(...candidates.filter(isResolved).map((candidate) => candidate.order));
  candidates.sort(
    (a, b) =>
      Number(b.order === lead) - Number(a.order === lead) ||
      b.confidenceBp - a.confidenceBp ||
      b.tokenCount - a.tokenCount ||
      a.headDistance - b.headDistance ||
      a.start - b.start,
  );
  const seen = new Set<string>();
  const occupations: ConceptMatch[] = [];
  for (const { type, id, matchedText, start, end, confidenceBp } of candidates) {
    if (seen.has(id)) continue;
    seen.add(id);
    occupations.push({ type, id, matchedText, start, end, confidenceBp });
  }
  return { text, core: coreOf(tokens), occupations };
}

function isResolved(candidate: ConceptMatch): boolean {
  return candidate.confidenceBp >= RESOLVED_CONFIDENCE_BP;
}

function readSegment(
  text: string,
  segment: readonly Token[],
  order: number,
  dictionary: Dictionary,
): Candidate[] {
  const meaning = withoutNoise(segment);
  const penalty = /[([{]\s*$/.test(text.slice(0, segment[0]?.start ?? 0)) ? BRACKET_PENALTY_BP : 0;
  const found = [segment, meaning].flatMap((tokens) =>
    dictionary
      .find('OCCUPATION', text, { mode: 'title' }, [...tokens])
      .map((match) => candidateFrom(match, tokens, order)),
  );
  const composed = composeWithRankOrRole(text, meaning, order, dictionary);
  return [...found, ...composed].map((candidate) => ({
    ...candidate,
    confidenceBp: candidate.confidenceBp - penalty,
  }));
}

function candidateFrom(match: TermMatch, tokens: readonly Token[], order: number): Candidate {
  const coverage = coverageConfidence(match, tokens);
  const isHeadFirst = INDONESIAN_HEADS.has(tokens[0]?.text ?? '');
  return {
    ...match,
    order,
    confidenceBp: Math.min(match.confidenceBp, coverage),
    headDistance: isHeadFirst
      ? match.firstToken
      : tokens.length - match.firstToken - match.tokenCount,
  };
}

function coverageConfidence(match: TermMatch, tokens: readonly Token[]): number {
  if (match.tokenCount >= tokens.length) return CONFIDENCE.wholeSegment;
  if (match.tokenCount > 1) return CONFIDENCE.severalWords;
  const word = tokens[match.firstToken]?.text ?? '';
  const others = tokens.filter((token) => token.text !== word && !ROLES.has(token.text));
  if (others.length > 0 && TOO_WEAK.has(word)) return CONFIDENCE.tooWeak;
  if (GENERIC.has(word))
    return tokens.length === TWO_BEST ? CONFIDENCE.genericBesideOthers : CONFIDENCE.oneOfMany;
  return tokens.length === TWO_BEST ? CONFIDENCE.halfOfTwo : CONFIDENCE.genericBesideOthers;
}

/**
 * "Area Leader Sales" is a sales supervisor, "Recruitment Manager" at least works in recruitment:
 * puts the work together with the usual words for the rank, else for a clerk.
 */
function composeWithRankOrRole(
  text: string,
  tokens: readonly Token[],
  order: number,
  dictionary: Dictionary,
): Candidate[] {
  const rank = rankOf(tokens);
  const work = tokens.filter((token) => !isRank(token) && !ROLES.has(token.text));
  const first = work[0];
  const last = work.at(-1);
  if (first === undefined || last === undefined || work.length === tokens.length) return [];
  if (work.length === 1 && TOO_WEAK.has(first.text)) return [];
  const phrase = work.map((token) => token.text).join(' ');
  const withRank = rank.flatMap((word) => [`${phrase} ${word}`, `${word} ${phrase}`]);
  const withRole = [
    phrase,
    ...['staff', 'officer', 'specialist'].map((role) => `${phrase} ${role}`),
    `staff ${phrase}`,
  ];
  const rankedIds = firstTargets(dictionary, withRank);
  const ids = rankedIds.length > 0 ? rankedIds : firstTargets(dictionary, withRole);
  const only = ids.length === 1 ? ids[0] : undefined;
  if (only === undefined) return [];
  const roleConfidence = rank.length === 0 ? CONFIDENCE.composedWithRole : CONFIDENCE.rankDropped;
  return [
    {
      type: 'OCCUPATION',
      id: only,
      matchedText: text.slice(first.start, last.end),
      start: first.start,
      end: last.end,
      confidenceBp: rankedIds.length > 0 ? CONFIDENCE.composedWithRank : roleConfidence,
      tokenCount: work.length,
      order,
      headDistance: 0,
    },
  ];
}

function rankOf(tokens: readonly Token[]): readonly string[] {
  if (tokens.some((token) => MANAGERS.has(token.text))) return MANAGER_WORDS;
  return tokens.some((token) => SUPERVISORS.has(token.text)) ? SUPERVISOR_WORDS : [];
}

function isRank(token: Token): boolean {
  return MANAGERS.has(token.text) || SUPERVISORS.has(token.text);
}

function firstTargets(dictionary: Dictionary, terms: readonly string[]): readonly string[] {
  for (const term of terms) {
    const ids = dictionary.lookUp('OCCUPATION', term);
    if (ids.length > 0) return ids;
  }
  return [];
}

function withoutNoise(segment: readonly Token[]): Token[] {
  return segment
    .filter((token) => isMeaning(token))
    .map((token, index) => (index === 0 ? { ...token, startsSegment: true } : token));
}

function coreOf(tokens: readonly Token[]): string {
  return tokens
    .filter((token) => isMeaning(token))
    .map((token) => token.text)
    .join(' ');
}

function isMeaning(token: Token): boolean {
  return !NOISE.has(token.text) && !/^\d+$/.test(token.text);
}
