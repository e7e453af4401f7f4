import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** Errors in JSON on a connection where no reply of the framework stands between. */
export interface RawAnswer {
  readonly status: number;
  readonly requestId: string;
  readonly errors: readonly unknown[];
  readonly retryAfterSeconds?: number;
}

/** Answers and ends the connection. */
export function endWith(
  stream: Duplex,
  { status, requestId, errors, retryAfterSeconds }: RawAnswer,
): void {
  const body = JSON.stringify({ errors });
  const headers = [
    'Content-Type: application/json; charset=utf-8',
    'Cache-Control: no-store',
    `x-request-id: ${requestId}`,
    ...(retryAfterSeconds === undefined ? [] : [`Retry-After: ${retryAfterSeconds}`]),
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  stream.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers.join('\r\n')}\r\n\r\n${body}`,
  );
}
