import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { withClient } from '../src/database/bootstrap';
import type { RunFile } from '../src/embedded/run-file';
import type { NewMatchEvent } from '../src/matches/match-event';
import { appendMatchEvents } from '../src/matches/match-event-rows';
import { type Figure, figure, summarise } from './figures';
import { BARS_MS, type LoadOptions, rankings, WARM_UP_SECONDS } from './load';
import { drive, type Results } from './open-loop';
import { builtService, padan, type Service, withHome, withService } from './service';
import { waitUntilSettled } from './settle';
import { listSubjects } from './subjects';

/** Five times what an instance has open at once: every socket hangs all the time. */
const RECEIVERS = 50;
const EVENTS_A_SECOND = 5;

/** The latencies of rankings while no receiver of a webhook answers, beside those while nothing is sent. */
export async function measureWebhooks(options: LoadOptions): Promise<Figure[]> {
  // The receivers are on this machine, which needs the setting for development.
  const command = ['env', 'WEBHOOKS_TO_LOOPBACK=on', ...builtService(options.nodeOptions)];
  return await withHome((home) =>
    withService(home, command, (service, servers, client) =>
      measure(options, service, servers, client),
    ),
  );
}

async function measure(
  { people, vacancies, perSecond, requests, say }: LoadOptions,
  service: Service,
  servers: RunFile,
  client: Client,
): Promise<Figure[]> {
  say(`loading ${people} people and ${vacancies} vacancies`);
  await padan(service.home, 'demo', '--people', `${people}`, '--vacancies', `${vacancies}`);
  await client.query('ANALYZE');
  await waitUntilSettled(client, servers);
  const subjects = await listSubjects(client, service);
  const plan = { perSecond, warmUp: WARM_UP_SECONDS * perSecond, requests: 2 * requests };
  const rank = (name: string) => drive(name, plan, rankings('ranked-scores', service, subjects));

  say(`${perSecond} rankings a second, until every order is frozen`);
  await rank('first');
  say(`${perSecond} rankings a second, nothing is sent`);
  const before = await rank('nothing sent');
  say(`${perSecond} rankings a second, ${RECEIVERS} receivers hang`);
  const during = await withHangingReceivers(client, servers, () => rank('receivers hang'));
  const { rows } = await client.query<{ outcome: string; count: number }>(
    'SELECT outcome, count(*)::int AS count FROM webhook_deliveries GROUP BY outcome',
  );
  const attempts = Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
  return [
    ...[before, during].flatMap((results: Results) =>
      Object.entries(results).map(([name, latencies]) =>
        figure(name, summarise(latencies), { of: 'p95', most: BARS_MS.scores }),
      ),
    ),
    figure('attempts', attempts),
  ];
}

/** Runs beside webhooks whose receivers take every message and answer none. */
async function withHangingReceivers<T>(
  client: Client,
  servers: RunFile,
  run: () => Promise<T>,
): Promise<T> {
  const receiver = createServer((request) => request.resume()).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const { port } = receiver.address() as AddressInfo;
  const told = await addWebhooks(client, `http://127.0.0.1:${port}/`);
  const stopping = new AbortController();
  const writing = withClient(servers.database.migratorUrl, (writer) =>
    writeEvents(writer, told, stopping.signal),
  );
  try {
    return await run();
  } finally {
    stopping.abort();
    await writing;
    receiver.closeAllConnections();
    receiver.close();
  }
}

interface Told {
  readonly employerId: string;
  readonly vacancyId: string;
}

async function addWebhooks(client: Client, url: string): Promise<Told[]> {
  const { rows } = await client.query<Told & { accountId: string }>(
    `SELECT DISTINCT ON (v.employer_id) v.employer_id AS "employerId", v.id AS "vacancyId", m.account_id AS "accountId"
     FROM vacancies v JOIN memberships m ON m.employer_id = v.employer_id
     JOIN employers e ON e.id = v.employer_id AND e.verification = 'VERIFIED'
     ORDER BY v.employer_id LIMIT ${RECEIVERS}`,
  );
  if (rows.length < RECEIVERS)
    throw new Error(`only ${rows.length} employers; ask for more vacancies`);
  for (const { employerId, accountId } of rows) {
    const id = randomUUID();
    await client.query(
      `INSERT INTO webhooks (id, employer_id, account_id, url, moves, min_verdict, secret_hint, place, created_at)
       VALUES ($1, $2, $3, $4, '{ENTERED}', 'STRETCH', 'test', 0, now())`,
      [id, employerId, accountId, url],
    );
    await client.query('INSERT INTO webhook_secrets VALUES ($1, $2, $3, now())', [
      randomUUID(),
      id,
      randomBytes(32),
    ]);
  }
  return rows;
}

/** An event for each webhook at once, then some a second. */
async function writeEvents(
  writer: Client,
  told: readonly Told[],
  signal: AbortSignal,
): Promise<void> {
  const manager = {
    query: async (text: string, values: unknown[]) => (await writer.query(text, values)).rows,
  } as unknown as EntityManager;
  await appendMatchEvents(manager, told.map(several));
  for (let index = 0; !signal.aborted; index += 1) {
    await appendMatchEvents(manager, [several(told[index % told.length])]);
    await setTimeout(1_000 / EVENTS_A_SECOND);
  }
}

const several = ({ employerId, vacancyId }: Told): NewMatchEvent => ({
  ...{ employerId, vacancyId, changeSeq: 1, candidateId: null, verdict: null },
  ...{ kind: 'SEVERAL', cause: 'VARIOUS', scoreBp: null, rank: null, at: new Date() },
  ...{ entered: 60, risen: 0, left: 0 },
});
