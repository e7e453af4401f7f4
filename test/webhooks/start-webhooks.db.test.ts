import { systemClock } from '../../src/clock';
import { waitUntil } from '../../src/embedded/processes';
import { Membership, Webhook } from '../../src/entities';
import { addJobAt } from '../../src/webhooks/jobs';
import { type RunningWebhooks, startWebhooks } from '../../src/webhooks/start-webhooks';
import { aWebhook } from '../builders';
import { type DeliveryWorld, startDeliveryWorld } from './delivery-world';
import { type Receiver, startReceiver } from './receiver';

const LIMIT_MS = 50_000;

// Some hundred deliveries, each in transactions of its own.
jest.setTimeout(150_000);

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

/** The places that arrived, repetitions aside: on a slow machine an answer may come too late. */
const placesOf = ({ received }: Receiver) =>
  received
    .map(({ body }) => Number(JSON.parse(body).data.cursor))
    .filter((place, index, all) => place !== all[index - 1]);
const arrived = (receiver: Receiver, count: number) =>
  waitUntil(() => new Set(placesOf(receiver)).size >= count, LIMIT_MS);
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
    expect(await waitUntil(async () => attempts.DELIVERED >= 3, LIMIT_MS)).toBe(true);
    expect(attempts.REJECTED).toBe(0);
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
    await arrived(receiver, 3);
    expect(receiver.received.length).toBeGreaterThanOrEqual(6);
    expect(placesOf(healthy)).toEqual([1, 2, 3]);
    expect(placesOf(receiver)).toEqual([1, 2, 3]);
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

  it('takes over what a process that was killed had begun', async () => {
    const { happen, receiver, seed, webhook } = world;
    await happen({}, {});
    await seed(async (manager) => {
      await manager.update(Webhook, webhook.id, {
        claim: '00000000-0000-4000-8000-000000000000',
        claimedUntil: new Date(Date.now() + 500),
      });
      await addJobAt(manager, webhook.id, new Date());
      await manager.query(
        `UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'killed', attempts = 1`,
      );
    });
    start();
    await arrived(receiver, 2);
    expect(placesOf(receiver)).toEqual([1, 2]);
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
