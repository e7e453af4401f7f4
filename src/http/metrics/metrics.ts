import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

// Around the bars of the service: 40, 50 and 120 ms, 500 ms degraded, 5 s deadline.
const DURATION_BUCKETS = [0.005, 0.01, 0.02, 0.04, 0.05, 0.08, 0.12, 0.25, 0.5, 1, 2, 5];

/** What the service counts about itself, read at `/metrics`. Labels are a closed set: no path, name or id. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Counter<'method' | 'route' | 'status'>;
  readonly requestSeconds: Histogram<'method' | 'route'>;
  readonly operations: Counter<'audience' | 'kind' | 'outcome'>;
  readonly sockets: Gauge<'audience'>;
  readonly keptAnswers: Counter<'outcome'>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Counter({
      name: 'padan_http_requests_total',
      help: 'Requests answered.',
      labelNames: ['method', 'route', 'status'],
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'padan_http_request_seconds',
      help: 'Time from the first byte of a request to the last of its answer.',
      labelNames: ['method', 'route'],
      buckets: DURATION_BUCKETS,
      registers,
    }),
    operations: new Counter({
      name: 'padan_graphql_operations_total',
      help: 'Operations admitted, over HTTP and sockets; the outcome is OK or the first error code.',
      labelNames: ['audience', 'kind', 'outcome'],
      registers,
    }),
    keptAnswers: new Counter({
      name: 'padan_response_cache_total',
      help: 'Public GETs by where their answer came from: hit (kept), shared (made for another), miss (made now).',
      labelNames: ['outcome'],
      registers,
    }),
    sockets: new Gauge({
      name: 'padan_websockets',
      help: 'Open sockets.',
      labelNames: ['audience'],
      registers,
    }),
  };
}
