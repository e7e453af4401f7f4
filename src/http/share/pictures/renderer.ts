import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { errors } from '../../../errors';
import { renderPng } from './render-png';

/** What the thread is asked, and what it answers; null where a drawing cannot be rendered. */
export interface RenderWish {
  readonly id: number;
  readonly svg: string;
}
export interface RenderAnswer {
  readonly id: number;
  readonly png: Uint8Array | null;
}

interface Waiting {
  resolve(png: Uint8Array): void;
  reject(error: Error): void;
}

/** At most so many wait: some 200 ms each, the last has its picture within a few seconds. */
const MOST_WAITING = 24;
const RETRY_SECONDS = 2;
/** A thread that renders so long hangs. */
const LONGEST_MS = 15_000;

// Node.js 20 starts no thread from TypeScript.
const isSource = __filename.endsWith('.ts');

/**
 * Renders drawings one after another in a thread of its own, so that no request of others waits for a picture; in the tests, which
 * run the sources, beside its asker.
 */
export class PictureRenderer {
  private thread: Worker | null = null;
  private watch: NodeJS.Timeout | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  constructor(private readonly mostWaiting = MOST_WAITING) {}

  /** The PNG of a drawing. Errors: SERVICE_UNAVAILABLE when too many wait, and when the thread ends. */
  async render(svg: string): Promise<Uint8Array> {
    if (this.waiting.size >= this.mostWaiting) throw errors.service.unavailable(RETRY_SECONDS);
    this.last += 1;
    const wish: RenderWish = { id: this.last, svg };
    return await new Promise((resolve, reject) => {
      this.waiting.set(wish.id, { resolve, reject });
      if (isSource) setImmediate(() => this.settle({ id: wish.id, png: renderPng(svg) }));
      else this.send(wish);
    });
  }

  async stop(): Promise<void> {
    const { thread } = this;
    this.lose(thread);
    await thread?.terminate();
  }

  private send(wish: RenderWish): void {
    this.thread ??= this.start();
    this.watch ??= this.watchThread();
    this.thread.postMessage(wish);
  }

  private start(): Worker {
    const thread = new Worker(path.join(__dirname, 'render-thread.js'));
    // A service that stops does not wait for it.
    thread.unref();
    thread.on('message', (answer: RenderAnswer) => this.settle(answer));
    thread.once('error', () => this.lose(thread));
    thread.once('exit', () => this.lose(thread));
    return thread;
  }

  private settle({ id, png }: RenderAnswer): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (this.watch !== null) clearTimeout(this.watch);
    this.watch = this.waiting.size > 0 && this.thread !== null ? this.watchThread() : null;
    if (png === null) waiting?.reject(new Error('A picture cannot be rendered'));
    else waiting?.resolve(png);
  }

  private watchThread(): NodeJS.Timeout {
    const { thread } = this;
    return setTimeout(() => {
      this.lose(thread);
      void thread?.terminate();
    }, LONGEST_MS).unref();
  }

  /** Whoever waits asks again; the next wish starts another thread. */
  private lose(thread: Worker | null): void {
    if (thread !== this.thread) return;
    this.thread = null;
    if (this.watch !== null) clearTimeout(this.watch);
    this.watch = null;
    for (const { reject } of this.waiting.values()) {
      reject(errors.service.unavailable(RETRY_SECONDS));
    }
    this.waiting.clear();
  }
}
