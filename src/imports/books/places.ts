import type { EntityManager } from 'typeorm';

/** A place as a row names it: '' = not said. */
export interface NamedPlace {
  readonly regionCode: string;
  readonly village: string;
  readonly district: string;
  readonly regency: string;
}

/** What became of a named place. */
export type FoundPlace =
  /** `isExact`: as fine as the row says. */
  { readonly code: string; readonly isExact: boolean } | { readonly fault: keyof NamedPlace };

const PREFIXES =
  /^(?:kabupaten|kab|kotamadya|kota|kecamatan|kec|kelurahan|kel|desa|ds|distrik)\b\.?\s*/i;
const SPELT = /^(?:ID|\d{2}(?:\.?\d{2}(?:\.?\d{2}(?:\.?\d{4})?)?)?)$/;

interface Row {
  readonly code: string;
  readonly name: string;
}

/**
 * The regions that rows name by code or by the names of regency, district and village.
 *
 * A name is looked for inside the coarser one beside it, else inside the area of the office; a name that several regions
 * there share, or that none has, leaves the coarser place.
 */
export class BookPlaces {
  private readonly codes: ReadonlySet<string>;
  private readonly byName = new Map<string, string[]>();

  constructor(
    regions: readonly Row[],
    /** Area of the office whose book it is; null = not said. */
    private readonly area: string | null,
  ) {
    this.codes = new Set(regions.map(({ code }) => code));
    for (const { code, name } of regions) {
      const key = foldPlace(name);
      this.byName.set(key, [...(this.byName.get(key) ?? []), code]);
    }
  }

  find({ regionCode, village, district, regency }: NamedPlace): FoundPlace {
    if (regionCode !== '') {
      const code = spell(regionCode);
      return code !== null && this.codes.has(code)
        ? { code, isExact: true }
        : { fault: 'regionCode' };
    }
    let within = this.area;
    let isExact = true;
    for (const [name, length] of [
      [regency, 'xx.xx'.length],
      [district, 'xx.xx.xx'.length],
      [village, 'xx.xx.xx.xxxx'.length],
    ] as const) {
      if (name === '') continue;
      const code = this.only(name, length, within);
      if (code === null) isExact = false;
      else within = code;
    }
    if (within === null) return { fault: regency === '' ? 'regionCode' : 'regency' };
    return { code: within, isExact };
  }

  /** The one region of this name and level inside another; a regency may as well be the place itself. */
  private only(name: string, length: number, within: string | null): string | null {
    const found = (this.byName.get(foldPlace(name)) ?? []).filter(
      (code) =>
        code.length === length &&
        (within === null ||
          isInside(code, within) ||
          // The regency that a row names counts for more than the office's own area.
          (length === 'xx.xx'.length && within === this.area)),
    );
    if (found.length === 1) return found[0] ?? null;
    // "Kota Madiun" and "Kabupaten Madiun" have one name without the word before it.
    const kind = /^\s*kota/i.test(name) ? isCity : /^\s*kab/i.test(name) ? isRegency : () => true;
    const ofKind = found.filter(kind);
    return ofKind.length === 1 ? (ofKind[0] ?? null) : null;
  }
}

/** Cost: 1 query, some 90,000 regions. */
export async function loadBookPlaces(
  manager: EntityManager,
  area: string | null,
): Promise<BookPlaces> {
  const regions = await manager.query<Row[]>('SELECT code, name FROM regions');
  return new BookPlaces(regions, area);
}

/** Whether a region is another or lies inside it. */
export const isInside = (code: string, area: string): boolean =>
  area === 'ID' || code === area || code.startsWith(`${area}.`);

const foldPlace = (name: string): string =>
  name
    .trim()
    .replace(PREFIXES, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** "7271011004" and "72.71.01.1004" as the latter; null for what is no code. */
function spell(text: string): string | null {
  if (!SPELT.test(text)) return null;
  const digits = text.replaceAll('.', '');
  const parts = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)];
  return parts.filter((part) => part !== '').join('.');
}

// Source: coding of regions: 01–69 are regencies, 71–99 cities.
const isCity = (code: string) => Number(code.slice(3, 5)) >= 71;
const isRegency = (code: string) => !isCity(code);
