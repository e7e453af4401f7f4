import { Allow, ArrayMaxSize, ArrayMinSize, ArrayUnique, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { type ListMove, listMoves } from '../../matches/wanted-events';
import type { Verdict } from '../../matching/core/tally';
import { For } from '../audience';
import { MatchVerdictEnum } from '../matching/match.view';
import { MutationInput } from '../mutation.input';
import { ListMoveEnum } from './webhook.view';

/** Vacancies that a filter can name. Source: our choice; without names all are meant. */
export const MOST_VACANCIES = 200;

@InputType({ description: 'A new webhook.' })
@For('employer')
export class CreateWebhookInput extends MutationInput {
  @Allow()
  @Field(() => ID, {
    nullable: true,
    description: 'By default the employer for whom the viewer has acted longest.',
  })
  employerId?: string | null;

  @Allow()
  @Field(() => String, {
    description: 'An https address with a public host name, port 443 or at least 1024.',
  })
  url: string;

  @ArrayMinSize(1)
  @ArrayUnique()
  @Field(() => [ListMoveEnum], {
    defaultValue: [...listMoves],
    description: 'What it is told.',
  })
  moves: ListMove[];

  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_VACANCIES)
  @Field(() => [ID], {
    nullable: true,
    description: 'Only of these vacancies of the employer, at most 200; by default of all.',
  })
  vacancyIds?: string[] | null;

  @Allow()
  @Field(() => MatchVerdictEnum, {
    defaultValue: 'POSSIBLE',
    description: 'Only matches at least as good; counts of several people always.',
  })
  minVerdict: Verdict;
}

@InputType({ description: 'A webhook of the viewer.' })
@For('employer')
export class ChangeWebhookInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'The webhook.' })
  id: string;
}

@InputType({ description: 'A webhook of the viewer, and from where on it is told again.' })
@For('employer')
export class ReplayWebhookInput extends ChangeWebhookInput {
  @Allow()
  @Field(() => String, { description: 'The cursor of the last event that is not sent again.' })
  after: string;
}
