import type { LogSource, Placed } from '../../src/changes/log-tail';

/** A log in memory; `read` counts how often somebody asked. */
export class MemoryLog<E extends Placed> implements LogSource<E> {
  readonly channel = 'test';
  readonly reads: number[] = [];
  removed = 0;
  events: E[] = [];
  private ring: () => void = () => undefined;
  private last = 0;

  /** What a tail asks for notices. */
  readonly notices = {
    on: (_channel: string, ring: () => void) => {
      this.ring = ring;
    },
  };

  append(...events: E[]): void {
    this.events.push(...events);
    this.last = events.at(-1)?.seq ?? this.last;
    this.ring();
  }

  bounds = async () => ({ newest: this.last, removed: this.removed });
  retainedSince = async () => (this.events.length > 0 ? new Date(0) : null);
  count = async (after: number, upTo: number) =>
    this.events.filter(({ seq }) => seq > after && seq <= upTo).length;
  read = async (after: number, limit: number) => {
    this.reads.push(after);
    return this.events.filter(({ seq }) => seq > after).slice(0, limit);
  };
}

/** Waits for something to become true, at most ten seconds. */
export async function eventually(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1_000; tries++) {
    if (isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('It did not become true');
}
