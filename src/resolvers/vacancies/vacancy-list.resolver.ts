import { Arg, Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import type { Lang } from '../../errors';
import { type Label, labelOf } from '../../services/labels';
import { ancestry, distanceToRegions } from '../../services/reference/distance';
import type { VacancyFacet } from '../../services/vacancies/search-vacancies';
import { For } from '../audience';
import type { Context } from '../context';
import { VacancyFacetEnum } from '../enums';
import { LangArg, langOf } from '../lang.arg';
import { type Loaders, loadKnown } from '../loaders';
import { Facet, FacetBucket, toFacet, VacancyConnection, VacancyEdge } from './vacancy.view';

@Resolver(() => VacancyConnection)
export class VacancyConnectionResolver {
  @For('public')
  @FieldResolver(() => [Facet], {
    description: 'All that was found, not only this page, counted by these properties.',
  })
  async facets(
    @Root() { query }: VacancyConnection,
    @Arg('by', () => [VacancyFacetEnum], { description: 'The properties.' }) by: VacancyFacet[],
    @Ctx() { services }: Context,
  ): Promise<Facet[]> {
    if (query === null) return [];
    const facets = [...new Set(by)];
    const counts = await services.vacancies.count(query, facets);
    return facets.map((facet) => toFacet(facet, counts[facet] ?? []));
  }
}

@Resolver(() => VacancyEdge)
export class VacancyEdgeResolver {
  @For('public')
  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Kilometres from `near` to its nearest place; null where none was asked for.',
  })
  async distanceKm(
    @Root() { near, node }: VacancyEdge,
    @Ctx() { loaders }: Context,
  ): Promise<number | null> {
    if (near === null) return null;
    const places = await loaders.vacancyRegions.load(node.key);
    const codes = places.map((place) => place.regionCode);
    const regions = await loadKnown(loaders.regions, [...new Set(codes.flatMap(ancestry))]);
    return distanceToRegions(near, codes, new Map(regions.map((region) => [region.code, region])));
  }
}

@Resolver(() => FacetBucket)
export class FacetBucketResolver {
  @For('public')
  @FieldResolver(() => String, { description: 'The value for people.' })
  async label(
    @Root() { facet, value }: FacetBucket,
    @LangArg() lang: Lang | null,
    @Ctx() context: Context,
  ): Promise<string> {
    const label = await labelOfBucket(facet, value, context.loaders);
    return label?.[langOf(lang, context)] ?? value;
  }
}

async function labelOfBucket(
  facet: VacancyFacet,
  value: string,
  loaders: Loaders,
): Promise<Label | undefined> {
  switch (facet) {
    case 'REGION': {
      const name = (await loaders.regions.load(value))?.name ?? value;
      return { ID: name, EN: name };
    }
    case 'OCCUPATION':
      return toLabel(await loaders.occupations.load(value));
    case 'COMPETENCY':
      return toLabel(await loaders.competencies.load(value));
    case 'EDUCATION':
      return labelOf('educationLevels', value);
    case 'EMPLOYMENT_TYPE':
      return labelOf('employmentTypes', value);
    case 'SECTOR':
      return labelOf('employerSectors', value);
    case 'SOURCE':
      return labelOf('sourceKinds', value);
  }
}

const toLabel = (concept: { labelId: string; labelEn: string } | null): Label | undefined =>
  concept ? { ID: concept.labelId, EN: concept.labelEn } : undefined;
