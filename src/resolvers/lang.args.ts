import { IsOptional } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import type { Lang } from '../errors';
import type { Context } from './context';
import { LangEnum } from './enums';

/** Every text in two languages is asked for so. */
@ArgsType()
export class LangArgs {
  @IsOptional()
  @Field(() => LangEnum, {
    nullable: true,
    description: 'Language; by default the one of the Accept-Language header, else Indonesian.',
  })
  lang?: Lang | null;
}

/** The language to answer in. */
export const langOf = (args: LangArgs, context: Context): Lang => args.lang ?? context.lang;
