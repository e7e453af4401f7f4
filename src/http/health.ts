import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics';

/** Each thing the service depends on and whether it answers. */
export type Readiness = () => Promise<Readonly<Record<string, boolean>>>;

/** `/health/live` (the process runs), `/health/ready` (it can take work), `/metrics` (Prometheus). */
export function addHealthRoutes(
  app: FastifyInstance,
  readiness: Readiness,
  metrics: Metrics,
  drain: { readonly isDraining: boolean },
): void {
  app.get('/health/live', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
  app.get('/health/ready', async (_request, reply) => {
    const checks = await readiness();
    const isReady = !drain.isDraining && Object.values(checks).every(Boolean);
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: isReady ? 'ok' : 'unavailable', checks });
  });
  app.get('/metrics', async (_request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .type(metrics.registry.contentType)
      .send(await metrics.registry.metrics()),
  );
}
