import type { Place, Slice, SliceRequest } from '../../services/slice';
import { type Connection, pageSize, toConnection } from './connection';
import type { ListCursors } from './cursor';

interface PageArgs {
  first?: number | null;
  after?: string | null;
}

/**
 * The slice that a client asks for.
 *
 * Errors: BAD_USER_INPUT at `first`; BAD_CURSOR for a cursor of another list.
 */
export function toSliceRequest<P extends Place>(
  args: PageArgs,
  cursors: ListCursors,
): SliceRequest<P> {
  const after = args.after ?? null;
  // Only `encode` of the same list makes cursors that decode, so the place has the list's shape.
  return { first: pageSize(args), after: after === null ? null : (cursors.decode(after) as P) };
}

/** The connection of a slice, each row presented as the fields of its edge. */
export function toSliceConnection<T, E extends object>(
  slice: Slice<T>,
  cursors: ListCursors,
  present: (item: T) => E,
): Connection<E & { cursor: string }> {
  return toConnection({
    edges: slice.rows.map(({ item, place }) =>
      // Signed when somebody asks: most read the list and no cursor but the last.
      withCursor(present(item), () => cursors.encode(place)),
    ),
    hasNextPage: slice.hasNext,
    hasPreviousPage: slice.hasPrevious,
    totalCount: slice.total,
    countIsExact: slice.totalIsExact,
  });
}

const withCursor = <E extends object>(edge: E, read: () => string) =>
  Object.defineProperty(edge, 'cursor', { get: read, enumerable: true }) as E & { cursor: string };
