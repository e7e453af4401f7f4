import { Allow, Max, Min } from 'class-validator';
import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type ExportFormat, exportFormats } from '../../services/exports/export-my-data';
import { For } from '../audience';
import type { Context } from '../context';
import { enumOf } from '../enums';
import { viewerOf } from '../guard';
import { MutationInput } from '../mutation.input';
import { toUserErrors, UserErrorView } from '../user-error.view';

const EXPORT_COST = 200;

const ExportFormatEnum = enumOf('ExportFormat', exportFormats, 'What a file holds.', {
  JSON: 'Every row of the person in every table',
  JSON_RESUME: 'A résumé as JSON Resume 1.0.0',
});

@InputType({ description: 'Which file is wanted.' })
@For('candidate')
export class ExportMyDataInput extends MutationInput {
  @Allow()
  @Field(() => ExportFormatEnum, { description: 'Everything, or a résumé.' })
  format: ExportFormat;

  @Min(1)
  @Max(1_000)
  @Field(() => Int, { defaultValue: 1, description: 'Which part of a large file, from 1 on.' })
  part: number;
}

@ObjectType({ description: 'A file, or why there is none.', simpleResolvers: true })
@For('candidate')
export class ExportPayload {
  @For('candidate')
  @Field(() => String, {
    nullable: true,
    description: 'JSON; of several parts a piece, to be put together as they are.',
  })
  content: string | null;

  @For('candidate')
  @Field(() => Int, { nullable: true, description: 'How many parts the file has.' })
  parts: number | null;

  @For('candidate')
  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 of the whole file, hexadecimal; when it differs between parts, begin anew.',
  })
  digest: string | null;

  @For('candidate')
  @Field(() => [UserErrorView], { description: 'Why there is no file.' })
  userErrors: UserErrorView[];
}

@Resolver()
export class ExportResolver {
  @For('candidate')
  @Mutation(() => ExportPayload, {
    complexity: EXPORT_COST,
    description:
      'Everything that is known of the signed-in person as a file; at most 20 answers in 24 hours, each in the audit log.',
  })
  async exportMyData(
    @Arg('input', () => ExportMyDataInput, { description: 'Which file.' })
    input: ExportMyDataInput,
    @Ctx() context: Context,
  ): Promise<ExportPayload> {
    const { value, problems } = await context.services.exports.exportMyData(
      viewerOf(context),
      input,
    );
    const { content = null, parts = null, digest = null } = value ?? {};
    return { content, parts, digest, userErrors: toUserErrors(problems) };
  }
}
