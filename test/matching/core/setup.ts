import { compileVacancy } from '../../../src/matching/core/compile';
import { Geography } from '../../../src/matching/core/geography';
import { CoreTaxonomy } from '../../../src/matching/core/taxonomy';
import type { World } from './worlds';

/** The engine's view of a world. */
export function prepare(world: World) {
  const taxonomy = new CoreTaxonomy(world.rows);
  const geography = new Geography(world.centroids);
  return {
    taxonomy,
    geography,
    vacancies: world.vacancies.map((vacancy) => compileVacancy(vacancy, taxonomy, geography)),
  };
}
