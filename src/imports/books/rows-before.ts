import { compareTraits, type Traits } from './same-person';

interface EarlierRow {
  readonly row: number;
  readonly traits: Traits;
}

/** The rows of a book that were read already, to find the same person again. */
export class RowsBefore {
  private readonly byKey = new Map<string, EarlierRow>();
  private readonly byNumber = new Map<string, EarlierRow>();
  private readonly byAddress = new Map<string, EarlierRow[]>();

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
      this.byAddress.set(address, [...(this.byAddress.get(address) ?? []), earlier]);
    }
  }

  private sharing(traits: Traits): EarlierRow[] {
    return addressesOf(traits).flatMap((address) => this.byAddress.get(address) ?? []);
  }
}

const addressesOf = ({ phone, email }: Traits): string[] =>
  [phone, email].filter((address) => address !== null);
