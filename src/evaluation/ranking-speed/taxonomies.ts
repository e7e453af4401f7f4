import { readReferenceTable } from '../../../migrations/reference-file';
import { similarLabels } from '../../matching/core/similar-labels';
import type { CompetencyKind, TaxonomyRows } from '../../matching/core/taxonomy-rows';
import { Draws, WeightedDraw, zipf } from './draws';

export const taxonomyNames = ['generated', 'starter'] as const;
export type TaxonomyName = (typeof taxonomyNames)[number];

/** As many competencies and occupations as ESCO has. */
const COMPETENCIES = 13_900;
const OCCUPATIONS = 3_000;
const DEMANDS_EACH = 20;
const LINKS = { implies: 3_000, substitutes: 3_000, similar: 28_000 };

/** The rows of a taxonomy, as the oracle reads them. */
export function benchRows(name: TaxonomyName): TaxonomyRows {
  return name === 'starter' ? starterRows() : generatedRows(1);
}

/** A taxonomy of the size of ESCO, its links drawn. */
function generatedRows(seed: number): TaxonomyRows {
  const draws = new Draws(seed);
  const popular = new WeightedDraw(zipf(COMPETENCIES));
  const ends = (count: number) =>
    Array.from({ length: count }, () => [draws.below(COMPETENCIES), draws.below(COMPETENCIES)])
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
  return {
    version: 1,
    competencies: Array.from({ length: COMPETENCIES }, (_, at) => ({
      kind: at % 20 === 19 ? 'ATTITUDE' : 'SKILL',
      label: `kompetensi ${at}`,
    })),
    // From the rarer to the commoner: no circle.
    implies: ends(LINKS.implies).map(({ low, high }) => ({ from: high, to: low })),
    substitutes: ends(LINKS.substitutes).map(({ low, high }) => ({
      ...{ from: low, to: high },
      strengthBp: 4_000 + draws.below(5_000),
    })),
    similar: ends(LINKS.similar).map(({ low, high }) => ({
      ...{ a: low, b: high },
      similarityBp: 3_000 + draws.below(5_000),
    })),
    occupations: Array.from({ length: OCCUPATIONS }, (_, at) => ({
      code: String(1_000 + ((at * 7) % 9_000)),
      label: `jabatan ${at}`,
    })),
    demands: Array.from({ length: OCCUPATIONS * DEMANDS_EACH }, (_, at) => ({
      occupation: Math.floor(at / DEMANDS_EACH),
      competency: popular.draw(draws),
      isEssential: draws.chance(0.5),
    })),
  };
}

/** The taxonomy that comes with the service, from its reference files. */
function starterRows(): TaxonomyRows {
  const competencies = readReferenceTable('taxonomy-1/competencies.csv');
  const occupations = readReferenceTable('taxonomy-1/occupations.csv');
  const relations = readReferenceTable('taxonomy-1/competency_relations.csv');
  const demands = readReferenceTable('taxonomy-1/occupation_competencies.csv');
  const competencyAt = new Map(competencies.map(({ id }, at) => [id, at]));
  const occupationAt = new Map(occupations.map(({ id }, at) => [id, at]));
  const links = (kind: string) =>
    relations
      .filter((relation) => relation.kind === kind)
      .map((relation) => ({
        from: find(competencyAt, relation.source_id),
        to: find(competencyAt, relation.target_id),
        strengthBp: Number(relation.strength_bp),
      }));
  return {
    version: 1,
    competencies: competencies.map((row) => ({
      kind: row.kind as CompetencyKind,
      label: row.label_id,
    })),
    implies: links('IMPLIES'),
    substitutes: links('SUBSTITUTE'),
    similar: similarLabels(competencies.map((row) => row.label_id)),
    occupations: occupations.map((row) => ({ code: row.kbji_code, label: row.label_id })),
    demands: demands.map((row) => ({
      occupation: find(occupationAt, row.occupation_id),
      competency: find(competencyAt, row.competency_id),
      isEssential: row.necessity === 'ESSENTIAL',
    })),
  };
}

function find(places: ReadonlyMap<string, number>, id: string): number {
  const place = places.get(id);
  if (place === undefined) throw new RangeError(`The reference files have no ${id}`);
  return place;
}
