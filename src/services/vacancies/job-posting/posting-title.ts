import type { PostedPlace, PostingFacts } from './facts';

/** What advertisers join to a title: a dash, a bar, a comma, brackets. */
const JOINTS = /\s+[-–—|/•·]+\s+|\s*[|•·,;]\s*|\s*[([{]|[)\]}]\s*/u;
const WAGE = /\b(?:rp|idr|gaji|upah|salary)\b|\b\d+(?:[.,]\d+)*\s*(?:jt|juta|rb|ribu)\b/iu;
const CALL =
  /^(?:dicari|dibutuhkan|lowongan(?: kerja)?|loker|hiring|urgent|segera)\b[\s:!]*(?:segera)?[\s:!]*/iu;
const NOISE = /[*!_~#]+/g;

/**
 * The name of the job and nothing else: no employer, place, wage, call or ornament beside it.
 *
 * Shape: what remains of the title, else the occupation's name, else the title as it is.
 * Source: Google's rules for `title` of JobPosting.
 */
export function postingTitle({ vacancy, employerName, occupation, places }: PostingFacts): string {
  const names = [employerName, ...places.flatMap(namesOf)].map(plain).filter(Boolean);
  const parts = vacancy.title
    .replace(NOISE, ' ')
    .replace(CALL, '')
    .split(JOINTS)
    .map((part) => withoutPlace(part.replace(/\s+/g, ' ').trim(), names))
    .filter((part) => part !== '' && !WAGE.test(part) && !names.includes(plain(part)));
  return parts[0] ?? occupation?.name ?? vacancy.title;
}

/** Without a closing "di Palu" or "PT Anu". */
function withoutPlace(part: string, names: readonly string[]): string {
  const words = plain(part);
  const name = names.find((it) => words.endsWith(` ${it}`));
  if (name === undefined) return part;
  return part
    .slice(0, part.length - name.length)
    .trim()
    .replace(/\s+(?:di|in|at|untuk|pada)$/iu, '');
}

const namesOf = ({ province, regency, below }: PostedPlace): string[] =>
  [province, regency, regency?.replace(/^(?:kota|kabupaten)\s+/iu, '') ?? null, below].filter(
    (name) => name !== null,
  );

const plain = (text: string) => text.toLowerCase().trim();
