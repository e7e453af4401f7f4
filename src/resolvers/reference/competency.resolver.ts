import { IsOptional } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { CompetencyKind, CompetencyRelationKind } from '../../entities/vocabulary';
import { For } from '../audience';
import type { Context } from '../context';
import { CompetencyKindEnum } from '../enums';
import { toSliceConnection, toSliceRequest } from '../lists/page';
import { loadKnown, loadOptional } from '../loaders';
import { decodeKey } from '../node-id';
import {
  CompetencyConnection,
  CompetencySubstitute,
  CompetencyView,
  toCompetencyView,
} from './competency.view';
import { ConceptArgs } from './concept.args';

@ArgsType()
class CompetenciesArgs extends ConceptArgs {
  @IsOptional()
  @Field(() => CompetencyKindEnum, { nullable: true, description: 'Of this kind.' })
  kind?: CompetencyKind | null;
}

@Resolver(() => CompetencyView)
export class CompetencyResolver {
  @For('public')
  @Query(() => CompetencyConnection, { description: 'Competencies in use.' })
  async competencies(
    @Args() args: CompetenciesArgs,
    @Ctx() { cursors, services, viewer }: Context,
  ) {
    const filter = { q: args.q ?? null, kind: args.kind ?? null };
    const list = cursors.forList('competencies', filter);
    const request = toSliceRequest<string | number>(args, list);
    const slice = await services.reference.listCompetencies(viewer, filter, request);
    return toSliceConnection(slice, list, (item) => ({ node: toCompetencyView(item) }));
  }

  @For('public')
  @Query(() => CompetencyView, { nullable: true, description: 'One competency.' })
  async competency(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<CompetencyView | null> {
    const competency = await loaders.competencies.load(decodeKey('Competency', id));
    return competency && toCompetencyView(competency);
  }

  @For('public')
  @FieldResolver(() => CompetencyView, { nullable: true, description: 'The wider one, if any.' })
  async broader(@Root() view: CompetencyView, @Ctx() { loaders }: Context) {
    const broader = await loadOptional(loaders.competencies, view.broaderKey);
    return broader && toCompetencyView(broader);
  }

  @For('public')
  @FieldResolver(() => [CompetencyView], { description: 'The narrower ones.' })
  async narrower(@Root() view: CompetencyView, @Ctx() { loaders }: Context) {
    return (await loaders.narrowerCompetencies.load(view.key)).map(toCompetencyView);
  }

  @For('public')
  @FieldResolver(() => [CompetencyView], {
    description: 'What whoever holds this one holds as well.',
  })
  async implies(@Root() view: CompetencyView, @Ctx() { loaders }: Context) {
    const relations = await relationsOf(view, 'IMPLIES', loaders);
    const targets = relations.map((relation) => relation.targetId);
    return (await loadKnown(loaders.competencies, targets)).map(toCompetencyView);
  }

  @For('public')
  @FieldResolver(() => [CompetencySubstitute], {
    description: 'For what this one stands in, strongest first.',
  })
  async substitutes(
    @Root() view: CompetencyView,
    @Ctx() { loaders }: Context,
  ): Promise<CompetencySubstitute[]> {
    const relations = await relationsOf(view, 'SUBSTITUTE', loaders);
    const targets = await Promise.all(
      relations.map((relation) => loaders.competencies.load(relation.targetId)),
    );
    return relations.flatMap(({ strengthBp }, index) => {
      const competency = targets[index];
      return competency
        ? [{ competency: toCompetencyView(competency), substitutabilityBp: strengthBp }]
        : [];
    });
  }

  @For('public')
  @FieldResolver(() => CompetencyView, {
    nullable: true,
    description: 'What to use instead of a deprecated one.',
  })
  async replacedBy(@Root() view: CompetencyView, @Ctx() { loaders }: Context) {
    const successor = await loadOptional(loaders.competencies, view.replacedByKey);
    return successor && toCompetencyView(successor);
  }
}

async function relationsOf(
  view: CompetencyView,
  kind: CompetencyRelationKind,
  loaders: Context['loaders'],
) {
  const relations = await loaders.competencyRelations.load(view.key);
  return relations.filter((relation) => relation.kind === kind);
}
