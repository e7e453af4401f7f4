import type { FastifyReply } from 'fastify';
import { type ErrorCode, errorCatalogue } from '../errors';

// RELIABILITY R8: a client may try again within 2 s.
const RETRY_SECONDS = 2;

/** A budget of an hour refills as its oldest question ages: asking sooner than in a minute helps nobody. */
const BUDGET_RETRY_SECONDS = 60;

/** Status and headers of a refusal. */
export function setRefusal(reply: FastifyReply, code: ErrorCode): void {
  const { status } = errorCatalogue[code];
  reply.code(status);
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  if (status === 405) reply.header('allow', 'GET, POST');
  if (status === 503 || status === 429) {
    const isBudget = code === 'SIMULATION_BUDGET_SPENT';
    reply.header('retry-after', isBudget ? BUDGET_RETRY_SECONDS : RETRY_SECONDS);
  }
}
