import { compareTraits, type Traits } from './same-person';

interface EarlierRow {
  readonly row: number;
  readonly traits: Traits;
}

/** Rows of one book in which an address is taken for somebody's own. Source: our choice; more is no family. */
export const MOST_SHARING = 20;

/** The rows of a book that were read already, to find the same person again. */
export class RowsBefore {
  private readonly byKey = new Map<string, EarlierRow>();
  private readonly byNumber = new Map<string, EarlierRow>();
  private readonly byAddress = new Map<string, EarlierRow[]>();
  private readonly uses = new Map<string, number>();

  /** Whether an address stands in so many rows, this one included, that it is nobody's own. */
  isEverybodys(address: string): boolean {
    const uses = (this.uses.get(address) ?? 0) + 1;
    this.uses.set(address, uses);
    return uses > MOST_SHARING;
  }

  /** The earlier row of the same person; `isUnclear` when nothing tells whether it is one. */
  find(key: string, traits: Traits): { row: number; isUnclear: boolean } | null {
    const same =
      this.byKey.get(key) ?? (traits.number && this.byNumber.get(traits.number)) ?? undefined;
    if (same) return { row: same.row, isUnclear: false };
    let unclear: EarlierRow | undefined;
    for (const earlier of this.sharing(traits)) {
      const sameness = compareTraits(earlier.traits, traits);
      if (sameness === 'SAME') return { row: earlier.row, isUnclear: false };
      if (sameness === 'UNCLEAR') unclear ??= earlier;
    }
    return unclear === undefined ? null : { row: unclear.row, isUnclear: true };
  }

  add(key: string, row: number, traits: Traits): void {
    const earlier = { row, traits };
    this.byKey.set(key, earlier);
    if (traits.number !== null) this.byNumber.set(traits.number, earlier);
    for (const address of addressesOf(traits)) {
      const sharing = this.byAddress.get(address);
      if (sharing === undefined) this.byAddress.set(address, [earlier]);
      else sharing.push(earlier);
    }
  }

  private sharing(traits: Traits): EarlierRow[] {
    return addressesOf(traits).flatMap((address) => this.byAddress.get(address) ?? []);
  }
}

const addressesOf = ({ phone, email }: Traits): string[] =>
  [phone, email].filter((address) => address !== null);
