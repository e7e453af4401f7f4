import { createMethodMiddlewareDecorator } from 'type-graphql';
import { errors } from '../errors';
import type { Context, Viewer } from './context';

/**
 * The signed-in viewer.
 *
 * Errors: UNAUTHENTICATED when nobody is signed in; SECOND_FACTOR_MISSING for whoever has to enrol one first.
 */
export function viewerOf(context: Pick<Context, 'viewer' | 'enrolling'>): Viewer {
  if (context.viewer !== null) return context.viewer;
  throw context.enrolling ? errors.auth.secondFactor() : errors.auth.required();
}

/** Refuses a query, mutation or field to whoever is not signed in. A subscription calls `viewerOf` in `subscribe`. */
export const SignedIn = () =>
  createMethodMiddlewareDecorator<Context>(({ context }, next) => {
    viewerOf(context);
    return next();
  });
