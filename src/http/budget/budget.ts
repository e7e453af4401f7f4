import type { Clock } from '../../clock';
import { AppError } from '../../errors';
import { limits } from '../../limits';
import type { Context, Portal } from '../../resolvers/context';
import { Crowds } from './crowds';
import { type BucketSize, TokenBuckets } from './token-buckets';

/** Who pays for an operation. */
export interface Payer {
  /** Null when nobody is signed in. */
  readonly accountId: string | null;
  /** Whose key was sent; null without one. */
  readonly portal: Portal | null;
  /** Of the client, as a trusted proxy tells it. */
  readonly address: string;
}

/** What an operation cost, as `extensions.cost` shows it. Unit: points. */
export interface Charge {
  /** The price before it ran. */
  readonly requested: number;
  /** What its answer held; the rest was given back. */
  readonly actual: number;
  readonly remaining: number;
  /** Points that come back each second. */
  readonly restoreRate: number;
  /** What one operation may cost at most. */
  readonly limit: number;
}

/** An operation that was paid for. */
export interface Paid {
  /** Of a portal's quota of requests; null where nobody sent a key. */
  readonly requestsLeft: number | null;
  /** Gives back what the answer did not hold. */
  settle(actual: number): Charge;
}

/** The payer behind a request. */
export const payerOf = (
  { viewer, enrolling, portal }: Pick<Context, 'viewer' | 'enrolling' | 'portal'>,
  address: string,
): Payer => ({ accountId: (viewer ?? enrolling)?.accountId ?? null, portal, address });

/** Points of whoever asks: of an account wherever it is, of an address where nobody signed in. */
export class Budget {
  private readonly buckets = new TokenBuckets();
  private readonly crowds = new Crowds();

  /** `factor` makes every bucket larger, for measurements. */
  constructor(
    private readonly clock: Clock,
    private readonly factor = 1,
  ) {}

  /** Errors: RATE_LIMITED with the seconds to wait. */
  pay(payer: Payer, { requested, limit }: Pick<Charge, 'requested' | 'limit'>): Paid {
    const nowMs = this.clock.now().getTime();
    const { portal } = payer;
    const requestsLeft = portal && this.countRequest(portal, requested, nowMs);
    const { key, size } = this.bucketOf(payer, nowMs);
    const { isAllowed, retryAfter } = this.buckets.spend(key, requested, size, nowMs);
    if (!isAllowed) throw new AppError('RATE_LIMITED', { cost: requested, seconds: retryAfter });
    return {
      requestsLeft,
      settle: (used) => {
        const actual = Math.min(requested, used);
        const laterMs = this.clock.now().getTime();
        const remaining = this.buckets.refund(key, requested - actual, size, laterMs);
        return { requested, actual, remaining, restoreRate: size.perSecond, limit };
      },
    };
  }

  /** A portal's requests are counted beside its points, as often as its key allows. */
  private countRequest({ keyId, quotaPerMinute }: Portal, cost: number, nowMs: number): number {
    const quota = { capacity: quotaPerMinute, perSecond: quotaPerMinute / 60 };
    const spent = this.buckets.spend(`requests ${keyId}`, 1, quota, nowMs);
    if (!spent.isAllowed) throw new AppError('RATE_LIMITED', { cost, seconds: spent.retryAfter });
    return spent.remaining;
  }

  private bucketOf({ accountId, portal, address }: Payer, nowMs: number) {
    if (accountId !== null) {
      this.crowds.note(address, accountId, nowMs);
      return { key: `account ${accountId}`, size: this.sizeOf(limits.budget.signedIn, 1) };
    }
    const size = limits.budget.public;
    if (portal !== null) return { key: `portal ${portal.keyId}`, size: this.sizeOf(size, 1) };
    const times = this.crowds.isCrowd(address, nowMs) ? limits.budget.crowdFactor : 1;
    return { key: `address ${address}`, size: this.sizeOf(size, times) };
  }

  private sizeOf({ capacity, perSecond }: BucketSize, times: number): BucketSize {
    const factor = this.factor * times;
    return { capacity: capacity * factor, perSecond: perSecond * factor };
  }
}
