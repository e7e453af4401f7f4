import type { AddressKind } from '../../../src/entities/vocabulary';
import { type CodeDelivery, DeliveryError } from '../../../src/identity/delivery/delivery';

/** What a server of the other side was sent. */
export interface Received {
  readonly to: string;
  readonly text: string;
}

/** A real server on this machine, and the delivery that uses it. */
export interface DeliveryWorld {
  readonly delivery: CodeDelivery;
  readonly received: Received[];
  /** The server now refuses, or says nothing at all. */
  refuse(): void;
  hang(): void;
  stop(): Promise<void>;
}

/** Longest wait of the deliveries under test: where nothing comes it is waited for, elsewhere it never passes. */
const LIMIT_MS = 300;
export const PATIENCE_MS = 20_000;

/** What every way to deliver codes promises. */
export function describeDelivery(
  name: string,
  kind: AddressKind,
  address: string,
  start: (limitMs: number) => Promise<DeliveryWorld>,
): void {
  describe(name, () => {
    let world: DeliveryWorld;
    beforeEach(async () => {
      world = await start(PATIENCE_MS);
    });
    afterEach(() => world.stop());

    const to = { kind, text: address };
    const send = (lang: 'ID' | 'EN' = 'ID', { delivery } = world) =>
      delivery.send({ to, code: '012345', lang });

    it('reaches addresses of its kind alone', () => {
      const kinds = (['PHONE', 'EMAIL'] as const).filter((one) => world.delivery.reaches(one));
      expect(kinds).toEqual([kind]);
    });

    it('brings the code in Indonesian and English', async () => {
      await send('ID');
      await send('EN');
      expect(world.received).toEqual([
        { to: address, text: expect.stringContaining('012345 adalah kode Padan Anda') },
        { to: address, text: expect.stringContaining('012345 is your Padan code') },
      ]);
    });

    it('fails with a fault that names neither address nor code', async () => {
      world.refuse();
      const fault = await send().catch((error: unknown) => error);
      expect(fault).toBeInstanceOf(DeliveryError);
      const told = JSON.stringify([String(fault), (fault as Error).stack, (fault as Error).cause]);
      expect(told).not.toContain(address);
      expect(told).not.toContain('012345');
    });

    it('gives a server up that says nothing', async () => {
      const hanging = await start(LIMIT_MS);
      hanging.hang();
      const fault = await send('ID', hanging).catch((error: unknown) => error);
      expect(fault).toBeInstanceOf(DeliveryError);
      await hanging.stop();
    });
  });
}
