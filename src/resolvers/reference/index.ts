import { CompetencyResolver } from './competency.resolver';
import { ConceptResolver } from './concept.resolver';
import { OccupationResolver } from './occupation.resolver';
import { RegionResolver } from './region.resolver';
import { TaxonomyChangesResolver } from './taxonomy-changes.resolver';

export const referenceResolvers = [
  CompetencyResolver,
  ConceptResolver,
  OccupationResolver,
  RegionResolver,
  TaxonomyChangesResolver,
] as const;
