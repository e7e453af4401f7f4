import type { Server } from 'node:http';
import { setTimeout as delay, setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { FastifyInstance } from 'fastify';

/**
 * How long a stopping server still takes requests, with `Connection: close` on each answer: a client that keeps
 * its connection then never finds it cut at the moment it sends, and a balancer sees that it is not ready.
 */
export const NOTICE_MS = 1_000;
const QUIET_MS = 100;
const POLL_MS = 20;

/** Counts the requests under way, so that a stopping server knows when it may cut what is left. */
export class Drain {
  isDraining = false;
  private active = 0;

  constructor(private readonly noticeMs = NOTICE_MS) {}

  /** Counts requests of the app from now on; while it drains, tells clients to use the connection no more. */
  observe(app: FastifyInstance): void {
    app.addHook('onRequest', async (_request, reply) => {
      this.active++;
      reply.raw.once('close', () => {
        this.active--;
      });
      if (this.isDraining) reply.header('connection', 'close');
    });
  }

  /** Begins to drain; resolves when clients with an open connection had time to notice. */
  async announce(server: Server): Promise<void> {
    this.isDraining = true;
    const connections = await promisify(server.getConnections.bind(server))();
    if (connections > 0) await delay(this.noticeMs);
    // `close` would otherwise cut connections that were accepted but whose request was not read yet.
    server.closeIdleConnections = () => {};
    // After the poll phase the queue of waiting connections is empty.
    await setImmediate();
  }

  /** Resolves when no request has been under way for a moment, at the latest after `maxMs`. */
  async settle(maxMs: number): Promise<void> {
    const deadline = performance.now() + maxMs;
    let quietSince = performance.now();
    while (performance.now() < deadline) {
      // Requests that were accepted but not read yet turn up in this time.
      await delay(POLL_MS);
      if (this.active > 0) quietSince = performance.now();
      else if (performance.now() - quietSince >= QUIET_MS) return;
    }
  }
}
