import type { Candidate } from '../../entities';
import type { RowFault } from '../faults';
import { type BookKeys, bookHash, rowKey } from './book-keys';
import type { KnownPerson, KnownRow } from './known-people';
import type { PersonRow } from './person-row';
import { isInside } from './places';
import { compareTraits, type Traits } from './same-person';
import type { PersonWrite } from './write-people';

/** A row with what it is compared and kept by. */
export interface KeyedPerson {
  readonly person: PersonRow;
  readonly traits: Traits;
  readonly rowKey: Buffer;
  readonly contentHash: Buffer;
}

/** What becomes of a row. */
export type PlacedPerson =
  | { readonly kind: 'CREATE' | 'UPDATE' | 'FILL'; readonly write: PersonWrite }
  | { readonly kind: 'UNCHANGED' }
  | { readonly kind: 'REFUSE'; readonly faults: readonly RowFault[] };

export function keyPerson(keys: BookKeys, person: PersonRow): KeyedPerson {
  const { fullName, birthDate, identityNumber, phone, email, regionCode } = person;
  const number = identityNumber && keys.vault.hash(identityNumber).toString('hex');
  return {
    person,
    traits: { fullName, birthDate, number, phone, email },
    rowKey: rowKey(keys, {
      ...{ number: identityNumber, name: fullName },
      others: birthDate === null ? [null, phone ?? email] : [birthDate, regionCode.slice(0, 5)],
    }),
    contentHash: bookHash(keys, person),
  };
}

interface Surroundings {
  readonly earlier: KnownRow | undefined;
  readonly people: readonly KnownPerson[];
  /** Area of the office; null = not said. */
  readonly area: string | null;
  /** Column of the telephone, for the report. */
  readonly addressColumn: string;
}

/** What becomes of a row, by what is known of it and of people like it. */
export function placePerson(
  { person, traits, rowKey: key, contentHash }: KeyedPerson,
  { earlier, people, area, addressColumn }: Surroundings,
): PlacedPerson {
  const isEqual = earlier?.contentHash === contentHash.toString('hex');
  if (isEqual) return { kind: 'UNCHANGED' };
  const write = { person, rowKey: key, contentHash };
  const own = people.find(({ id }) => id === earlier?.candidateId);
  const known = own ?? findSame(people, traits);
  if (known === 'UNCLEAR') {
    const reason =
      'is that of somebody known under another name; give the identity number or the day of birth';
    return { kind: 'REFUSE', faults: [{ row: person.row, column: addressColumn, reason }] };
  }
  if (known === undefined) return { kind: 'CREATE', write: { ...write, known: null, changes: {} } };
  if (own?.isBooks) {
    return { kind: 'UPDATE', write: { ...write, known, changes: said(person) } };
  }
  // Of people elsewhere an office changes nothing.
  const isOurs = area === null || isInside(known.regionCode ?? '', area);
  const changes = isOurs ? missing(person, known) : {};
  return { kind: 'FILL', write: { ...write, known, changes } };
}

function findSame(
  people: readonly KnownPerson[],
  traits: Traits,
): KnownPerson | 'UNCLEAR' | undefined {
  const byNumber = people.find(({ number }) => number !== null && number === traits.number);
  if (byNumber !== undefined) return byNumber;
  const compared = people.map((known) => ({ known, sameness: compareTraits(known, traits) }));
  const same = compared.find(({ sameness }) => sameness === 'SAME');
  if (same !== undefined) return same.known;
  return compared.some(({ sameness }) => sameness === 'UNCLEAR') ? 'UNCLEAR' : undefined;
}

type Said = Pick<
  Candidate,
  'fullName' | 'birthDate' | 'gender' | 'address' | 'regionCode' | 'phone' | 'email' | 'education'
>;

const columns = [
  'fullName',
  'birthDate',
  'gender',
  'address',
  'regionCode',
  'phone',
  'email',
  'education',
] as const satisfies readonly (keyof Said)[];

/** What a row says; what it does not say stays. */
const said = (person: PersonRow): Partial<Said> =>
  Object.fromEntries(
    columns.flatMap((column) => (person[column] === null ? [] : [[column, person[column]]])),
  );

/** What a row says where nothing stood. */
const missing = (person: PersonRow, known: KnownPerson): Partial<Said> =>
  Object.fromEntries(
    columns.flatMap((column) =>
      known[column] === null && person[column] !== null ? [[column, person[column]]] : [],
    ),
  );
