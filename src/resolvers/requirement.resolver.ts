import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { For } from './audience';
import { CompetencyView, toCompetencyView } from './competency.view';
import type { Context } from './context';
import { loadOptional } from './loaders';
import { RequirementView } from './requirement.view';

@Resolver(() => RequirementView)
export class RequirementResolver {
  @For('public')
  @FieldResolver(() => CompetencyView, {
    nullable: true,
    description: 'The competency, language or licence that is asked for.',
  })
  async competency(@Root() view: RequirementView, @Ctx() { loaders }: Context) {
    const competency = await loadOptional(loaders.competencies, view.competencyKey);
    return competency && toCompetencyView(competency);
  }
}
