import { Webhook } from '../../src/entities';
import { addDueJobs, addJobAt } from '../../src/webhooks/jobs';
import { moveIdle } from '../../src/webhooks/move-idle';
import { readWebhookState } from '../../src/webhooks/webhook-state';
import { anEmployer, aVacancy } from '../builders';
import { type DeliveryWorld, START, startDeliveryWorld } from './delivery-world';

let world: DeliveryWorld;

beforeEach(async () => {
  world = await startDeliveryWorld();
});

afterEach(async () => {
  await world.stop();
});

const wake = () => world.seed((manager) => addDueJobs(manager, world.deps.clock.now()));
const change = (values: Partial<Webhook>) =>
  world.seed((manager) => manager.update(Webhook, world.webhook.id, values));
const jobs = () =>
  world.seed((manager) =>
    manager.query<{ key: string; run_at: Date; priority: number }[]>(
      'SELECT key, run_at, priority FROM graphile_worker.jobs',
    ),
  );

/** An event of somebody else. */
async function happenElsewhere() {
  const { seed, happen } = world;
  const vacancy = await seed(async (manager) => {
    const other = await anEmployer(manager);
    return await aVacancy(manager, { employerId: other.id });
  });
  await happen({ employerId: vacancy.employerId, vacancyId: vacancy.id });
}

describe('addDueJobs', () => {
  it('adds one job for a webhook with something to deliver', async () => {
    await wake();
    expect(await jobs()).toEqual([]);
    await world.happen({}, {});
    await wake();
    const [first] = await jobs();
    expect(first.key).toBe(world.webhook.id);
    await wake();
    expect(await jobs()).toEqual([first]);
  });

  it.each([
    ['is paused', { status: 'PAUSED' }],
    ['is disabled', { status: 'DISABLED' }],
    ['waits for its next attempt', { retryAt: new Date(START.getTime() + 1) }],
    [
      'is worked at',
      {
        claim: '00000000-0000-4000-8000-000000000000',
        claimedUntil: new Date(START.getTime() + 1),
      },
    ],
  ] as const)('adds none for a webhook that %s', async (_, values) => {
    await world.happen({});
    await change(values);
    await wake();
    expect(await jobs()).toEqual([]);
  });

  it('adds none for events of another employer', async () => {
    await happenElsewhere();
    await wake();
    expect(await jobs()).toEqual([]);
  });

  it('lets a webhook whose last attempt failed come behind the others', async () => {
    await world.happen({});
    await wake();
    expect((await jobs())[0].priority).toBe(0);
    await change({ failures: 1 });
    await world.seed((manager) => addJobAt(manager, world.webhook.id, new Date()));
    expect((await jobs())[0].priority).toBe(1);
  });

  it('brings a later attempt forward when somebody resumes the webhook', async () => {
    await world.happen({});
    const later = new Date(Date.now() + 3_600_000);
    await world.seed((manager) => addJobAt(manager, world.webhook.id, later));
    await wake();
    const [job] = await jobs();
    expect(job.run_at.getTime()).toBeLessThan(later.getTime());
    expect(await jobs()).toHaveLength(1);
  });
});

describe('moveIdle', () => {
  const move = () => world.seed((manager) => moveIdle(manager, world.deps.clock.now()));
  const placeOf = async () => Number((await world.stand()).place);

  it('moves a webhook on past the events of others', async () => {
    await happenElsewhere();
    await move();
    expect(await placeOf()).toBe(1);
  });

  it('moves none on past an event of its own, nor past a gap', async () => {
    await world.happen({});
    await move();
    expect(await placeOf()).toBe(0);
    await world.seed(async (manager) => {
      await manager.query('DELETE FROM match_events');
      await manager.query(
        `INSERT INTO consumer_cursors (name, seq) VALUES ('match events kept', 1)`,
      );
    });
    await move();
    expect(await placeOf()).toBe(0);
  });
});

describe('readWebhookState', () => {
  const read = () => world.seed((manager) => readWebhookState(manager, world.deps.clock.now()));

  it('counts those that fail for an hour, those that are stopped, and the events ahead', async () => {
    expect(await read()).toEqual({ failing: 0, disabled: 0, lag: 0 });
    await world.happen({}, {}, {});
    await change({ failingSince: new Date(START.getTime() - 3_600_000) });
    expect(await read()).toEqual({ failing: 1, disabled: 0, lag: 3 });
    await change({ status: 'DISABLED' });
    expect(await read()).toEqual({ failing: 0, disabled: 1, lag: 0 });
  });
});
