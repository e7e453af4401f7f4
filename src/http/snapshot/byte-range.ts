/** Bytes from `start` up to, without, `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The one stretch that a Range header asks of a file; null = the whole file, also for what is no single stretch.
 *
 * Errors: 'UNSATISFIABLE' for one that begins behind the end.  Source: RFC 9110, 14.
 */
export function readRange(
  header: string | undefined,
  bytes: number,
): ByteRange | 'UNSATISFIABLE' | null {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === undefined || (first === '' && last === '')) return null;
  const start = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? bytes : Math.min(bytes, Number(last) + 1);
  if (first !== '' && last !== '' && Number(last) < start) return null;
  return start >= bytes || end <= start ? 'UNSATISFIABLE' : { start, end };
}
