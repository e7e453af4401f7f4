import { FULL_BP } from './fixed-point';
import { closeImplications } from './implications';
import { type LabelVectors, similaritiesTo, vectorise } from './label-vectors';
import { bandOccupation } from './occupation';
import { countHolders, measureRarity } from './rarity';
import { rememberLast } from './remember-last';
import type { CompetencyKind, OccupationRow, TaxonomyRows } from './taxonomy-rows';

/** How a held competency covers a required one; the smaller, the more direct. */
export const VIA = { EXACT: 0, IMPLIED: 1, SUBSTITUTE: 2, SIMILAR: 3 } as const;
export type ViaCode = (typeof VIA)[keyof typeof VIA];

/** Holding `held` covers the competency in question to `strengthBp`. */
export interface CoverLink {
  readonly held: number;
  readonly strengthBp: number;
  readonly via: ViaCode;
}

/** A similar label earns this share of the squared cosine. Source: formula m4, docs/MATCHING.md. */
const SIMILAR_CREDIT = 0.5;

/** Kinds whose labels look alike without meaning alike (two languages, two licences). */
const EXACT_KINDS: ReadonlySet<CompetencyKind> = new Set(['LANGUAGE', 'LICENCE', 'CERTIFICATE']);

/** What speaks for an occupation, in parts of the whole. Source: formula m4, docs/MATCHING.md. */
const TITLE_WEIGHT = 200;
const FAMILY_WEIGHT = 75;
const MAJOR_GROUP_WEIGHT = 40;
const ALL_OCCUPATION_WEIGHT = TITLE_WEIGHT + FAMILY_WEIGHT + MAJOR_GROUP_WEIGHT;

const vectorsOf = rememberLast(vectorise);

/** Competencies, their links and occupations, with every number frozen and whole; never changed after. */
export class CoreTaxonomy {
  readonly version: number;
  readonly competencyCount: number;
  readonly occupationCount: number;
  /** By competency: 1–10,000, the rarer the higher. */
  readonly rarityBp: readonly number[];
  /** What a usual occupation asks for in all: the median sum of rarity over the occupations. */
  readonly usualDemandBp: number;
  private readonly kinds: readonly CompetencyKind[];
  private readonly impliedBy: readonly (readonly number[])[];
  private readonly links: readonly (readonly CoverLink[])[];
  private readonly occupations: readonly OccupationRow[];
  private readonly titles: LabelVectors;
  private readonly evidenceRows = new Map<number, Uint16Array>();
  private readonly families = new Map<string, Uint8Array>();

  /** Errors: RangeError when `implies` holds a cycle (I27). */
  constructor(rows: TaxonomyRows) {
    const count = rows.competencies.length;
    this.version = rows.version;
    this.competencyCount = count;
    this.occupationCount = rows.occupations.length;
    this.kinds = rows.competencies.map((row) => row.kind);
    const holders = rows.holders ?? countHolders(count, rows.occupations.length, rows.demands);
    const rarity = measureRarity(this.kinds, holders, rows.demands);
    this.rarityBp = rarity.rarityBp;
    this.usualDemandBp = rarity.usualDemandBp;
    const implied = closeImplications(count, rows.implies);
    this.impliedBy = invert(count, implied);
    this.links = this.linkAll(rows, implied);
    this.occupations = rows.occupations;
    this.titles = vectorsOf(rows.occupations.map((row) => row.label));
  }

  kindOf(competency: number): CompetencyKind {
    return this.kinds[competency];
  }

  /** What covers a required competency, itself first, then ascending; per held competency the best link only. */
  coveredBy(competency: number): readonly CoverLink[] {
    return this.links[competency];
  }

  /**
   * How much having worked in each occupation speaks for `occupation`, in basis points, banded.
   *
   * Shape: indexed by occupation number; do not change it. Cost: O(occupations) once, then O(1).
   */
  occupationEvidence(occupation: number): Uint16Array {
    const known = this.evidenceRows.get(occupation);
    if (known) return known;
    const own = this.occupations[occupation].code;
    const row = Uint16Array.from(similaritiesTo(this.titles, occupation), (cosine, other) => {
      const { code } = this.occupations[other];
      const weight =
        TITLE_WEIGHT * Math.min(1, cosine) +
        (code.slice(0, 3) === own.slice(0, 3) ? FAMILY_WEIGHT : 0) +
        (code[0] === own[0] ? MAJOR_GROUP_WEIGHT : 0);
      return bandOccupation(Math.round((weight * FULL_BP) / ALL_OCCUPATION_WEIGHT));
    });
    row[occupation] = FULL_BP;
    this.evidenceRows.set(occupation, row);
    return row;
  }

  /**
   * Which occupations have the same first three digits of the code: work there counts in full as experience.
   *
   * Shape: indexed by occupation number, 1 = the same; do not change it. Cost: O(occupations) once a family.
   */
  familyOf(occupation: number): Uint8Array {
    const family = this.occupations[occupation].code.slice(0, 3);
    let row = this.families.get(family);
    if (row === undefined) {
      row = Uint8Array.from(this.occupations, ({ code }) => Number(code.slice(0, 3) === family));
      this.families.set(family, row);
    }
    return row;
  }

  private linkAll(rows: TaxonomyRows, implied: readonly number[][]): CoverLink[][] {
    const best = rows.competencies.map((_, required) => {
      const links = new Map<number, CoverLink>();
      links.set(required, { held: required, strengthBp: FULL_BP, via: VIA.EXACT });
      for (const held of this.impliedBy[required]) {
        links.set(held, { held, strengthBp: FULL_BP, via: VIA.IMPLIED });
      }
      return links;
    });
    for (const { from, to, strengthBp } of rows.substitutes) {
      for (const required of [to, ...implied[to]]) {
        this.addWithHolders(best[required], from, strengthBp, VIA.SUBSTITUTE);
      }
    }
    for (const { a, b, similarityBp } of rows.similar) {
      if (EXACT_KINDS.has(this.kinds[a]) || EXACT_KINDS.has(this.kinds[b])) continue;
      const strengthBp = Math.round((SIMILAR_CREDIT * similarityBp ** 2) / FULL_BP);
      this.addWithHolders(best[a], b, strengthBp, VIA.SIMILAR);
      this.addWithHolders(best[b], a, strengthBp, VIA.SIMILAR);
    }
    return best.map((links, required) =>
      [...links.values()].sort(
        (x, y) => Number(y.held === required) - Number(x.held === required) || x.held - y.held,
      ),
    );
  }

  /** Who has what implies `held` has `held`, so the link is theirs too; the stronger link stays. */
  private addWithHolders(
    links: Map<number, CoverLink>,
    held: number,
    strengthBp: number,
    via: ViaCode,
  ): void {
    for (const holder of [held, ...this.impliedBy[held]]) {
      const known = links.get(holder);
      if (
        !known ||
        strengthBp > known.strengthBp ||
        (strengthBp === known.strengthBp && via < known.via)
      ) {
        links.set(holder, { held: holder, strengthBp, via });
      }
    }
  }
}

function invert(count: number, sets: readonly (readonly number[])[]): number[][] {
  const inverted: number[][] = Array.from({ length: count }, () => []);
  sets.forEach((set, from) => {
    for (const to of set) inverted[to].push(from);
  });
  return inverted;
}
