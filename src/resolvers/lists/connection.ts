import { Allow } from 'class-validator';
import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { errors, reasons } from '../../errors';
import { limits } from '../../limits';
import { type Audience, For } from '../audience';
import { SizedByParent } from './sized-by-parent';

/** Forward pages only: there is no `last` or `before`, so asking for both ends is refused by validation. */
@ArgsType()
export class ConnectionArgs {
  @Allow()
  @Field(() => Int, {
    nullable: true,
    defaultValue: limits.defaultPageSize,
    description: 'How many, between 1 and 100.',
  })
  first?: number | null;

  @Allow()
  @Field(() => String, { nullable: true, description: 'Continue after this cursor.' })
  after?: string | null;
}

/**
 * The page size asked for.
 *
 * Errors: BAD_USER_INPUT at `first` outside 1–100 and for an explicit null.
 */
export function pageSize(args: Pick<ConnectionArgs, 'first'>): number {
  const first = args.first === undefined ? limits.defaultPageSize : args.first;
  if (first === null || !Number.isInteger(first) || first < 1 || first > limits.maxPageSize) {
    throw errors.input.invalid('first', reasons.pageSize);
  }
  return first;
}

@ObjectType({ description: 'Where a page stands in its list.', simpleResolvers: true })
@For('public')
export class PageInfo {
  @For('public')
  @Field(() => Boolean, { description: 'Whether more follows.' })
  hasNextPage: boolean;

  @For('public')
  @Field(() => Boolean, { description: 'Whether something stands before.' })
  hasPreviousPage: boolean;

  @For('public')
  @Field(() => String, { nullable: true, description: 'Cursor of the first edge.' })
  startCursor: string | null;

  @For('public')
  @Field(() => String, { nullable: true, description: 'Cursor of the last edge.' })
  endCursor: string | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

export interface Connection<E> {
  edges: E[];
  pageInfo: PageInfo;
  totalCount: number;
  countIsExact: boolean;
}

type Names = readonly [Audience, ...Audience[]];

/**
 * Base class of an edge; the class that extends it carries `@ObjectType` and `@For` and may add fields.
 *
 * `@ObjectType({ simpleResolvers: true }) @For('public') class VacancyEdge extends edgeOf(VacancyView, 'public') {}`
 */
export function edgeOf<T extends object>(node: ClassType<T>, ...names: Names): ClassType<Edge<T>> {
  @ObjectType({ simpleResolvers: true })
  class EdgeBase implements Edge<T> {
    @For(...names)
    @Field(() => String, { description: 'Position of this item in its list.' })
    cursor: string;

    @For(...names)
    @Field(() => node, { description: 'The item.' })
    node: T;
  }
  return EdgeBase;
}

/** Base class of a connection over edges, extended as in `edgeOf`. */
export function connectionOf<E extends object>(
  edge: ClassType<E>,
  ...names: Names
): ClassType<Connection<E>> {
  @ObjectType({ simpleResolvers: true })
  class ConnectionBase implements Connection<E> {
    @For(...names)
    @SizedByParent()
    @Field(() => [edge], { description: 'The items of this page.' })
    edges: E[];

    @For(...names)
    @Field(() => PageInfo, { description: 'Where this page stands.', complexity: 0 })
    pageInfo: PageInfo;

    @For(...names)
    @Field(() => Int, { description: 'How many there are in all.' })
    totalCount: number;

    @For(...names)
    @Field(() => Boolean, { description: 'False when `totalCount` is an estimate.' })
    countIsExact: boolean;
  }
  return ConnectionBase;
}

/** What a page of a longer list needs to become a connection. */
export interface Page<E> {
  readonly edges: E[];
  readonly hasNextPage: boolean;
  /** Whether the page was asked for with `after`. */
  readonly hasPreviousPage: boolean;
  readonly totalCount: number;
  readonly countIsExact?: boolean;
}

/** The connection of a page; `countIsExact` unless the page says otherwise. */
export function toConnection<E extends { cursor: string }>(page: Page<E>): Connection<E> {
  return {
    edges: page.edges,
    totalCount: page.totalCount,
    countIsExact: page.countIsExact ?? true,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: page.edges.at(0)?.cursor ?? null,
      endCursor: page.edges.at(-1)?.cursor ?? null,
    },
  };
}
