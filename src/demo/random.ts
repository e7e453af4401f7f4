const UINT32 = 2 ** 32;

/** A small seeded generator (sfc32): the same seed gives the same draws on every machine. Not for secrets. */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(seed: string) {
    [this.a, this.b, this.c] = [hash(seed, 1), hash(seed, 2), hash(seed, 3)];
    for (let round = 0; round < 12; round++) this.uint32();
  }

  uint32(): number {
    const sum = (this.a + this.b + this.counter) >>> 0;
    this.counter = (this.counter + 1) >>> 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) >>> 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) >>> 0;
    return sum;
  }

  /** In [0, 1). */
  unit(): number {
    return this.uint32() / UINT32;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.unit() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.between(0, items.length - 1)];
  }

  /** `count` different items, or all of them. */
  sample<T>(items: readonly T[], count: number): T[] {
    const rest = [...items];
    const drawn: T[] = [];
    while (drawn.length < count && rest.length > 0) {
      drawn.push(...rest.splice(this.between(0, rest.length - 1), 1));
    }
    return drawn;
  }

  uuid(): string {
    const hex = Array.from({ length: 4 }, () => this.uint32().toString(16).padStart(8, '0')).join(
      '',
    );
    const variant = '89ab'[this.between(0, 3)];
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `${variant}${hex.slice(17, 20)}`,
      hex.slice(20),
    ].join('-');
  }
}

/** Items drawn in proportion to their weights. */
export class Weighted<T> {
  private readonly items: readonly T[];
  private readonly bounds: readonly number[];

  constructor(entries: readonly (readonly [T, number])[]) {
    let sum = 0;
    this.items = entries.map(([item]) => item);
    this.bounds = entries.map(([, weight]) => {
      sum += weight;
      return sum;
    });
  }

  pick(random: Random): T {
    const point = random.unit() * this.bounds[this.bounds.length - 1];
    return this.items[this.bounds.findIndex((bound) => point < bound)];
  }
}

/** FNV-1a with a final mix. */
function hash(text: string, salt: number): number {
  let value = 2_166_136_261 ^ (salt * 0x9e3779b9);
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 16_777_619);
  }
  value = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  return (value ^ (value >>> 16)) >>> 0;
}
