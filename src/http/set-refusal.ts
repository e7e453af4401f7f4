import type { FastifyReply } from 'fastify';
import { type ErrorCode, errorCatalogue } from '../errors';

// RELIABILITY R8: a client may try again within 2 s.
const RETRY_SECONDS = 2;

/** Status and headers of a refusal. */
export function setRefusal(reply: FastifyReply, code: ErrorCode): void {
  const { status } = errorCatalogue[code];
  reply.code(status);
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  if (status === 405) reply.header('allow', 'GET, POST');
  if (status === 503 || status === 429) reply.header('retry-after', RETRY_SECONDS);
}
