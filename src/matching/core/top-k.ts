/** Keeps the `limit` first items of any number, in O(n · log limit). */
export class TopK<T> {
  private readonly heap: T[] = [];

  /** `compare` is negative when `a` comes before `b`; it must be a total order. */
  constructor(
    private readonly limit: number,
    private readonly compare: (a: T, b: T) => number,
  ) {}

  /** The last kept item once there are `limit` of them: what does not come before it is not kept. */
  get last(): T | undefined {
    return this.heap.length === this.limit ? this.heap[0] : undefined;
  }

  add(item: T): void {
    if (this.heap.length < this.limit) {
      this.heap.push(item);
      this.raise(this.heap.length - 1);
    } else if (this.limit > 0 && this.compare(item, this.heap[0]) < 0) {
      this.heap[0] = item;
      this.sink();
    }
  }

  /** The kept items, first first. */
  sorted(): T[] {
    return [...this.heap].sort(this.compare);
  }

  private raise(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.compare(this.heap[at], this.heap[parent]) <= 0) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private sink(): void {
    let at = 0;
    for (;;) {
      let last = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < this.heap.length && this.compare(this.heap[child], this.heap[last]) > 0) {
          last = child;
        }
      }
      if (last === at) return;
      this.swap(at, last);
      at = last;
    }
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.heap[b], this.heap[a]];
  }
}
