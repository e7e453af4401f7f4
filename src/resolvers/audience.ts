import { Extensions } from 'type-graphql';

/** The four clients with an endpoint of their own; each also holds everything that names `public`. */
export const audiences = ['public', 'employer', 'candidate', 'office'] as const;
export type Audience = (typeof audiences)[number];

/** Where `@For` keeps its audiences among the extensions of a type or field. */
export const AUDIENCES_EXTENSION = 'audiences';

/**
 * Shows a type or a field to these audiences; what names `public` is in every schema.
 *
 * Object types, interfaces, input types and every field of an object type or interface need it: what has
 * no `@For` exists nowhere. Fields of an input or argument type inherit and may narrow.
 * On a method with `@FieldResolver`, `@Query`, `@Mutation` or `@Subscription` it stands beside that decorator.
 */
export const For = (...names: readonly [Audience, ...Audience[]]) =>
  Extensions({ [AUDIENCES_EXTENSION]: names });
