import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { errors } from '../errors';

// 128 bits: forging one takes 2^127 tries against a live server.
const SIGNATURE_BYTES = 16;
const MAX_CURSOR_LENGTH = 2_000;

/** A value that survives JSON unchanged. */
export type Position = string | number | null | readonly Position[];

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
    const scope = JSON.stringify([kind, this.viewer, digest(args)]);
    const sign = (payload: string): Buffer =>
      createHmac('sha256', this.secret)
        .update(`${scope}\n${payload}`)
        .digest()
        .subarray(0, SIGNATURE_BYTES);
    return {
      encode: (position) => {
        const payload = Buffer.from(JSON.stringify(position)).toString('base64url');
        return `${payload}.${sign(payload).toString('base64url')}`;
      },
      decode: (cursor) => {
        const [payload, signature, ...rest] = cursor.split('.');
        if (cursor.length > MAX_CURSOR_LENGTH || !payload || !signature || rest.length > 0) {
          throw errors.cursor.bad();
        }
        const given = Buffer.from(signature, 'base64url');
        const expected = sign(payload);
        if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
          throw errors.cursor.bad();
        }
        return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Position;
      },
    };
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
