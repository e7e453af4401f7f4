/**
 * Items on their way to one reader, never more than `limit`: a reader that falls further behind is cut off instead
 * of growing the memory of the process.
 */
export class BoundedQueue<T> {
  private readonly items: T[] = [];
  private hasOverflowed = false;
  private isClosed = false;
  private wake: () => void = () => undefined;

  constructor(private readonly limit: number) {}

  push(item: T): void {
    if (this.isClosed || this.hasOverflowed) return;
    if (this.items.length >= this.limit) {
      this.hasOverflowed = true;
      this.items.length = 0;
    } else {
      this.items.push(item);
    }
    this.wake();
  }

  close(): void {
    this.isClosed = true;
    this.wake();
  }

  /** The next item; null once closed. Errors: RangeError when the reader was too slow. */
  async next(): Promise<T | null> {
    for (;;) {
      if (this.isClosed) return null;
      if (this.hasOverflowed) throw new RangeError('The reader is too slow');
      const item = this.items.shift();
      if (item !== undefined) return item;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}
