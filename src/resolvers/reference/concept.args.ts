import { IsOptional, MaxLength } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { ConnectionArgs } from '../lists/connection';

/** Source: RELIABILITY of the design (free text); longer than any name. */
export const MAX_QUERY_LENGTH = 200;

/** Which competencies or occupations are wanted. */
@ArgsType()
export class ConceptArgs extends ConnectionArgs {
  @IsOptional()
  @MaxLength(MAX_QUERY_LENGTH)
  @Field(() => String, {
    nullable: true,
    description: 'Words in Indonesian or English, typos forgiven; best first.',
  })
  q?: string | null;
}
