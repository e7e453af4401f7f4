/**
 * How often one caller (an address of the network) may ask for codes, try them, and report frauds.
 *
 * Source: our choice; wide, since carriers and halls put hundreds of people behind one address. What guards an address
 * of a person is `codeRules`; what guards the officers who read reports is nothing else, so these are few.
 */
export const callerRules = {
  code: { times: 100, ms: 3_600_000 },
  attempt: { times: 300, ms: 3_600_000 },
  report: { times: 20, ms: 3_600_000 },
} as const;
export type CallerAct = keyof typeof callerRules;

interface Count {
  times: number;
  since: number;
}

const MOST_CALLERS = 50_000;

/**
 * Counts what callers do, in the memory of this process: where somebody signed in from never reaches a disk, and a
 * brake on floods need not be exact; several instances allow as many times more.
 */
export class CallerLimits {
  private readonly counts = new Map<string, Count>();

  /** Counts one act. Unit: the milliseconds that the caller has to wait; 0 = go on. */
  count(act: CallerAct, caller: string, now: Date): number {
    const { times, ms } = callerRules[act];
    const key = `${act} ${networkOf(caller)}`;
    const at = now.getTime();
    const known = this.counts.get(key);
    if (known !== undefined && at < known.since + ms) {
      if (known.times >= times) return known.since + ms - at;
      known.times += 1;
      return 0;
    }
    this.counts.delete(key);
    this.forgetOldest();
    this.counts.set(key, { times: 1, since: at });
    return 0;
  }

  private forgetOldest(): void {
    if (this.counts.size < MOST_CALLERS) return;
    const [oldest] = this.counts.keys();
    if (oldest !== undefined) this.counts.delete(oldest);
  }
}

const IPV6_NETWORK_GROUPS = 4;

/** An IPv4 address, or the /64 that one IPv6 subscriber has to choose from. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : 8 - groups.length - rest.length;
  return [...groups, ...Array<string>(Math.max(0, zeros)).fill('0'), ...rest]
    .slice(0, IPV6_NETWORK_GROUPS)
    .join(':');
}
