import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { ApiKeyKind } from '../../entities/vocabulary';
import { For } from '../audience';
import type { Context } from '../context';
import { ApiKeyKindEnum } from './api-key.view';

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
  @Field(() => String, {
    description: 'Stands for it in links and widgets (`?portal=`); no secret.',
  })
  portalCode: string;

  @For('public')
  @Field(() => Int, { description: 'Requests a minute.' })
  quotaPerMinute: number;

  @For('public')
  @Field(() => Int, {
    nullable: true,
    description: 'Requests that are left at this moment, after this one; null on a socket.',
  })
  requestsLeft: number | null;
}

@Resolver()
export class CallingKeyResolver {
  @For('public')
  @Query(() => CallingKeyView, {
    nullable: true,
    description: 'Whose API key came with the request; null for none.',
  })
  callingKey(@Ctx() { portal, requestsLeft }: Context): CallingKeyView | null {
    if (portal === null) return null;
    const { code: portalCode, name, kind, mayWrite, quotaPerMinute } = portal;
    return Object.assign(new CallingKeyView(), {
      ...{ portalCode, name, kind, mayWrite, quotaPerMinute },
      requestsLeft: requestsLeft ?? null,
    });
  }
}
