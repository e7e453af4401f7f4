import { Arg, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Lang } from '../../errors';
import { type Remark, type RemarkCode, remarkCodes } from '../../services/vacancies/draft-remarks';
import { For } from '../audience';
import type { Context } from '../context';
import { enumOf } from '../enums';
import { viewerOf } from '../guard';
import { LangArg, langOf } from '../lang.arg';
import { toUserErrors, UserErrorView } from '../user-error.view';
import { toDraft, VacancyContentInput } from './vacancy.input';

const REVIEW_COST = 10;

const DraftRemarkCodeEnum = enumOf(
  'DraftRemarkCode',
  remarkCodes,
  'What could be better in a draft: too thin, contradictory, an unlikely wage, discriminatory wording.',
);

@ObjectType('DraftRemark', {
  description: 'Advice about a draft; it refuses nothing.',
  simpleResolvers: true,
})
@For('employer')
export class DraftRemarkView {
  message: Remark['message'];

  @For('employer')
  @Field(() => DraftRemarkCodeEnum, { description: 'Stable code.' })
  code: RemarkCode;

  @For('employer')
  @Field(() => [String], { description: 'The input field that it is about.' })
  path: readonly string[];

  @For('employer')
  @Field(() => String, { nullable: true, description: 'The words it is about.' })
  matchedText: string | null;
}

@ObjectType({ description: 'What a draft still lacks.', simpleResolvers: true })
@For('employer')
export class VacancyQuality {
  @For('employer')
  @Field(() => [UserErrorView], { description: 'What would keep it from being published.' })
  problems: UserErrorView[];

  @For('employer')
  @Field(() => [DraftRemarkView], { description: 'What would make it better.' })
  remarks: DraftRemarkView[];
}

@Resolver()
export class DraftReviewResolver {
  @For('employer')
  @Query(() => VacancyQuality, {
    complexity: REVIEW_COST,
    description: 'Reads a vacancy before it is written; nothing is stored.',
  })
  async checkVacancyDraft(
    @Arg('input', () => VacancyContentInput, { description: 'What the vacancy would say.' })
    input: VacancyContentInput,
    @Ctx() context: Context,
  ): Promise<VacancyQuality> {
    const viewer = viewerOf(context);
    const draft = toDraft(input, 'input');
    const { problems, remarks } = await context.services.vacancies.check(viewer, draft);
    return {
      problems: toUserErrors(problems),
      remarks: remarks.map((one) => Object.assign(new DraftRemarkView(), one)),
    };
  }
}

@Resolver(() => DraftRemarkView)
export class DraftRemarkResolver {
  @For('employer')
  @FieldResolver(() => String, { name: 'message', description: 'For people.' })
  messageIn(
    @Root() { message }: DraftRemarkView,
    @LangArg() lang: Lang | null,
    @Ctx() context: Context,
  ): string {
    return message[langOf(lang, context)];
  }
}
