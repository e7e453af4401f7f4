import type { FastifyInstance } from 'fastify';

/** Counts the requests under way, so that a stopping server knows when it may cut what is left. */
export class Drain {
  isDraining = false;
  private active = 0;
  private onIdle: (() => void) | null = null;

  /** Counts requests of the app from now on; while it drains, tells clients to use the connection no more. */
  observe(app: FastifyInstance): void {
    app.addHook('onRequest', async (_request, reply) => {
      this.active++;
      reply.raw.once('close', () => {
        this.active--;
        if (this.active === 0) this.onIdle?.();
      });
      if (this.isDraining) reply.header('connection', 'close');
    });
  }

  /** Resolves when no request is under way, at the latest after `maxMs`. */
  async settle(maxMs: number): Promise<void> {
    if (this.active === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, maxMs);
      this.onIdle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
