import 'reflect-metadata';
import { type GraphQLSchema, graphql, printSchema } from 'graphql';
import {
  Arg,
  Args,
  buildSchemaSync,
  createUnionType,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  InterfaceType,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import { audiences, For } from '../../src/resolvers/audience';
import {
  ConnectionArgs,
  connectionOf,
  edgeOf,
  pageSize,
  toConnection,
} from '../../src/resolvers/lists/connection';
import { schemaFor } from '../../src/resolvers/project';

@InterfaceType({ resolveType: (value: { kind: string }) => value.kind })
@For('public')
abstract class Thing {
  @For('public')
  @Field(() => ID)
  id: string;
}

@ObjectType({ implements: Thing })
@For('public')
class Advert implements Thing {
  id: string;
  kind = 'Advert';

  @For('public')
  @Field(() => String)
  title: string;

  @For('office')
  @Field(() => String)
  note: string;

  @Field(() => String)
  forgotten: string;
}

@ObjectType({ implements: Thing })
@For('employer')
class Person implements Thing {
  id: string;
  kind = 'Person';

  @For('employer')
  @Field(() => Int)
  score: number;
}

@ObjectType()
class Nowhere {
  @For('public')
  @Field(() => String)
  text: string;
}

const Finding = createUnionType({
  name: 'Finding',
  types: () => [Advert, Person] as const,
  resolveType: (value) => value.kind,
});

@InputType()
@For('employer')
class PersonFilter {
  @Field(() => Int)
  minScore: number;
}

@InputType()
@For('public')
class AdvertFilter {
  @Field(() => String, { nullable: true })
  text: string | null;

  @For('office')
  @Field(() => String, { nullable: true })
  flag: string | null;
}

@ObjectType({ simpleResolvers: true })
@For('public')
class AdvertEdge extends edgeOf(Advert, 'public') {}

@ObjectType({ simpleResolvers: true })
@For('public')
class AdvertConnection extends connectionOf(AdvertEdge, 'public') {}

const advert = { kind: 'Advert', id: '1', title: 'Juru las', note: 'n', forgotten: 'f' };

@Resolver(() => Advert)
class AdvertResolver {
  @For('public')
  @Query(() => AdvertConnection)
  adverts(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => AdvertFilter, { nullable: true }) _filter: AdvertFilter | null,
    @Arg('people', () => PersonFilter, { nullable: true }) _people: PersonFilter | null,
  ): AdvertConnection {
    const edges = [{ cursor: 'c', node: advert }].slice(0, pageSize(args));
    return toConnection({ edges, hasNextPage: false, hasPreviousPage: false, totalCount: 1 });
  }

  @For('public')
  @Query(() => Thing)
  thing(): Thing {
    return advert;
  }

  @For('public')
  @Query(() => Finding)
  finding(): typeof Finding {
    return advert;
  }

  @For('employer')
  @Query(() => Person)
  person(): Person {
    return { kind: 'Person', id: '2', score: 9 };
  }

  @Query(() => String)
  undeclared(): string {
    return '';
  }

  @For('employer')
  @FieldResolver(() => [Person])
  people(): Person[] {
    return [this.person()];
  }
}

@Resolver()
class FaultyResolver {
  @For('public')
  @Query(() => Nowhere)
  nowhere(): Nowhere {
    return { text: '' };
  }
}

const full = buildSchemaSync({ resolvers: [AdvertResolver], validate: false });
const sdl = Object.fromEntries(audiences.map((a) => [a, printSchema(schemaFor(a, full))]));
const run = (schema: GraphQLSchema, source: string) => graphql({ schema, source });

describe('schemaFor', () => {
  it('keeps what names the audience or the public', () => {
    expect(sdl.public).toContain('title: String!');
    expect(sdl.employer).toContain('title: String!');
    expect(sdl.employer).toContain('type Person implements Thing');
    expect(sdl.office).toContain('note: String!');
  });

  it('hides what names other audiences, also behind an interface and a union', () => {
    for (const name of ['public', 'candidate', 'office']) {
      expect(sdl[name]).not.toMatch(/Person|people|score/);
      expect(sdl[name]).toContain('union Finding = Advert');
    }
    expect(sdl.employer).toContain('union Finding = Advert | Person');
    expect(sdl.public).not.toContain('note');
  });

  it('shows nowhere what names nobody', () => {
    for (const name of audiences) expect(sdl[name]).not.toMatch(/undeclared|forgotten/);
  });

  it('narrows the fields of an input and drops an optional argument of a hidden type', () => {
    expect(sdl.public).toContain('filter: AdvertFilter');
    expect(sdl.public).not.toContain('flag');
    expect(sdl.public).not.toContain('people:');
    expect(sdl.office).toContain('flag: String');
    expect(sdl.employer).toContain('people: PersonFilter');
  });

  it('refuses a visible field whose type is hidden', () => {
    const faulty = buildSchemaSync({
      resolvers: [AdvertResolver, FaultyResolver],
      validate: false,
    });
    expect(() => schemaFor('public', faulty)).toThrow('Query.nowhere is for public');
  });

  it('keeps resolvers, defaults and descriptions', async () => {
    const result = await run(
      schemaFor('employer', full),
      `{ adverts { totalCount countIsExact pageInfo { endCursor } edges { node { title people { score } } } }
         thing { id __typename } finding { ... on Advert { id } } }`,
    );
    expect(JSON.parse(JSON.stringify(result))).toEqual({
      data: {
        adverts: {
          totalCount: 1,
          countIsExact: true,
          pageInfo: { endCursor: 'c' },
          edges: [{ node: { title: 'Juru las', people: [{ score: 9 }] } }],
        },
        thing: { id: '1', __typename: 'Advert' },
        finding: { id: '1' },
      },
    });
    expect(sdl.public).toContain('first: Int = 20');
  });
});
