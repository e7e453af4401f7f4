import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Metrics } from './metrics';

/**
 * Gives every answer its request id, counts it and logs one line: method, route pattern, status and time.
 * Neither address, query string, header nor body is logged.
 */
export function observeRequests(app: FastifyInstance, metrics: Metrics, logger: Logger): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, id: requestId } = request;
    const route = request.routeOptions.url ?? 'none';
    const status = reply.statusCode;
    metrics.requests.inc({ method, route, status });
    metrics.requestSeconds.observe({ method, route }, reply.elapsedTime / 1000);
    logger.info(
      { requestId, method, route, status, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
  });
}
