/** How much a bucket holds, and how much of it comes back each second. Unit: points. */
export interface BucketSize {
  readonly capacity: number;
  readonly perSecond: number;
}

/** What became of a wish to spend. */
export interface Spending {
  readonly isAllowed: boolean;
  /** Whole points that are left. */
  readonly remaining: number;
  /** Seconds until the wish could be granted; 0 when it was. */
  readonly retryAfter: number;
}

interface Bucket {
  points: number;
  /** When `points` was right. */
  atMs: number;
}

/** So many buckets are kept at most; a full one is worth nothing and goes first. */
const MOST_BUCKETS = 100_000;

/**
 * Token buckets by key, in this process: each instance of the service grants its own.
 *
 * Cost: O(1); now and then all buckets are looked at, to forget the full ones.
 */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly mostBuckets = MOST_BUCKETS) {}

  get size(): number {
    return this.buckets.size;
  }

  /** Takes points out of a bucket when it holds so many. */
  spend(key: string, points: number, size: BucketSize, nowMs: number): Spending {
    const bucket = this.fill(key, size, nowMs);
    const isAllowed = bucket.points >= points;
    if (isAllowed) bucket.points -= points;
    const missing = isAllowed ? 0 : Math.min(points, size.capacity) - bucket.points;
    return {
      isAllowed,
      remaining: Math.floor(bucket.points),
      retryAfter: Math.ceil(missing / size.perSecond),
    };
  }

  /** Puts back what was not used; returns the whole points that are left. */
  refund(key: string, points: number, size: BucketSize, nowMs: number): number {
    const bucket = this.fill(key, size, nowMs);
    bucket.points = Math.min(size.capacity, bucket.points + points);
    return Math.floor(bucket.points);
  }

  private fill(key: string, { capacity, perSecond }: BucketSize, nowMs: number): Bucket {
    const known = this.buckets.get(key);
    if (known === undefined) {
      if (this.buckets.size >= this.mostBuckets) this.forget({ capacity, perSecond }, nowMs);
      const bucket = { points: capacity, atMs: nowMs };
      this.buckets.set(key, bucket);
      return bucket;
    }
    const seconds = Math.max(0, nowMs - known.atMs) / 1_000;
    known.points = Math.min(capacity, known.points + seconds * perSecond);
    known.atMs = nowMs;
    return known;
  }

  /** Forgets full buckets; when there are none, the oldest half: it is better to grant too much than to run out of memory. */
  private forget({ capacity, perSecond }: BucketSize, nowMs: number): void {
    for (const [key, { points, atMs }] of this.buckets) {
      if (points + ((nowMs - atMs) / 1_000) * perSecond >= capacity) this.buckets.delete(key);
    }
    if (this.buckets.size < this.mostBuckets) return;
    const half = [...this.buckets.keys()].slice(0, Math.ceil(this.mostBuckets / 2));
    for (const key of half) this.buckets.delete(key);
  }
}
