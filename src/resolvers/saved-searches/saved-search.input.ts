import { Allow, ArrayMaxSize, ArrayMinSize, IsOptional } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { DigestFrequency } from '../../entities/vocabulary';
import type { Verdict } from '../../matching/core/tally';
import { For } from '../audience';
import { ConnectionArgs } from '../lists/connection';
import { MatchVerdictEnum } from '../matching/match.view';
import { MutationInput } from '../mutation.input';
import { MOST_VACANCIES } from '../webhooks/webhook.input';
import { DigestFrequencyEnum } from './saved-search.view';

@InputType({ description: 'A new saved search.' })
@For('employer')
export class SaveSearchInput extends MutationInput {
  @Allow()
  @Field(() => String, { description: 'Its name, up to 200 characters.' })
  name: string;

  @Allow()
  @Field(() => ID, {
    nullable: true,
    description: 'Only this employer; by default every one that the viewer acts for.',
  })
  employerId?: string | null;

  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_VACANCIES)
  @Field(() => [ID], {
    nullable: true,
    description: 'Only these vacancies, at most 200; by default all.',
  })
  vacancyIds?: string[] | null;

  @Allow()
  @Field(() => MatchVerdictEnum, {
    defaultValue: 'POSSIBLE',
    description: 'Only matches at least as good; counts of several people always.',
  })
  minVerdict: Verdict;

  @Allow()
  @Field(() => DigestFrequencyEnum, {
    defaultValue: 'DAILY',
    description: 'How often it is summed up.',
  })
  frequency: DigestFrequency;
}

@InputType({ description: 'A saved search of the viewer.' })
@For('employer')
export class DeleteSavedSearchInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'The saved search.' })
  id: string;
}

@InputType({ description: 'A saved search of the viewer, and what was seen of it.' })
@For('employer')
export class MarkSearchSeenInput extends DeleteSavedSearchInput {
  @Allow()
  @Field(() => String, { description: 'The cursor of the last event that was seen.' })
  cursor: string;
}

@ArgsType()
export class SearchDigestArgs extends ConnectionArgs {
  @Allow()
  @Field(() => ID, { nullable: true, description: 'Only those of this saved search.' })
  savedSearchId?: string | null;
}
