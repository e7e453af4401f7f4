import { Allow, ArrayMinSize, ArrayUnique, Max, Min } from 'class-validator';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { ApiKeyKind, ApiKeyScope } from '../../entities/vocabulary';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { MutationInput } from '../mutation.input';
import { decodeUuid } from '../node-id';
import { toUserErrors } from '../user-error.view';
import {
  ApiKeyKindEnum,
  ApiKeyPayload,
  ApiKeyScopeEnum,
  ApiKeySecretPayload,
  ApiKeyView,
  toApiKeyView,
} from './api-key.view';

/** Source: our choice; a portal that lists vacancies asks some dozens of times a minute. */
const MOST_PER_MINUTE = 6_000;
const MOST_DAYS = 366;

@InputType({ description: 'A key for a portal of somebody else.' })
@For('office')
export class CreateApiKeyInput extends MutationInput {
  @Allow()
  @Field(() => ApiKeyKindEnum, { defaultValue: 'PORTAL', description: 'What it is for.' })
  kind: ApiKeyKind;

  @Allow()
  @Field(() => String, { description: 'Whose portal or installation, up to 100 characters.' })
  name: string;

  @ArrayMinSize(1)
  @ArrayUnique()
  @Field(() => [ApiKeyScopeEnum], { defaultValue: ['READ'], description: 'What it may do.' })
  scopes: ApiKeyScope[];

  @Min(1)
  @Max(MOST_PER_MINUTE)
  @Field(() => Int, { defaultValue: 600, description: 'Requests a minute, 1 to 6,000.' })
  quotaPerMinute: number;

  @Min(1)
  @Max(MOST_DAYS)
  @Field(() => Int, { defaultValue: 365, description: 'Days until it ends, 1 to 366.' })
  expiresInDays: number;
}

@InputType({ description: 'A key that shall open nothing any more.' })
@For('office')
export class RevokeApiKeyInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'The key.' })
  id: string;
}

@Resolver()
export class ApiKeyResolver {
  @For('office')
  @Query(() => [ApiKeyView], {
    description: 'The keys that were given inside the viewer’s area, the newest 100 first.',
  })
  async apiKeys(@Ctx() context: Context): Promise<ApiKeyView[]> {
    const keys = await context.services.apiKeys.list(viewerOf(context));
    return keys.map((key) => toApiKeyView(key, context.services.clock.now()));
  }

  @For('office')
  @Mutation(() => ApiKeySecretPayload, {
    description:
      'Gives a portal a key to the public schema: `Authorization: Bearer padan_…`. It is told in this answer alone.',
  })
  async createApiKey(
    @Arg('input', () => CreateApiKeyInput, { description: 'The new key.' })
    input: CreateApiKeyInput,
    @Ctx() context: Context,
  ): Promise<ApiKeySecretPayload> {
    const { value, problems } = await context.services.apiKeys.create(viewerOf(context), input);
    const apiKey = value && (await find(value.id, context));
    return { apiKey, key: value?.key ?? null, userErrors: toUserErrors(problems) };
  }

  @For('office')
  @Mutation(() => ApiKeyPayload, {
    description: 'Takes a key away, everywhere within five seconds.',
  })
  async revokeApiKey(
    @Arg('input', () => RevokeApiKeyInput, { description: 'The key.' })
    { clientMutationId, id }: RevokeApiKeyInput,
    @Ctx() context: Context,
  ): Promise<ApiKeyPayload> {
    const command = { clientMutationId, apiKeyId: decodeUuid('ApiKey', id, 'input.id') };
    const { value, problems } = await context.services.apiKeys.revoke(viewerOf(context), command);
    const apiKey = value === null ? null : await find(value, context);
    return { apiKey, userErrors: toUserErrors(problems) };
  }
}

async function find(id: string, context: Context): Promise<ApiKeyView | null> {
  const [key] = await context.services.apiKeys.list(viewerOf(context), id);
  return key ? toApiKeyView(key, context.services.clock.now()) : null;
}
