import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Region } from '../../entities';
import { ancestry } from '../../services/reference/distance';
import type { PostedPlace, PostedRequirement } from '../../services/vacancies/job-posting/facts';
import { toJobPosting } from '../../services/vacancies/job-posting/job-posting';
import { vacancyPath } from '../../services/vacancies/vacancy-path';
import { For } from '../audience';
import type { Context, Loaders } from '../context';
import { loadKnown, loadOptional } from '../loaders';
import { JsonScalar } from '../scalars';
import { VacancyView } from './vacancy.view';

/** What a page about a vacancy needs: its address, and its words for search engines. */
@Resolver(() => VacancyView)
export class VacancyPageResolver {
  @For('public')
  @FieldResolver(() => String, {
    description: 'Absolute address of its page; it stays when the vacancy is closed.',
  })
  url(@Root() { slug }: VacancyView, @Ctx() { origin }: Context): string {
    return `${origin}${vacancyPath(slug)}`;
  }

  @For('public')
  @FieldResolver(() => JsonScalar, {
    nullable: true,
    description: 'As a schema.org JobPosting (JSON-LD); null unless it is open.',
  })
  async jsonLd(@Root() view: VacancyView, @Ctx() context: Context) {
    const { loaders, origin, services } = context;
    const vacancy = await loaders.vacancies.load(view.key);
    if (vacancy === null) return null;
    const [employer, occupation, places, requirements] = await Promise.all([
      loaders.employers.load(view.employerKey),
      loadOptional(loaders.occupations, view.occupationKey),
      readPlaces(view.key, loaders),
      readRequirements(view.key, loaders),
    ]);
    const facts = {
      ...{ vacancy, places, requirements },
      url: `${origin}${vacancyPath(view.slug)}`,
      employerName: employer?.name ?? '',
      occupation: occupation && { code: occupation.kbjiCode, name: occupation.labelId },
    };
    return toJobPosting(facts, services.clock.now());
  }
}

async function readPlaces(vacancyKey: string, loaders: Loaders): Promise<PostedPlace[]> {
  const places = await loaders.vacancyRegions.load(vacancyKey);
  const codes = places.map(({ regionCode }) => regionCode);
  const regions = await loadKnown(loaders.regions, [...new Set(codes.flatMap(ancestry))]);
  const known = new Map(regions.map((region) => [region.code, region]));
  return codes.map((code) => toPlace(code, known));
}

function toPlace(code: string, known: ReadonlyMap<string, Region>): PostedPlace {
  const above = ancestry(code).reverse();
  const nameAt = (depth: number) => known.get(above[depth] ?? '')?.name ?? null;
  return { province: nameAt(0), regency: nameAt(1), below: nameAt(above.length - 1) };
}

async function readRequirements(
  vacancyKey: string,
  loaders: Loaders,
): Promise<PostedRequirement[]> {
  const requirements = await loaders.requirements.load(vacancyKey);
  return await Promise.all(
    requirements.map(async ({ necessity, education, minMonths, competencyId }) => {
      const competency = await loadOptional(loaders.competencies, competencyId);
      return { necessity, education, minMonths, name: competency?.labelId ?? null };
    }),
  );
}
