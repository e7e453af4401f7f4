import { Webhook as Verifier } from 'standardwebhooks';
import { asActor } from '../../src/database/as-actor';
import { createDataSource } from '../../src/database/data-source';
import {
  Candidate,
  Employer,
  Membership,
  Webhook,
  WebhookDelivery,
  WebhookSecret,
} from '../../src/entities';
import { deliverWebhook } from '../../src/webhooks/deliver';
import { createPost } from '../../src/webhooks/post';
import { showSecret } from '../../src/webhooks/signature';
import { anEmployer, aVacancy } from '../builders';
import { type DeliveryWorld, startDeliveryWorld } from './delivery-world';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let world: DeliveryWorld;

beforeEach(async () => {
  world = await startDeliveryWorld();
});

afterEach(async () => {
  await world.stop();
});

describe('deliverWebhook', () => {
  it('sends every event once, in order, and nothing about the person', async () => {
    const { happen, deliver, bodies, places, receiver, person, webhook, vacancies } = world;
    await happen({}, { kind: 'ROSE' }, { kind: 'LEFT' });
    await happen({ kind: 'SEVERAL', candidateId: null, verdict: null, entered: 7, left: 1 });
    await deliver();
    await deliver();
    expect(places()).toEqual([1, 2, 3, 4]);
    expect(bodies().map(({ type }) => type)).toEqual([
      'match.entered',
      'match.rose',
      'match.left',
      'match.several',
    ]);
    expect(bodies()[0].data).toEqual({
      eventId: expect.stringMatching(/ 1$/),
      cursor: '1',
      vacancyId: `vacancy ${vacancies[0].id}`,
      kind: 'ENTERED',
    });
    expect(JSON.stringify(receiver.received)).not.toContain(person.id);
    expect(receiver.received[0].headers['webhook-id']).toBe(`msg_${webhook.id}_1`);
    expect(await world.stand()).toMatchObject({ place: '4', failures: 0, claim: null });
  });

  it('signs so that the library of Standard Webhooks agrees', async () => {
    const { happen, deliver, receiver, secret, pass } = world;
    // The library compares with the clock of this machine.
    pass(Date.now() - world.deps.clock.now().getTime());
    await happen({});
    await deliver();
    const [{ body, headers }] = receiver.received;
    const verifier = new Verifier(showSecret(secret));
    expect(verifier.verify(body, headers as Record<string, string>)).toEqual(world.bodies()[0]);
  });

  it('signs with both secrets for a day after a rotation', async () => {
    const { happen, deliver, receiver, pass, seed, webhook, deps } = world;
    const next = { id: webhook.employerId, webhookId: webhook.id, secret: Buffer.alloc(32, 1) };
    await seed((manager) =>
      manager.insert(WebhookSecret, { ...next, createdAt: deps.clock.now() }),
    );
    await happen({});
    await deliver();
    pass(24 * HOUR_MS);
    await happen({});
    await deliver();
    const signatures = receiver.received.map(({ headers }) =>
      String(headers['webhook-signature']).split(' '),
    );
    expect(signatures.map((list) => list.length)).toEqual([2, 1]);
  });

  it('sends what failed again under the same id before anything else', async () => {
    const { happen, deliver, pass, receiver, places, outcomes } = world;
    receiver.answer(500, 503, 302, 404, 204);
    await happen({}, {});
    const waits = [5_000, 30_000, 2 * MINUTE_MS, 10 * MINUTE_MS];
    for (const waitMs of waits) {
      await deliver();
      pass(waitMs - 1);
      await deliver();
      pass(1);
    }
    await deliver();
    expect(places()).toEqual([1, 1, 1, 1, 1, 2]);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(2);
    expect(outcomes).toEqual([
      ...['REJECTED', 'REJECTED', 'REDIRECTED', 'REJECTED', 'DELIVERED', 'DELIVERED'],
    ]);
    const attempts = await world.seed((manager) =>
      manager.find(WebhookDelivery, { order: { id: 'ASC' } }),
    );
    expect(attempts.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 500],
      [2, 503],
      [3, 302],
      [4, 404],
      [5, 204],
      [1, 204],
    ]);
    expect(await world.stand()).toMatchObject({ failures: 0, failingSince: null, retryAt: null });
  });

  it('gives up on a receiver that hangs, and keeps the order', async () => {
    const { happen, deliver, deps, webhook, pass, receiver, places, outcomes } = world;
    receiver.answer(() => undefined, 204);
    await happen({}, {});
    const post = createPost({ isLoopbackAllowed: true, timeoutMs: 300 });
    await deliverWebhook({ ...deps, post }, webhook.id, new AbortController().signal);
    expect(outcomes).toEqual(['TIMED_OUT']);
    pass(MINUTE_MS);
    await deliver();
    expect(places()).toEqual([1, 1, 2]);
  });

  it('holds no connection while a receiver hangs', async () => {
    const { happen, deps, webhook, receiver, databaseUrl } = world;
    await happen({});
    const narrow = await createDataSource(databaseUrl, { poolSize: 1 }).initialize();
    const change: typeof deps.change = (work) => asActor(narrow, 'system', work);
    let isAnswered = false;
    receiver.answer((response) => {
      // Answered by the one connection of the pool, while its only user waits for this receiver.
      narrow.query('SELECT 1').then(
        () => {
          isAnswered = true;
          response.end();
        },
        () => response.destroy(),
      );
    });
    await deliverWebhook({ ...deps, change }, webhook.id, new AbortController().signal);
    await narrow.destroy();
    expect(isAnswered).toBe(true);
    expect(world.outcomes).toEqual(['DELIVERED']);
  });

  it('waits as long as the receiver asks, when that is longer', async () => {
    const { happen, deliver, pass, receiver } = world;
    const busy = (seconds: number) => (response: import('node:http').ServerResponse) =>
      void response.writeHead(429, { 'retry-after': String(seconds) }).end();
    receiver.answer(busy(600), busy(1), 204);
    await happen({});
    await deliver();
    pass(599_999);
    await deliver();
    expect(receiver.received).toHaveLength(1);
    pass(1);
    await deliver();
    pass(29_999);
    await deliver();
    expect(receiver.received).toHaveLength(2);
    pass(1);
    await deliver();
    expect(receiver.received).toHaveLength(3);
  });

  it('stops at once when the receiver is gone, and goes on where it stood', async () => {
    const { happen, deliver, receiver, places, seed, webhook } = world;
    receiver.answer(410);
    await happen({}, {});
    await deliver();
    await deliver();
    expect(await world.stand()).toMatchObject({ status: 'DISABLED', place: '0' });
    receiver.answer(204);
    await seed((manager) => manager.update(Webhook, webhook.id, { status: 'ACTIVE' }));
    await deliver();
    expect(places()).toEqual([1, 1, 2]);
  });

  it('stops after five days of failures', async () => {
    const { happen, deliver, pass, receiver } = world;
    receiver.answer(500);
    await happen({});
    let attempts = 0;
    for (; attempts < 50 && (await world.stand()).status === 'ACTIVE'; attempts++) {
      await deliver();
      pass(10 * HOUR_MS);
    }
    // At 0, 10, … 120 hours.
    expect(attempts).toBe(13);
    expect(await world.stand()).toMatchObject({ status: 'DISABLED', place: '0', failures: 13 });
  });

  it('passes over what the webhook does not ask for', async () => {
    const { happen, deliver, places, vacancies, seed, webhook } = world;
    await seed((manager) =>
      manager.update(Webhook, webhook.id, {
        moves: ['ENTERED'],
        minVerdict: 'POSSIBLE',
        vacancyIds: [vacancies[1].id],
      }),
    );
    const vacancyId = vacancies[1].id;
    const several = { kind: 'SEVERAL', candidateId: null, verdict: null, entered: 0 } as const;
    await happen(
      {},
      { vacancyId, kind: 'ROSE' },
      { vacancyId, verdict: 'STRETCH' },
      { vacancyId, verdict: 'STRONG' },
      { vacancyId, ...several, left: 60 },
      { vacancyId, ...several, entered: 1, left: 60 },
      { vacancyId, kind: 'LEFT' },
    );
    await deliver();
    expect(places()).toEqual([4, 6]);
    expect(await world.stand()).toMatchObject({ place: '7' });
  });

  it('sends nothing of another employer', async () => {
    const { happen, deliver, seed, receiver } = world;
    const vacancy = await seed(async (manager) => {
      const other = await anEmployer(manager);
      return await aVacancy(manager, { employerId: other.id });
    });
    await happen({ employerId: vacancy.employerId, vacancyId: vacancy.id });
    await deliver();
    expect(receiver.received).toEqual([]);
  });

  it('no longer tells that somebody entered who has withdrawn the consent', async () => {
    const { happen, deliver, seed, places, person } = world;
    await happen({}, { kind: 'ROSE' }, { kind: 'LEFT' });
    await seed((manager) => manager.update(Candidate, person.id, { matchingConsentAt: null }));
    await deliver();
    expect(places()).toEqual([3]);
  });

  it.each(['membership', 'verification'])(
    'stops with the %s, also between two events',
    async (right) => {
      const { happen, deliver, seed, places, receiver, account, employer, deps } = world;
      await happen({}, {});
      const change = (isOn: boolean) =>
        seed(async (manager) => {
          const endsAt = isOn ? null : deps.clock.now();
          const verification = isOn ? 'VERIFIED' : 'REJECTED';
          if (right === 'membership') {
            await manager.update(Membership, { accountId: account.id }, { endsAt });
          } else await manager.update(Employer, employer.id, { verification });
        });
      receiver.answer((response) => {
        change(false).then(
          () => response.end(),
          () => response.destroy(),
        );
      });
      await deliver();
      expect(places()).toEqual([1]);
      receiver.answer(204);
      await change(true);
      await deliver();
      expect(places()).toEqual([1, 2]);
    },
  );

  it('sends nothing while it is paused, then all that was missed', async () => {
    const { happen, deliver, seed, places, webhook } = world;
    const set = (status: Webhook['status']) =>
      seed((manager) => manager.update(Webhook, webhook.id, { status }));
    await set('PAUSED');
    await happen({}, {});
    await deliver();
    expect(places()).toEqual([]);
    await set('ACTIVE');
    await deliver();
    expect(places()).toEqual([1, 2]);
  });

  it('tells of a gap once, then goes on with what is kept', async () => {
    const { happen, deliver, seed, bodies, places, receiver, pass } = world;
    await happen({}, {}, {}, {});
    await seed(async (manager) => {
      await manager.query('DELETE FROM match_events WHERE seq <= 2');
      await manager.query(
        `INSERT INTO consumer_cursors (name, seq) VALUES ('match events kept', 2)`,
      );
    });
    receiver.answer(500, 204);
    await deliver();
    pass(MINUTE_MS);
    await deliver();
    expect(bodies().map(({ type }) => type)).toEqual([
      ...['match.gap', 'match.gap', 'match.entered', 'match.entered'],
    ]);
    expect(bodies()[0].data).toEqual({ cursor: '2' });
    expect(places()).toEqual([2, 2, 3, 4]);
  });

  it('sends an event again under its id when the process ended behind the answer', async () => {
    const { happen, deliver, deps, webhook, receiver, places, pass } = world;
    await happen({}, {});
    let isDead = false;
    const dying: typeof deps = {
      ...deps,
      change: (work) => (isDead ? Promise.reject(new Error('killed')) : deps.change(work)),
      post: async (...message) => {
        const answer = await deps.post(...message);
        isDead = true;
        return answer;
      },
    };
    const { signal } = new AbortController();
    await expect(deliverWebhook(dying, webhook.id, signal)).rejects.toThrow('killed');
    await deliver();
    expect(places()).toEqual([1]);
    pass(15_000);
    await deliver();
    expect(places()).toEqual([1, 1, 2]);
    const [first, again] = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(again).toBe(first);
  });

  it('is done by one process at a time', async () => {
    const { happen, deliver, places } = world;
    await happen(...Array.from({ length: 20 }, () => ({})));
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(places()).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('finishes the attempt that runs when it is told to stop, and no other', async () => {
    const { happen, deps, webhook, receiver, places } = world;
    await happen({}, {});
    const stopping = new AbortController();
    receiver.answer((response) => {
      stopping.abort();
      response.end();
    });
    await deliverWebhook(deps, webhook.id, stopping.signal);
    expect(places()).toEqual([1]);
    expect(await world.stand()).toMatchObject({ place: '1', claim: null });
  });

  it('goes where it is sent while an answer is waited for', async () => {
    const { happen, deliver, seed, receiver, places, webhook } = world;
    await happen({}, {}, {});
    await seed((manager) => manager.update(Webhook, webhook.id, { place: '2' }));
    receiver.answer(
      (response) =>
        void seed((manager) => manager.update(Webhook, webhook.id, { place: '0' })).then(() =>
          response.end(),
        ),
      204,
    );
    await deliver();
    expect(places()).toEqual([3, 1, 2, 3]);
  });

  it('keeps the last hundred attempts', async () => {
    const { happen, deliver, seed, webhook } = world;
    await happen(...Array.from({ length: 105 }, () => ({})));
    await deliver();
    await deliver();
    const kept = await seed((manager) =>
      manager.findBy(WebhookDelivery, { webhookId: webhook.id }),
    );
    expect(kept).toHaveLength(100);
    expect(Math.min(...kept.map(({ eventId }) => Number(eventId?.split(' ')[1])))).toBe(6);
  });

  it('does nothing for a webhook that is gone', async () => {
    const { happen, deliver, seed, webhook, receiver } = world;
    await happen({});
    await seed((manager) => manager.delete(Webhook, webhook.id));
    await deliver();
    expect(receiver.received).toEqual([]);
  });
});
