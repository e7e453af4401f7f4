import { systemClock } from '../../src/clock';
import { waitUntil } from '../../src/embedded/processes';
import { Membership } from '../../src/entities';
import { type RunningWebhooks, startWebhooks } from '../../src/webhooks/start-webhooks';
import { aWebhook } from '../builders';
import { type DeliveryWorld, startDeliveryWorld } from './delivery-world';
import { type Receiver, startReceiver } from './receiver';

const LIMIT_MS = 20_000;

let world: DeliveryWorld;
let running: RunningWebhooks[];
let receivers: Receiver[];
let warnings: unknown[];

beforeEach(async () => {
  world = await startDeliveryWorld();
  running = [];
  receivers = [];
  warnings = [];
});

afterEach(async () => {
  for (const webhooks of running) await webhooks.stop();
  for (const receiver of receivers) await receiver.stop();
  await world.stop();
});

function start(): RunningWebhooks {
  const { dataSource, databaseUrl, deps } = world;
  const webhooks = startWebhooks({
    ...{ dataSource, databaseUrl },
    clock: systemClock,
    log: { warn: (context: unknown) => void warnings.push(context) } as never,
    names: deps.names,
    isLoopbackAllowed: true,
    policy: { delaysMs: [50], disabledAfterMs: 60_000 },
  });
  running.push(webhooks);
  return webhooks;
}

/** Another webhook of the same account, with a receiver of its own. */
async function another(): Promise<Receiver> {
  const receiver = await startReceiver();
  receivers.push(receiver);
  const { employer, account, seed } = world;
  const owned = { employerId: employer.id, accountId: account.id, url: receiver.url };
  await seed((manager) => aWebhook(manager, owned));
  return receiver;
}

const placesOf = ({ received }: Receiver) =>
  received.map(({ body }) => Number(JSON.parse(body).data.cursor));
const arrived = (receiver: Receiver, count: number) =>
  waitUntil(async () => receiver.received.length >= count, LIMIT_MS);
const countTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('startWebhooks', () => {
  it('delivers what waits at the start and what happens afterwards', async () => {
    const { happen, receiver } = world;
    await happen({}, {});
    const { attempts } = start();
    await arrived(receiver, 2);
    await happen({});
    await arrived(receiver, 3);
    expect(placesOf(receiver)).toEqual([1, 2, 3]);
    await waitUntil(async () => attempts.DELIVERED === 3, LIMIT_MS);
    expect(attempts).toMatchObject({ DELIVERED: 3, REJECTED: 0 });
    expect(warnings).toEqual([]);
  });

  it('tries again by itself, and others do not wait for it', async () => {
    const { happen, receiver } = world;
    const healthy = await another();
    receiver.answer(500, 500, () => undefined, 204);
    start();
    await happen({}, {});
    await arrived(healthy, 2);
    await happen({});
    await arrived(healthy, 3);
    await arrived(receiver, 6);
    expect(placesOf(healthy)).toEqual([1, 2, 3]);
    expect(placesOf(receiver)).toEqual([1, 1, 1, 1, 2, 3]);
  });

  it('shares the webhooks among instances, each event once, also when one stops', async () => {
    const { happen, receiver } = world;
    const all = [receiver, await another(), await another(), await another()];
    const [leaving, staying] = [start(), start()];
    const total = 60;
    for (let index = 0; index < total; index++) {
      await happen({});
      if (index === total / 2) await leaving.stop();
    }
    for (const one of all) await arrived(one, total);
    for (const one of all) expect(placesOf(one)).toEqual(countTo(total));
    running = [staying];
    expect(warnings).toEqual([]);
  });

  it('begins again when a membership does', async () => {
    const { happen, receiver, seed, account } = world;
    const mine = { accountId: account.id };
    await seed((manager) => manager.update(Membership, mine, { endsAt: new Date() }));
    start();
    await happen({});
    await seed((manager) => manager.update(Membership, mine, { endsAt: null }));
    await arrived(receiver, 1);
    expect(placesOf(receiver)).toEqual([1]);
  });
});
