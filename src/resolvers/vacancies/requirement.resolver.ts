import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { For } from '../audience';
import type { Context } from '../context';
import { type Loaders, loadOptional } from '../loaders';
import { CompetencyView, toCompetencyView } from '../reference/competency.view';
import { RequirementView } from './requirement.view';

@Resolver(() => RequirementView)
export class RequirementResolver {
  @For('public')
  @FieldResolver(() => CompetencyView, {
    nullable: true,
    description: 'The competency, language or licence that is asked for.',
  })
  competency(@Root() view: RequirementView, @Ctx() { loaders }: Context) {
    // No promise where none is needed: the matches of a page name the same few requirements hundreds of times.
    const { loadedCompetency, competencyKey } = view;
    return loadedCompetency === undefined ? load(competencyKey, loaders) : loadedCompetency;
  }
}

async function load(key: string | null, loaders: Loaders): Promise<CompetencyView | null> {
  const competency = await loadOptional(loaders.competencies, key);
  return competency && toCompetencyView(competency);
}
