import { ReaderTooSlow, type StreamItem } from '../../changes/follow-log';
import type { CursorPlace } from '../../changes/log-start';
import type { StreamCursors } from '../../changes/stream-cursor';
import { errors } from '../../errors';

/** Where a cursor stands; null for none. */
export function placeAfter(
  cursor: string | null | undefined,
  cursors: StreamCursors,
): CursorPlace | null {
  if (cursor === null || cursor === undefined) return null;
  return cursors.decode(cursor) ?? 'UNKNOWN';
}

/** The same items; who is too slow is told from where to go on. Errors: SUBSCRIBER_TOO_SLOW with the last cursor. */
export async function* tellSlow<T>(
  items: AsyncGenerator<StreamItem<T>>,
  cursors: StreamCursors,
): AsyncGenerator<StreamItem<T>, void> {
  try {
    yield* items;
  } catch (error) {
    if (error instanceof ReaderTooSlow) throw errors.stream.tooSlow(cursors.encode(error.place));
    throw error;
  }
}
