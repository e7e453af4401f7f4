import { signedValues } from '../ids/signed-values';

/** The streams that clients follow; a cursor of one is foreign to the other. */
export type StreamName = 'match events' | 'vacancy changes' | 'application changes';

/** Cursors of one stream. */
export interface StreamCursors {
  encode(place: number): string;
  /** Null for anything that `encode` of the same stream did not make. */
  decode(cursor: string): number | null;
}

/**
 * The cursors of a stream, the same for whoever reads it and whatever the filter: a subscription goes on where a query,
 * a webhook or a colleague stood. A place says nothing; rights are checked wherever it is read from.
 */
export function streamCursors(secret: string, stream: StreamName): StreamCursors {
  const signed = signedValues(secret, JSON.stringify(['stream', stream]));
  return {
    encode: (place) => signed.write(place),
    decode: (cursor) => (signed.read(cursor) as number | undefined) ?? null,
  };
}
