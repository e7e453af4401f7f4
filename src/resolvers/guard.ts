import { createMethodMiddlewareDecorator } from 'type-graphql';
import { errors } from '../errors';
import type { Context, Viewer } from './context';

/**
 * The signed-in viewer.
 *
 * Errors: UNAUTHENTICATED when nobody is signed in.
 */
export function viewerOf(context: Pick<Context, 'viewer'>): Viewer {
  if (context.viewer === null) throw errors.auth.required();
  return context.viewer;
}

/** Refuses a query, mutation or field to whoever is not signed in. A subscription calls `viewerOf` in `subscribe`. */
export const SignedIn = () =>
  createMethodMiddlewareDecorator<Context>(({ context }, next) => {
    viewerOf(context);
    return next();
  });
