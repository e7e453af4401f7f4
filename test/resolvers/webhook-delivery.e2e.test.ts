import { Webhook as Verifier } from 'standardwebhooks';
import { systemClock } from '../../src/clock';
import { waitUntil } from '../../src/embedded/processes';
import { appendMatchEvents } from '../../src/matches/match-event-rows';
import { webhookNames } from '../../src/resolvers/webhooks/webhook-names';
import { type RunningWebhooks, startWebhooks } from '../../src/webhooks/start-webhooks';
import { aCandidate, anEmployerWithOwner, anEvent, aVacancy } from '../builders';
import { type Receiver, startReceiver } from '../webhooks/receiver';
import { type GraphWorld, startGraphWorld } from './graph-world';

const CREATE = `mutation ($url: String!) {
  createWebhook(input: { clientMutationId: "1", url: $url }) { secret webhook { cursor } userErrors { code } } }`;
const EVENTS = `query ($after: String) { matchEvents(after: $after) { edges { cursor node { eventId kind vacancy { id } } } } }`;
const STAND = `{ webhooks { cursor lastDeliveryAt deliveries { type eventId outcome status } } }`;
const LIMIT_MS = 30_000;

let world: GraphWorld;
let receiver: Receiver;
let running: RunningWebhooks;

beforeEach(async () => {
  const webhookTargets = { isLoopbackAllowed: true };
  world = await startGraphWorld({ clock: systemClock, webhookTargets });
  receiver = await startReceiver();
  running = startWebhooks({
    dataSource: world.dataSource,
    databaseUrl: world.databaseUrl,
    clock: systemClock,
    log: { warn: () => undefined },
    names: webhookNames('secret'),
    ...webhookTargets,
  });
});

afterEach(async () => {
  await running.stop();
  await receiver.stop();
  await world.stop();
});

interface Created {
  createWebhook: { secret: string; webhook: { cursor: string }; userErrors: unknown[] };
}
interface Events {
  matchEvents: {
    edges: { cursor: string; node: { eventId: string; kind: string; vacancy: { id: string } } }[];
  };
}

describe('a webhook', () => {
  it('is told what matchEvents tells, under the same names, signed with the secret it was given', async () => {
    const { account, employer } = await world.seed((manager) => anEmployerWithOwner(manager));
    const asking = { accountId: account.id };
    const variables = { url: receiver.url };
    const { createWebhook } = await world.data<Created>(CREATE, { ...asking, variables });
    expect(createWebhook.userErrors).toEqual([]);
    await world.seed(async (manager) => {
      const vacancy = await aVacancy(manager, { employerId: employer.id });
      const person = await aCandidate(manager);
      const told = { employerId: employer.id, vacancyId: vacancy.id, candidateId: person.id };
      await appendMatchEvents(manager, [anEvent(told), anEvent({ ...told, kind: 'LEFT' })]);
    });
    expect(await waitUntil(() => receiver.received.length >= 2, LIMIT_MS)).toBe(true);

    const verifier = new Verifier(createWebhook.secret);
    const told = receiver.received.map(({ body, headers }) => {
      verifier.verify(body, headers as Record<string, string>);
      return JSON.parse(body).data;
    });
    const after = createWebhook.webhook.cursor;
    const { matchEvents } = await world.data<Events>(EVENTS, { ...asking, variables: { after } });
    expect(told).toEqual(
      matchEvents.edges.map(({ cursor, node: { eventId, kind, vacancy } }) => ({
        ...{ eventId, cursor, kind },
        vacancyId: vacancy.id,
      })),
    );

    const [, last] = told;
    const hasArrived = async () => {
      const { webhooks } = await world.data<{ webhooks: { cursor: string }[] }>(STAND, asking);
      return webhooks[0].cursor === last.cursor;
    };
    expect(await waitUntil(hasArrived, LIMIT_MS)).toBe(true);
    expect(await world.data(STAND, asking)).toMatchObject({
      webhooks: [
        {
          lastDeliveryAt: expect.any(Date),
          deliveries: [
            { type: 'match.left', eventId: last.eventId, outcome: 'DELIVERED', status: 204 },
            { type: 'match.entered', eventId: told[0].eventId, outcome: 'DELIVERED', status: 204 },
          ],
        },
      ],
    });
  });
});
