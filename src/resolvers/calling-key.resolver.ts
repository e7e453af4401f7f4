import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { ApiKeyKind } from '../entities/vocabulary';
import { ApiKeyKindEnum } from './api-key.view';
import { For } from './audience';
import type { Context } from './context';

@ObjectType('CallingKey', {
  description: 'The API key that came with the request.',
  simpleResolvers: true,
})
@For('public')
export class CallingKeyView {
  @For('public')
  @Field(() => String, { description: 'Whose it is, as the office wrote it down.' })
  name: string;

  @For('public')
  @Field(() => ApiKeyKindEnum, { description: 'What it was given for.' })
  kind: ApiKeyKind;

  @For('public')
  @Field(() => Boolean, { description: 'Whether it may also send mutations.' })
  mayWrite: boolean;

  @For('public')
  @Field(() => Int, { description: 'Requests a minute.' })
  quotaPerMinute: number;
}

@Resolver()
export class CallingKeyResolver {
  @For('public')
  @Query(() => CallingKeyView, {
    nullable: true,
    description: 'Whose API key came with the request; null for none.',
  })
  callingKey(@Ctx() { portal }: Context): CallingKeyView | null {
    if (portal === null) return null;
    const { name, kind, mayWrite, quotaPerMinute } = portal;
    return Object.assign(new CallingKeyView(), { name, kind, mayWrite, quotaPerMinute });
  }
}
