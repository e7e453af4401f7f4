import { Gauge, type Registry } from 'prom-client';
import { sharedReading } from './shared-reading';

/** The last run of a nightly job that ended well. */
export interface NightlySuccess {
  readonly job: string;
  readonly succeededAt: Date | null;
  readonly figures: Readonly<Record<string, number>>;
}

/** What a job's figures mean, by name. */
export interface NightlyFigures {
  readonly name: string;
  readonly figures: Readonly<Record<string, string>>;
}

/**
 * Adds to `/metrics` when each nightly job last ended well and what it found, whichever instance ran it; no line for a
 * job that never did. While the rows cannot be read the former values stay.
 */
export function exportNightly(
  registry: Registry,
  jobs: readonly NightlyFigures[],
  read: () => Promise<readonly NightlySuccess[]>,
): void {
  let known: readonly NightlySuccess[] = [];
  const readOnce = sharedReading(read);
  const add = (name: string, help: string, readValue: () => number | undefined) => {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [registry],
      collect: async () => {
        known = (await readOnce()) ?? known;
        const value = readValue();
        // A gauge that was never set would say 0.
        if (value === undefined) gauge.remove();
        else gauge.set(value);
      },
    });
  };
  for (const { name, figures } of jobs) {
    const last = () => known.find(({ job }) => job === name);
    const secondsOf = () => {
      const at = last()?.succeededAt;
      return at ? at.getTime() / 1_000 : undefined;
    };
    add(`padan_${name}_success_timestamp_seconds`, 'When it last ended well.', secondsOf);
    for (const [figure, help] of Object.entries(figures)) {
      add(`padan_${name}_${figure}`, help, () => last()?.figures[figure]);
    }
  }
}
