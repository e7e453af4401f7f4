import { OperationTypeNode } from 'graphql';
import { AppError, errors } from '../../errors';
import type { Audience } from '../../resolvers/audience';
import type { Identified } from './authentication';

/**
 * Keeps a portal's key to the public schema, and to reading unless it may write.
 *
 * Errors: UNAUTHENTICATED on another endpoint, as for any token that opens nothing there; SCOPE_MISSING.
 */
export function admitPortal(
  { portal }: Pick<Identified, 'portal'>,
  audience: Audience,
  kind: OperationTypeNode,
): void {
  if (portal === null) return;
  if (audience !== 'public') throw errors.auth.required();
  if (kind === OperationTypeNode.MUTATION && !portal.mayWrite) throw new AppError('SCOPE_MISSING');
}
