import type { Placed } from '../../changes/log-tail';
import type { PolledPage } from '../../changes/page-log';
import type { StreamCursors } from '../../changes/stream-cursor';
import { type Edge, PageInfo } from '../lists/connection';
import { type ResumeGapView, toGapView } from './stream.view';

/** A page of a stream as the API tells it. */
export interface StreamPage<N> {
  edges: Edge<N>[];
  pageInfo: PageInfo;
  gap: ResumeGapView | null;
  retainedSince: Date | null;
}

/** The page that a client who polls gets; `after` as the client gave it. */
export function toStreamPage<T extends Placed, N>(
  { items, place, hasNext, gap, retainedSince }: PolledPage<T>,
  after: string | null | undefined,
  { encode }: StreamCursors,
  toNode: (event: T) => N,
): StreamPage<N> {
  const edges = items.map((event) => ({ cursor: encode(event.seq), node: toNode(event) }));
  const pageInfo = Object.assign(new PageInfo(), {
    hasNextPage: hasNext,
    hasPreviousPage: (after ?? null) !== null,
    startCursor: edges.at(0)?.cursor ?? null,
    endCursor: encode(place),
  });
  return { edges, pageInfo, gap: gap && toGapView(gap, encode), retainedSince };
}
