import { Counter, type Registry } from 'prom-client';

/** Adds to `/metrics` how often the engine's thread was lost and started anew, by how it was lost. */
export function exportEngineLosses(
  registry: Registry,
  losses: Readonly<Record<'ended' | 'hung', number>>,
): void {
  const counter = new Counter({
    name: 'padan_engine_losses_total',
    help: 'Times the thread that ranks ended by itself or hung, and another one was started.',
    labelNames: ['how'],
    registers: [registry],
    collect: () => {
      counter.reset();
      counter.inc({ how: 'ended' }, losses.ended);
      counter.inc({ how: 'hung' }, losses.hung);
    },
  });
}
