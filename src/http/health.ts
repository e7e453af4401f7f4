import type { FastifyInstance } from 'fastify';
import { errors } from '../errors';
import type { Metrics } from './metrics/metrics';
import { type MetricsSettings, mayReadMetrics } from './metrics/metrics-access';

/** Each thing the service depends on and whether it answers. */
export type Readiness = () => Promise<Readonly<Record<string, boolean>>>;

export interface HealthDependencies {
  readonly readiness: Readiness;
  /** Which engine would rank now; null while none can. */
  readonly engine: () => Promise<string | null>;
  readonly metrics: Metrics;
  readonly drain: { readonly isDraining: boolean };
  readonly config: MetricsSettings;
}

/** `/health/live` (the process runs), `/health/ready` (it can take work), `/metrics` (Prometheus). */
export function addHealthRoutes(
  app: FastifyInstance,
  { readiness, engine, metrics, drain, config }: HealthDependencies,
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
      .send({ status: isReady ? 'ok' : 'unavailable', checks, engine: await engine() });
  });
  app.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(request, config)) throw errors.auth.required();
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.registry.contentType)
      .send(await metrics.registry.metrics());
  });
}
