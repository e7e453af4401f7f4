/** By what a book's row and somebody known, or two rows, are held together; null = not said. */
export interface Traits {
  readonly fullName: string;
  readonly birthDate: string | null;
  /** Keyed hash of the identity number, hexadecimal. */
  readonly number: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/**
 * SAME when they are one person; UNCLEAR when they share an address and nothing tells whether they are one: families
 * share telephones.
 */
export type Sameness = 'SAME' | 'UNCLEAR' | 'DIFFERENT';

/** Whether two are one person. */
export function compareTraits(one: Traits, other: Traits): Sameness {
  if (one.number !== null && other.number !== null) {
    return one.number === other.number ? 'SAME' : 'DIFFERENT';
  }
  if (!isShared(one.phone, other.phone) && !isShared(one.email, other.email)) return 'DIFFERENT';
  if (one.birthDate !== null && other.birthDate !== null) {
    return one.birthDate === other.birthDate ? 'SAME' : 'DIFFERENT';
  }
  return foldName(one.fullName) === foldName(other.fullName) ? 'SAME' : 'UNCLEAR';
}

const isShared = (one: string | null, other: string | null) => one !== null && one === other;

/** A name without case, dots and titles behind a comma. */
export const foldName = (name: string): string =>
  (name.split(',', 1)[0] ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
