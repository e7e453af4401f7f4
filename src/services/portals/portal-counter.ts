import type { Clock } from '../../clock';
import { officeDay } from '../../text/office-day';
import { PeriodicWriter } from '../periodic-writer';
import type { RunAs } from '../transaction';
import { PendingCounts } from './pending-counts';
import type { Shown } from './shown';
import { listKnownCodes, writeCounts } from './write-counts';

/** How a portal's code looks; anything else is not even noted. */
const CODE = /^[0-9a-f]{10}$/;
/** How often counts are written. */
const WRITE_EVERY_MS = 5_000;

/**
 * Counts what is shown under the codes of portals, off the way of requests: `note` only counts in memory, `flush` writes.
 * Counts of a process that ends without `flush` are lost: they inform, and nothing is paid by them.
 */
export class PortalCounter extends PeriodicWriter {
  private pending = new PendingCounts();
  private readonly known = new Set<string>();

  constructor(private readonly deps: { runAs: RunAs; clock: Clock }) {
    super(WRITE_EVERY_MS);
  }

  /** Notes what an answer showed. Never throws. */
  note(code: string, shown: Shown): void {
    if (CODE.test(code)) this.pending.add(code, shown, this.known.has(code));
  }

  /** Writes what has been counted. Cost: 2 statements, none when there is nothing. */
  async flush(): Promise<void> {
    const counts = this.pending.list();
    if (counts.length === 0) return;
    this.pending = new PendingCounts();
    const codes = [...new Set(counts.map(({ code }) => code))];
    await this.deps.runAs('system', async (manager) => {
      const known = await listKnownCodes(manager, codes);
      for (const code of codes) this.learn(code, known.has(code));
      const written = counts.filter(({ code }) => known.has(code));
      await writeCounts(manager, written, officeDay(this.deps.clock.now()));
    });
  }

  private learn(code: string, isKnown: boolean): void {
    if (isKnown) this.known.add(code);
    else this.known.delete(code);
  }
}
