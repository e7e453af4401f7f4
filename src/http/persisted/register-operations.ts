import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { isKnownTag } from '../entity-tag';
import type { PersistedOperations } from './persisted-operations';

export const OPERATIONS_PATH = '/operations.json';

/** They change with a new version of the service alone. */
const KEPT = 'public, max-age=300, stale-while-revalidate=86400';

/** Adds the list of the operations that can be run by their hash. */
export function registerOperations(app: FastifyInstance, operations: PersistedOperations): void {
  const body = `${JSON.stringify(operations.manifest, null, 2)}\n`;
  const hash = createHash('sha256').update(body).digest('base64url');
  app.get(OPERATIONS_PATH, async (request, reply) => {
    reply.header('cache-control', KEPT).header('etag', `"${hash}"`);
    const isKnown = isKnownTag(request.headers['if-none-match'], (tag) => tag === hash);
    if (isKnown) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').send(body);
  });
}
