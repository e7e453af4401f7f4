import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ApiKey } from '../../entities';
import {
  type ApiKeyKind,
  type ApiKeyScope,
  apiKeyKinds,
  apiKeyScopes,
} from '../../entities/vocabulary';
import { For } from '../audience';
import { enumOf } from '../enums';
import { encodeNodeId } from '../node-id';
import { DateTimeScalar } from '../scalars';
import { UserErrorView } from '../user-error.view';

export const ApiKeyScopeEnum = enumOf(
  'ApiKeyScope',
  apiKeyScopes,
  'What a portal’s key may do in the public schema.',
  { READ: 'Queries and subscriptions', WRITE: 'Mutations too' },
);

export const ApiKeyKindEnum = enumOf('ApiKeyKind', apiKeyKinds, 'What an API key was given for.', {
  PORTAL: 'A portal that reads the public schema',
  NODE: 'Another installation (simpul): told who it is, and nothing else yet',
});

@ObjectType('ApiKey', {
  description: 'What a portal of somebody else reads the public schema with.',
  simpleResolvers: true,
})
@For('office')
export class ApiKeyView {
  @For('office')
  @Field(() => ID, { description: 'Global id; opaque.' })
  id: string;

  @For('office')
  @Field(() => ApiKeyKindEnum, { description: 'What it was given for.' })
  kind: ApiKeyKind;

  @For('office')
  @Field(() => String, { description: 'Whose portal.' })
  name: string;

  @For('office')
  @Field(() => String, { description: 'How the key begins.' })
  prefix: string;

  @For('office')
  @Field(() => String, {
    description: 'Stands for it in links and widgets (`?portal=`), opens nothing.',
  })
  portalCode: string;

  @For('office')
  @Field(() => [ApiKeyScopeEnum], { description: 'What it may do.' })
  scopes: readonly ApiKeyScope[];

  @For('office')
  @Field(() => Int, { description: 'Requests a minute.' })
  quotaPerMinute: number;

  @For('office')
  @Field(() => Boolean, { description: 'Whether it opens anything at this moment.' })
  isActive: boolean;

  @For('office')
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt: Date;

  @For('office')
  @Field(() => DateTimeScalar, { description: 'When it ends by itself.' })
  expiresAt: Date;

  @For('office')
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken away.' })
  revokedAt: Date | null;
}

export function toApiKeyView(key: ApiKey, now: Date): ApiKeyView {
  const { id, kind, name, prefix, portalCode, scopes, quotaPerMinute } = key;
  const { createdAt, expiresAt, revokedAt } = key;
  return Object.assign(new ApiKeyView(), {
    ...{ kind, name, prefix, portalCode, scopes, quotaPerMinute },
    ...{ createdAt, expiresAt, revokedAt },
    id: encodeNodeId('ApiKey', id),
    isActive: revokedAt === null && expiresAt > now,
  });
}

@ObjectType({ description: 'What became of a key.', simpleResolvers: true })
@For('office')
export class ApiKeyPayload {
  @For('office')
  @Field(() => ApiKeyView, { nullable: true, description: 'Null when refused.' })
  apiKey: ApiKeyView | null;

  @For('office')
  @Field(() => [UserErrorView], { description: 'Why nothing was changed; empty when it was.' })
  userErrors: UserErrorView[];
}

@ObjectType({ description: 'What became of a new key.', simpleResolvers: true })
@For('office')
export class ApiKeySecretPayload extends ApiKeyPayload {
  @For('office')
  @Field(() => String, {
    nullable: true,
    description: 'The key; told in the answer to this attempt alone. Null when refused.',
  })
  key: string | null;
}
