import { Gauge, type Registry } from 'prom-client';
import { sharedReading } from './shared-reading';

/** How the change stream stands. */
export interface StreamFigures {
  /** Committed changes without a place. */
  readonly waiting: number;
  readonly consumers: readonly {
    readonly consumer: string;
    readonly lag: number;
    readonly deadLetters: number;
  }[];
}

/**
 * Adds to `/metrics` how far the consumers of the changes are behind and what they could not handle, whichever instance
 * runs them; no line while that cannot be read.
 */
export function exportStream(registry: Registry, read: () => Promise<StreamFigures>): void {
  const readOnce = sharedReading(read);
  const add = (
    name: string,
    help: string,
    label: string[],
    set: (gauge: Gauge, figures: StreamFigures) => void,
  ) => {
    const gauge: Gauge = new Gauge({
      ...{ name, help, labelNames: label, registers: [registry] },
      collect: async () => {
        const figures = await readOnce();
        gauge.reset();
        if (figures !== null) set(gauge, figures);
        // One without labels would say 0.
        else if (label.length === 0) gauge.remove();
      },
    });
  };
  add('padan_changes_waiting', 'Changes without a place in the order.', [], (gauge, { waiting }) =>
    gauge.set(waiting),
  );
  add('padan_changes_lag', 'Changes not handled yet.', ['consumer'], (gauge, { consumers }) => {
    for (const { consumer, lag } of consumers) gauge.set({ consumer }, lag);
  });
  add(
    'padan_dead_letters',
    'Things put aside since they could not be handled.',
    ['consumer'],
    (gauge, { consumers }) => {
      for (const { consumer, deadLetters } of consumers) gauge.set({ consumer }, deadLetters);
    },
  );
}
