import { once } from 'node:events';
import { Client } from 'pg';
import { WebSocket } from 'ws';
import { asActor } from '../../src/database/as-actor';
import { createDataSource } from '../../src/database/data-source';
import { waitUntil } from '../../src/embedded/processes';
import type { Account, Employer } from '../../src/entities';
import { newSigningKey } from '../../src/identity/signing-key';
import { createLogger } from '../../src/logging/logger';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { anEmployerWithOwner, anOfficer } from '../builders';
import { startTestApp, type TestApp } from '../support/test-app';
import { type Receiver, startReceiver } from '../webhooks/receiver';

jest.setTimeout(90_000);

const PHONE = '081288880001';
const signingKey = newSigningKey();
const settings = {
  PADAN_SECRET: 'rahasia-penanda-0123456789abcdefghij',
  PADAN_IDENTITY_KEY: 'kunci-nik-0123456789-zyxwvutsrqponm',
  AUTH_SIGNING_KEY: JSON.stringify(signingKey),
  METRICS_TOKEN: 'angka-0123456789-abcdefghijklmnopqrs',
  SMS_GATEWAY_TOKEN: 'gerbang-0123456789-abcdefghijklmnop',
  WEBHOOKS_TO_LOOPBACK: 'on',
};

const lines: string[] = [];
/** Every secret that came up, by what it is. */
const secrets = new Map<string, string>();
let app: TestApp;
let gateway: Receiver;
let owner: Client;
let boss: Account;
let employer: Employer;
let officer: Account;

beforeAll(async () => {
  gateway = await startReceiver();
  const log = createLogger('trace', { write: (line: string) => void lines.push(line) });
  app = await startTestApp({}, { log }, { ...settings, SMS_GATEWAY_URL: gateway.url });
  owner = new Client(app.ownerUrl);
  await owner.connect();
  const dataSource = await createDataSource(app.databaseUrl).initialize();
  await asActor(dataSource, 'system', async (manager) => {
    ({ employer, account: boss } = await anEmployerWithOwner(manager));
    officer = await anOfficer(manager);
  });
  await dataSource.destroy();
  for (const [name, value] of Object.entries(settings))
    if (value.length > 20) secrets.set(name, value);
  secrets.set('the private part of the signing key', signingKey.d);
  secrets.set('the password of the database', new URL(app.databaseUrl).password);
  secrets.set('the key of the search server', app.search.key);
});

afterAll(async () => {
  await owner.end();
  await gateway.stop();
  await app.stop();
});

async function ask(token: string | null, audience: string, query: string): Promise<unknown> {
  const where = audience === 'public' ? '/graphql' : `/graphql/${audience}`;
  const response = await fetch(`${app.address}${where}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data?: Record<string, unknown> };
  return data && Object.values(data)[0];
}

const note = (name: string, value: unknown) => {
  expect([name, typeof value === 'string' && value.length > 5]).toEqual([name, true]);
  secrets.set(name, String(value));
};

async function signIn(): Promise<{ accessToken: string; refreshToken: string }> {
  await ask(null, 'public', `mutation { requestSignInCode(address: "${PHONE}") { expiresAt } }`);
  const code = /\d{6}/.exec(JSON.parse(gateway.received.at(-1)?.body ?? '{}').text)?.[0] ?? '';
  note('a code', code);
  await ask(
    null,
    'public',
    `mutation { signIn(address: "${PHONE}", code: "000000") { userErrors { code } } }`,
  );
  const { session } = (await ask(
    null,
    'public',
    `mutation { signIn(address: "${PHONE}", code: "${code}") { session { accessToken refreshToken deviceToken } } }`,
  )) as { session: Record<'accessToken' | 'refreshToken' | 'deviceToken', string> };
  note('an access token', session.accessToken);
  note('a refresh token', session.refreshToken);
  note('a device token', session.deviceToken);
  return session;
}

/** Everything that gives or takes a secret, rightly and wrongly. */
async function useEverySecret(): Promise<void> {
  const { accessToken, refreshToken } = await signIn();
  const { secret, uri } = (await ask(
    accessToken,
    'employer',
    'mutation { enrolTotp(input: { clientMutationId: "t" }) { secret uri } }',
  )) as { secret: string; uri: string };
  note('the secret of a second factor', secret);
  note('the address of a second factor', uri);
  await ask(
    accessToken,
    'employer',
    'mutation { confirmTotp(input: { clientMutationId: "c", code: "123456" }) { isConfirmed } }',
  );
  const refreshed = (await ask(
    null,
    'public',
    `mutation { refreshSession(refreshToken: "${refreshToken}") { accessToken refreshToken } }`,
  )) as { accessToken: string; refreshToken: string };
  note('a refreshed access token', refreshed.accessToken);
  note('a refreshed refresh token', refreshed.refreshToken);
  const ofBoss = await app.token(boss.subject);
  note('a token of the provider', ofBoss);
  const webhook = (await ask(
    ofBoss,
    'employer',
    `mutation { createWebhook(input: { clientMutationId: "w", url: "${gateway.url}" }) { secret webhook { id } } }`,
  )) as { secret: string; webhook: { id: string } };
  note('the secret of a webhook', webhook.secret);
  const rotated = (await ask(
    ofBoss,
    'employer',
    `mutation { rotateWebhookSecret(input: { clientMutationId: "x", id: "${webhook.webhook.id}" }) { secret } }`,
  )) as { secret: string };
  note('the next secret of a webhook', rotated.secret);
  const invited = (await ask(
    ofBoss,
    'employer',
    `mutation { inviteMember(input: { clientMutationId: "m", employerId: "${encodeNodeId('Employer', employer.id)}", role: STAFF }) { code } }`,
  )) as { code: string };
  note('a code of an invitation', invited.code);
  const ofOfficer = await app.token(officer.subject);
  const key = (await ask(
    ofOfficer,
    'office',
    'mutation { createApiKey(input: { clientMutationId: "k", name: "Portal" }) { key } }',
  )) as { key: string };
  note('an API key', key.key);
  await ask(key.key, 'public', '{ __typename }');
  await ask(key.key, 'employer', '{ viewer { displayName } }');
  for (const [, value] of secrets) await misuse(value);
}

/** A secret where it does not belong, as by mistake. */
async function misuse(secret: string): Promise<void> {
  const escaped = JSON.stringify(secret);
  await ask(secret.replaceAll(/[^\w.~+/-]/g, ''), 'employer', '{ viewer { displayName } }');
  await ask(null, 'public', `{ ${escaped} }`);
  await ask(
    null,
    'public',
    `mutation { refreshSession(refreshToken: ${escaped}) { accessToken } }`,
  );
  await ask(null, 'public', `{ node(id: ${escaped}) { id } }`);
  await fetch(`${app.address}/nowhere?token=${encodeURIComponent(secret)}`, {
    headers: { authorization: `Basic ${Buffer.from(secret).toString('base64')}` },
  });
  await fetch(`${app.address}/metrics`, {
    headers: { authorization: `Bearer ${encodeURIComponent(secret)}` },
  });
  const socket = new WebSocket(`${app.address.replace('http', 'ws')}/graphql/employer`, [
    'graphql-transport-ws',
  ]);
  await once(socket, 'open');
  const closed = once(socket, 'close');
  socket.send(
    JSON.stringify({
      type: 'connection_init',
      payload: { authorization: `Bearer ${secret}`, secret },
    }),
  );
  socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: `{ ${escaped} }` } }));
  const timer = setTimeout(() => socket.close(), 500);
  await closed;
  clearTimeout(timer);
}

/** Requests whose connections to the database are cut under them. */
async function breakConnections(): Promise<void> {
  const token = await app.token(boss.subject);
  const cut = () =>
    owner.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'padan_app'",
    );
  const asked = Array.from({ length: 40 }, () =>
    ask(token, 'employer', '{ viewer { employers { name } } webhooks { id } }').catch(() => null),
  );
  await cut().catch(() => undefined);
  await Promise.all(asked);
  const isBack = async () =>
    (await ask(token, 'employer', '{ viewer { displayName } }')) !== undefined;
  expect(await waitUntil(isBack, 20_000)).toBe(true);
}

function isIn(log: string, value: string): boolean {
  // Six digits stand in many a time, an id and a hash: as a word of their own only where they are told.
  if (/^\d+$/.test(value)) return new RegExp(`(?<!(?<!\\\\)[\\w.-])${value}(?![\\w-])`).test(log);
  const spellings = [value, encodeURIComponent(value), Buffer.from(value).toString('base64')];
  return spellings.some((text) => log.includes(text));
}

it('no secret stands in the log at any level, used rightly or wrongly, also when the database breaks', async () => {
  await useEverySecret();
  await breakConnections();
  const log = lines.join('');
  expect(log).toContain('"code":"UNAUTHENTICATED"');
  expect(log).toContain('"msg":"answered"');
  expect(secrets.size).toBeGreaterThan(18);
  const found = [...secrets].filter(([, value]) => isIn(log, value));
  expect(found.map(([name]) => name)).toEqual([]);
  expect(log).not.toMatch(/Bearer|"authorization"/i);
});
