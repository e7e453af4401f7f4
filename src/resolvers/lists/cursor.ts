import { createHash } from 'node:crypto';
import { type StreamCursors, type StreamName, streamCursors } from '../../changes/stream-cursor';
import { errors } from '../../errors';
import { type PlainValue, signedValues } from '../../ids/signed-values';

export type Position = PlainValue;

/** Cursors of one list as one viewer sees it. */
export interface ListCursors {
  encode(position: Position): string;
  /** Errors: BAD_CURSOR for anything that `encode` of the same list and viewer did not make. */
  decode(cursor: string): Position;
}

/**
 * Makes cursors that only the list and the viewer they were made for accept.
 *
 * A position is signed, not hidden: it must hold nothing the viewer may not know.
 */
export class CursorSigner {
  constructor(
    private readonly secret: string,
    private readonly viewer: string,
  ) {}

  /** The cursors of the list `kind` under these arguments (filter, order, parent; never `first` or `after`). */
  forList(kind: string, args: unknown = null): ListCursors {
    const signed = signedValues(this.secret, JSON.stringify([kind, this.viewer, digest(args)]));
    return {
      encode: (position) => signed.write(position),
      decode: (cursor) => {
        const position = signed.read(cursor);
        if (position === undefined) throw errors.cursor.bad();
        return position;
      },
    };
  }

  /** The cursors of a stream, which are the same for every viewer. */
  forStream(stream: StreamName): StreamCursors {
    return streamCursors(this.secret, stream);
  }
}

function digest(args: unknown): string {
  return createHash('sha256').update(canonicalJson(args)).digest('base64url');
}

/** JSON with sorted keys and without absent values: equal arguments give equal text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) => {
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    const entries = Object.entries(inner).filter(([, v]) => v !== undefined && v !== null);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
