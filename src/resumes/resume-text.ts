/** What a file was by its first bytes. */
export type ResumeKind = 'PDF' | 'DOCX';

/** Why nothing was read. */
const resumeFaults = [
  'UNKNOWN_KIND',
  'BROKEN',
  'PROTECTED',
  'TOO_MANY_PAGES',
  'NO_TEXT',
  'TOO_DEMANDING',
] as const;
export type ResumeFault = (typeof resumeFaults)[number];

/** The text of a file. */
export interface ResumeText {
  readonly kind: ResumeKind;
  readonly text: string;
}

/** A file that cannot be read, and why. */
export class ResumeError extends Error {
  override name = 'ResumeError';
  constructor(readonly fault: ResumeFault) {
    super(fault);
  }
}

/** Source: the issue of the fifth stage. */
export const resumeLimits = {
  bytes: 5 * 1024 * 1024,
  pages: 50,
  /** Of a document inside its archive: some 2,000 pages of text. */
  unpackedBytes: 8 * 1024 * 1024,
  /** A curriculum vitae of many pages; what stands behind is not read. */
  characters: 20_000,
  timeMs: 10_000,
  /** Of the process that reads; twice what a usual file takes. */
  memoryBytes: 256 * 1024 * 1024,
  /** At one time; each takes a core. */
  atOnce: 2,
  waiting: 20,
} as const;

const PDF_HEADER = Buffer.from('%PDF-');
/** Readers of PDF look so far for the header. Source: ISO 32000-1, annex H. */
const HEADER_WITHIN = 1_024;
const ZIP_HEADER = Buffer.from('PK\u0003\u0004');

/** What the bytes are, whatever the file is called; null for anything else. */
export function sniffResume(bytes: Buffer): ResumeKind | null {
  if (bytes.subarray(0, HEADER_WITHIN).includes(PDF_HEADER)) return 'PDF';
  return bytes.subarray(0, ZIP_HEADER.length).equals(ZIP_HEADER) ? 'DOCX' : null;
}

/** Control characters and what reorders a text; nobody reads them. */
const HIDDEN = /(?![\t\n\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069]|\p{Cs}/gu;

/** Text of a file as plain text of bounded length. Errors: ResumeError NO_TEXT. */
export function toPlain(text: string): string {
  const plain = text
    .replace(HIDDEN, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim()
    .slice(0, resumeLimits.characters)
    // A pair of surrogates may have been cut in two.
    .replace(/\p{Cs}$/u, '');
  if (!/[\p{L}\p{N}]/u.test(plain)) throw new ResumeError('NO_TEXT');
  return plain;
}
