import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { AppError } from '../errors';
import type { Context } from './context';

type Resolver = GraphQLFieldResolver<unknown, Context>;

/** All that the key of another installation opens: who it is. */
const OPEN_TO_NODES: readonly string[] = ['callingKey'];

/**
 * Closes every operation but those above to the keys of other installations, and returns the schema: an operation that is
 * new is closed to them until somebody opens it.
 *
 * Errors of the operations: NODE_KEY_LIMITED.
 */
export function limitNodes(schema: GraphQLSchema): GraphQLSchema {
  const subscriptions = schema.getSubscriptionType();
  for (const root of [schema.getQueryType(), schema.getMutationType(), subscriptions]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      if (OPEN_TO_NODES.includes(field.name)) continue;
      const step = root === subscriptions ? 'subscribe' : 'resolve';
      field[step] = refusingNodes(field[step] as Resolver);
    }
  }
  return schema;
}

const refusingNodes =
  (carryOut: Resolver): Resolver =>
  (source, args, context, info) => {
    if (context.portal?.kind === 'NODE') throw new AppError('NODE_KEY_LIMITED');
    return carryOut(source, args, context, info);
  };
