import { readReferenceTable } from '../../migrations/reference-file';
import { Geography } from '../../src/matching/core/geography';
import { similarLabels } from '../../src/matching/core/similar-labels';
import { CoreTaxonomy } from '../../src/matching/core/taxonomy';
import type { CompetencyKind } from '../../src/matching/core/taxonomy-rows';
import { areaNumber } from '../../src/matching/facts/area-codes';

const read = (name: string) => readReferenceTable(`taxonomy-1/${name}.csv`);

const competencies = read('competencies');
const occupations = read('occupations');
const relations = read('competency_relations');

const numbers = (rows: readonly Record<string, string>[]) =>
  new Map(rows.map(({ id }, number) => [id, number]));

function lookUp(known: ReadonlyMap<string, number>): (id: string) => number {
  return (id) => {
    const number = known.get(id);
    if (number === undefined) throw new Error(`The taxonomy has no ${id}`);
    return number;
  };
}

export const competencyNumber = lookUp(numbers(competencies));
export const occupationNumber = lookUp(numbers(occupations));

const linksOf = (kind: string) =>
  relations
    .filter((row) => row.kind === kind)
    .map((row) => ({
      from: competencyNumber(row.source_id),
      to: competencyNumber(row.target_id),
      strengthBp: Number(row.strength_bp),
    }));

/** The first taxonomy version as it is shipped, numbered in the order of its files. */
export const shippedTaxonomy = new CoreTaxonomy({
  version: 1,
  competencies: competencies.map((row) => ({
    kind: row.kind as CompetencyKind,
    label: row.label_id,
  })),
  implies: linksOf('IMPLIES'),
  substitutes: linksOf('SUBSTITUTE'),
  similar: similarLabels(competencies.map((row) => row.label_id)),
  occupations: occupations.map((row) => ({ code: row.kbji_code, label: row.label_id })),
  demands: read('occupation_competencies').map((row) => ({
    occupation: occupationNumber(row.occupation_id),
    competency: competencyNumber(row.competency_id),
    isEssential: row.necessity === 'ESSENTIAL',
  })),
});

export const shippedGeography = new Geography(
  readReferenceTable('centroids.csv').map(({ code, lat, lng }) => ({
    area: areaNumber(code),
    latitude: Number(lat),
    longitude: Number(lng),
  })),
);
