import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { For } from './audience';
import type { Context } from './context';
import { toEmployerView } from './employers/employer.view';
import type { Loaders } from './loaders';
import { Node } from './node.view';
import { decodeNodeId, decodeUuid } from './node-id';
import { toCompetencyView } from './reference/competency.view';
import { toOccupationView } from './reference/occupation.view';
import { toRegionView } from './reference/region.view';
import { toRequirementView } from './vacancies/requirement.view';
import { toVacancyView } from './vacancies/vacancy.view';

type Finder = (id: string, key: string, loaders: Loaders) => Promise<Node | null>;

/** How each type is found again. */
const finders: Readonly<Record<string, Finder>> = {
  Region: async (_, key, loaders) => present(await loaders.regions.load(key), toRegionView),
  Competency: async (_, key, loaders) =>
    present(await loaders.competencies.load(key), toCompetencyView),
  Occupation: async (_, key, loaders) =>
    present(await loaders.occupations.load(key), toOccupationView),
  Employer: async (id, _, loaders) =>
    present(await loaders.employers.load(decodeUuid('Employer', id)), toEmployerView),
  Requirement: async (id, _, loaders) =>
    present(await loaders.requirementsById.load(decodeUuid('Requirement', id)), toRequirementView),
  Vacancy: async (id, _, loaders) =>
    present(await loaders.vacancies.load(decodeUuid('Vacancy', id)), toVacancyView),
};

@Resolver()
export class NodeResolver {
  @For('public')
  @Query(() => Node, { nullable: true, description: 'The object under a global id.' })
  async node(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Node | null> {
    const { type, key } = decodeNodeId(id);
    return (await finders[type]?.(id, key, loaders)) ?? null;
  }
}

const present = <T>(row: T | null, toView: (row: T) => Node): Node | null => row && toView(row);
