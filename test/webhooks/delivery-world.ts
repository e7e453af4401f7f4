import type { DataSource, EntityManager } from 'typeorm';
import { asActor } from '../../src/database/as-actor';
import { createDataSource } from '../../src/database/data-source';
import {
  type Account,
  type Candidate,
  type Employer,
  type Vacancy,
  Webhook,
} from '../../src/entities';
import type { NewMatchEvent } from '../../src/matches/match-event';
import { appendMatchEvents } from '../../src/matches/match-event-rows';
import type { Outcome } from '../../src/webhooks/answer';
import { type DeliveryDeps, deliverWebhook } from '../../src/webhooks/deliver';
import { createPost } from '../../src/webhooks/post';
import { retryPolicy } from '../../src/webhooks/retry';
import { aCandidate, anEmployerWithOwner, anEvent, aVacancy, aWebhook } from '../builders';
import { patient } from '../support/patience';
import { createTestDatabase } from '../support/test-servers';
import { type Receiver, startReceiver } from './receiver';

/** The time in these tests begins here, and passes only when they say so. */
export const START = new Date('2026-11-22T01:00:00Z');

/** A slow machine is no receiver that hangs. */
const PATIENCE_MS = 25_000;

/** An employer with two vacancies and one webhook, whose jobs the test does by hand. */
export interface DeliveryWorld {
  dataSource: DataSource;
  databaseUrl: string;
  deps: DeliveryDeps;
  outcomes: Outcome[];
  employer: Employer;
  account: Account;
  vacancies: readonly [Vacancy, Vacancy];
  person: Candidate;
  receiver: Receiver;
  webhook: Webhook;
  secret: Buffer;
  /** Runs as the service itself. */
  seed<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** Writes events of the first vacancy, one after another. */
  happen(...events: Partial<NewMatchEvent>[]): Promise<void>;
  /** Does a job of the webhook. */
  deliver(webhookId?: string): Promise<void>;
  pass(ms: number): void;
  /** The webhook as it stands. */
  stand(webhookId?: string): Promise<Webhook>;
  /** Bodies that arrived, read. */
  bodies(): { type: string; timestamp: string; data: Record<string, string> }[];
  /** The cursors that arrived, which here are places. */
  places(): number[];
  stop(): Promise<void>;
}

export async function startDeliveryWorld(): Promise<DeliveryWorld> {
  const database = await createTestDatabase();
  const dataSource = await createDataSource(database.appUrl, patient).initialize();
  const receiver = await startReceiver();
  const seed = <T>(work: (manager: EntityManager) => Promise<T>) =>
    asActor(dataSource, 'system', work);
  const { employer, account, vacancies, person, webhook, secret } = await seed(async (manager) => {
    const owned = await anEmployerWithOwner(manager);
    const employerId = owned.employer.id;
    return {
      ...owned,
      vacancies: [
        await aVacancy(manager, { employerId }),
        await aVacancy(manager, { employerId }),
      ] as const,
      person: await aCandidate(manager),
      ...(await aWebhook(manager, { employerId, accountId: owned.account.id, url: receiver.url })),
    };
  });
  let now = START.getTime();
  const outcomes: Outcome[] = [];
  const deps: DeliveryDeps = {
    change: seed,
    clock: { now: () => new Date(now) },
    names: {
      eventId: ({ seq, nodeId }) => `${nodeId} ${seq}`,
      vacancyId: (id) => `vacancy ${id}`,
      cursor: String,
    },
    post: createPost({ isLoopbackAllowed: true, timeoutMs: PATIENCE_MS }),
    policy: retryPolicy,
    random: () => 0.5,
    onOutcome: (outcome) => void outcomes.push(outcome),
  };
  const bodies = () => receiver.received.map(({ body }) => JSON.parse(body));
  return {
    ...{ dataSource, databaseUrl: database.appUrl, deps, outcomes },
    ...{ employer, account, vacancies, person, receiver, webhook, secret, seed, bodies },
    happen: (...events) =>
      seed((manager) =>
        appendMatchEvents(
          manager,
          events.map((values) =>
            anEvent({
              employerId: employer.id,
              vacancyId: vacancies[0].id,
              candidateId: person.id,
              ...values,
            }),
          ),
        ),
      ),
    deliver: (id = webhook.id) => deliverWebhook(deps, id, new AbortController().signal),
    pass: (ms) => {
      now += ms;
    },
    stand: (id = webhook.id) => seed((manager) => manager.findOneByOrFail(Webhook, { id })),
    places: () => bodies().map(({ data }) => Number(data.cursor)),
    stop: async () => {
      await receiver.stop();
      await dataSource.destroy();
      await database.drop();
    },
  };
}
