import 'reflect-metadata';
import { setTimeout as delay } from 'node:timers/promises';
import { Allow, IsLatitude, IsOptional, Length, Max, Min, ValidateNested } from 'class-validator';
import type { GraphQLSchema } from 'graphql';
import {
  Arg,
  Args,
  buildSchemaSync,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { errors } from '../../src/errors';
import { For } from '../../src/resolvers/audience';
import type { Context } from '../../src/resolvers/context';
import { SignedIn, viewerOf } from '../../src/resolvers/guard';
import {
  ConnectionArgs,
  connectionOf,
  edgeOf,
  pageSize,
  toConnection,
} from '../../src/resolvers/lists/connection';
import { decodeUuid } from '../../src/resolvers/node-id';
import { DateScalar, RupiahScalar } from '../../src/resolvers/scalars';
import { validateArgument } from '../../src/resolvers/validate-argument';

/** A small API with every kind of field that requests can go wrong on. */
@ObjectType({ simpleResolvers: true })
@For('public')
class Advert {
  @For('public')
  @Field(() => ID)
  id: string;

  @For('public')
  @Field(() => String)
  title: string;
}

@ObjectType({ simpleResolvers: true })
@For('public')
class AdvertEdge extends edgeOf(Advert, 'public') {}

@ObjectType({ simpleResolvers: true })
@For('public')
class AdvertConnection extends connectionOf(AdvertEdge, 'public') {}

@ObjectType({ simpleResolvers: true })
@For('employer')
class SecretCard {
  @For('employer')
  @Field(() => String)
  secretScore: string;
}

@InputType()
@For('public')
class PointInput {
  @IsLatitude()
  @Field(() => Float)
  lat: number;
}

@InputType()
@For('public')
class AdvertInput {
  @Length(1, 200)
  @Field(() => String)
  title: string;

  @IsOptional()
  @Min(1)
  @Max(100)
  @Field(() => Int, { nullable: true })
  openings: number | null;

  @Allow()
  @Field(() => RupiahScalar, { nullable: true })
  wage: string | null;

  @Allow()
  @Field(() => DateScalar, { nullable: true })
  startsOn: string | null;

  @IsOptional()
  @ValidateNested()
  @Field(() => PointInput, { nullable: true })
  near: PointInput | null;
}

const advert: Advert = { id: 'QWR2ZXJ0OjE', title: 'Juru las' };
const page = (count: number, cursor = 'c') =>
  toConnection({
    edges: Array.from({ length: count }, () => ({ cursor, node: advert })),
    hasNextPage: false,
    hasPreviousPage: false,
    totalCount: count,
  });

@Resolver(() => Advert)
class AdvertResolver {
  @For('public')
  @Query(() => AdvertConnection)
  adverts(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): AdvertConnection {
    const cursors = context.cursors.forList('adverts');
    if (args.after) cursors.decode(args.after);
    return page(Math.min(2, pageSize(args)), cursors.encode(1));
  }

  @For('public')
  @FieldResolver(() => AdvertConnection)
  similar(@Args(() => ConnectionArgs) args: ConnectionArgs): AdvertConnection {
    return page(Math.min(1, pageSize(args)));
  }

  @For('public')
  @Query(() => Advert, { nullable: true })
  advert(@Arg('id', () => ID) id: string): Advert {
    decodeUuid('Advert', id);
    throw errors.object.notFound('id');
  }

  @For('public')
  @Query(() => String, { nullable: true })
  echo(@Arg('text', () => String, { nullable: true }) text: string | null): string | null {
    return text;
  }

  @For('public')
  @Query(() => String, { nullable: true })
  fault(): string {
    throw new Error('select * from secrets at db.internal:5432 failed');
  }

  @For('public')
  @Query(() => String, { nullable: true })
  databaseDown(): string {
    throw Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:5432'), { code: 'ECONNREFUSED' });
  }

  @For('public')
  @Query(() => [String])
  faults(): string[] {
    return Array.from({ length: 9 }, () => ({}) as string);
  }

  @For('public')
  @Query(() => String)
  async slow(@Arg('ms', () => Int) ms: number, @Ctx() context: Context): Promise<string> {
    running.count++;
    try {
      await delay(ms, null, { signal: context.signal });
    } finally {
      running.count--;
    }
    return 'done';
  }

  @For('public')
  @Query(() => String)
  bulky(): string {
    return 'x'.repeat(2_000_000);
  }

  @For('employer')
  @Query(() => SecretCard)
  secretCard(): SecretCard {
    return { secretScore: '1' };
  }

  @For('employer')
  @Query(() => String)
  @SignedIn()
  whoAmI(@Ctx() context: Context): string {
    return viewerOf(context).accountId;
  }

  @For('public')
  @Mutation(() => Advert)
  createAdvert(@Arg('input', () => AdvertInput) input: AdvertInput): Advert {
    return { ...advert, title: input.title };
  }

  @For('public')
  @Subscription(() => String, { subscribe: ({ args, context }) => ticks(args.count, context) })
  ticked(@Root() tick: number, @Arg('count', () => Int) _count: number): string {
    return `tick ${tick}`;
  }

  @For('public')
  @Subscription(() => Advert, { subscribe: ({ args, context }) => ticks(args.count, context) })
  advertTicked(@Root() tick: number, @Arg('count', () => Int) _count: number): Advert {
    return { id: String(tick), title: `advert ${tick}` } as Advert;
  }

  @For('employer')
  @Subscription(() => String, {
    subscribe: ({ context }) => {
      viewerOf(context);
      return ticks(1, context);
    },
  })
  ownTick(@Root() tick: number): string {
    return `tick ${tick}`;
  }
}

/** Counts to `count`, then waits until the client leaves; how many wait is in `waiting`. */
async function* ticks(count: number, { signal }: Context): AsyncGenerator<number> {
  for (let tick = 1; tick <= count; tick++) yield tick;
  waiting.count++;
  try {
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  } finally {
    waiting.count--;
  }
}

export const waiting = { count: 0 };

/** How many slow operations run. */
export const running = { count: 0 };

export function sampleSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [AdvertResolver],
    validateFn: validateArgument,
    pubSub: { publish: () => {}, subscribe: () => ticks(0, {} as Context) },
  });
}
