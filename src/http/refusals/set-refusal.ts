import type { FastifyReply } from 'fastify';
import { type ErrorCode, errorCatalogue } from '../../errors';

/** When a client may try again where no wait is told. Source: RELIABILITY R8. */
export const RETRY_SECONDS = 2;

/** What a refusal tells the client, as in the body. */
export interface Refusal {
  readonly code: ErrorCode;
  /** How long to wait, where the message names it. */
  readonly minutes?: unknown;
  readonly seconds?: unknown;
}

/** Status and headers of a refusal; `Retry-After` is the wait that the message tells. */
export function setRefusal(reply: FastifyReply, { code, minutes, seconds }: Refusal): void {
  const { status } = errorCatalogue[code];
  reply.code(status);
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  if (status === 503 || status === 429) {
    reply.header('retry-after', waitOf(minutes, seconds));
  }
}

function waitOf(minutes: unknown, seconds: unknown): number {
  if (typeof minutes === 'number') return minutes * 60;
  return typeof seconds === 'number' ? seconds : RETRY_SECONDS;
}
