import { readReferenceTable } from '../../migrations/reference-file';

const LEAST = 4;

describe('the shipped taxonomy', () => {
  it('names at least 4 competencies for every occupation, so that a rank stands on something', () => {
    const needs = new Map<string, Set<string>>();
    for (const row of readReferenceTable('taxonomy-1/occupation_competencies.csv')) {
      const known = needs.get(row.occupation_id) ?? new Set();
      needs.set(row.occupation_id, known.add(row.competency_id));
    }
    const thin = readReferenceTable('taxonomy-1/occupations.csv')
      .map(({ id }) => id)
      .filter((id) => (needs.get(id)?.size ?? 0) < LEAST);
    expect(thin).toEqual([]);
  });
});
