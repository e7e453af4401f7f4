import { Allow, MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { ReadPurpose } from '../../entities/vocabulary';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { loadOptional } from '../loaders';
import { decodeUuid } from '../node-id';
import { RegionView, toRegionView } from '../reference/region.view';
import {
  CandidateRecordView,
  FoundCandidateView,
  ReadPurposeEnum,
  toCandidateRecordView,
  toFoundCandidateView,
} from './candidate-record.view';
import { DisabilityProfileView } from './my-profile.view';

const MOST_CHARACTERS = 200;

@ArgsType()
class CandidatesArgs {
  @MaxLength(MOST_CHARACTERS)
  @Field(() => String, {
    description:
      'A whole identity number (NIK), mobile number or e-mail address, or at least three letters of a name.',
  })
  text: string;

  @Allow()
  @Field(() => ReadPurposeEnum, { description: 'What for; each person found sees it.' })
  purpose: ReadPurpose;
}

@ArgsType()
class CandidateArgs {
  @Allow()
  @Field(() => ID, { description: 'The person.' })
  id: string;

  @Allow()
  @Field(() => ReadPurposeEnum, { description: 'What for; the person sees it.' })
  purpose: ReadPurpose;
}

@Resolver(() => CandidateRecordView)
export class CandidateRecordResolver {
  @For('office')
  @Query(() => [FoundCandidateView], {
    complexity: 40,
    description:
      'People of the officer’s area by identity number, telephone, e-mail or name, at most 20; 200 people a day.',
  })
  async candidates(
    @Args() args: CandidatesArgs,
    @Ctx() context: Context,
  ): Promise<FoundCandidateView[]> {
    const found = await context.services.people.find(viewerOf(context), args);
    return found.map(toFoundCandidateView);
  }

  @For('office')
  @Query(() => CandidateRecordView, {
    complexity: 20,
    description:
      'The record of a person of the officer’s area, for a stated purpose; noted before it is told. 200 people a day.',
  })
  async candidate(
    @Args() { id, purpose }: CandidateArgs,
    @Ctx() context: Context,
  ): Promise<CandidateRecordView> {
    const candidateId = decodeUuid('Candidate', id);
    const viewer = viewerOf(context);
    return toCandidateRecordView(
      await context.services.people.read(viewer, { candidateId, purpose }),
    );
  }

  @For('office')
  @FieldResolver(() => RegionView, { nullable: true, description: 'Where the person lives.' })
  async region(@Root() { source }: CandidateRecordView, @Ctx() { loaders }: Context) {
    const region = await loadOptional(loaders.regions, source.person.regionCode);
    return region && toRegionView(region);
  }

  @For('office')
  @FieldResolver(() => RegionView, {
    nullable: true,
    description: 'Region of the identity card; for reports and the card AK/I.',
  })
  async identityRegion(@Root() { source }: CandidateRecordView, @Ctx() { loaders }: Context) {
    const region = await loadOptional(loaders.regions, source.person.identityRegionCode);
    return region && toRegionView(region);
  }

  @For('office')
  @FieldResolver(() => DisabilityProfileView, {
    nullable: true,
    description:
      'What the person says of disabilities, for officers of the disability service unit (ULD) alone; null for every other one, and where nothing was said. Noted apart.',
  })
  async disability(
    @Root() { source }: CandidateRecordView,
    @Ctx() context: Context,
  ): Promise<DisabilityProfileView | null> {
    const told = await context.services.people.readDisability(viewerOf(context), source);
    return told && Object.assign(new DisabilityProfileView(), told);
  }
}

@Resolver(() => FoundCandidateView)
export class FoundCandidateResolver {
  @For('office')
  @FieldResolver(() => RegionView, { nullable: true, description: 'Where the person lives.' })
  async region(@Root() { regionCode }: FoundCandidateView, @Ctx() { loaders }: Context) {
    const region = await loadOptional(loaders.regions, regionCode);
    return region && toRegionView(region);
  }
}
