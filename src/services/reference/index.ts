import type { AreaDeps } from '../area-deps';
import { listCompetencies, listOccupations } from './concepts';
import { listRegions } from './list-regions';
import { listTaxonomyChanges } from './taxonomy-changes';

/** The use cases about reference data: regions, competencies, occupations. */
export const referenceServices = (deps: AreaDeps) => ({
  listRegions: listRegions(deps.manager),
  listCompetencies: listCompetencies(deps),
  listOccupations: listOccupations(deps),
  listTaxonomyChanges: listTaxonomyChanges(deps.manager),
  resolve: deps.reader.resolve.bind(deps.reader),
  suggest: deps.reader.suggest.bind(deps.reader),
});
