import { streamCursors } from '../../src/changes/stream-cursor';
import { type Account, Employer, Membership, Webhook, WebhookSecret } from '../../src/entities';
import { appendMatchEvents } from '../../src/matches/match-event-rows';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { signingSecrets } from '../../src/webhooks/signature';
import { aMembership, anEmployerWithOwner, anEvent, aVacancy } from '../builders';
import { type GraphWorld, NOW, startGraphWorld } from './graph-world';

const FIELDS = `id url moves minVerdict vacancyIds state secretHint cursor lastDeliveryAt nextAttemptAt
  employer { id } deliveries { type eventId at attempt outcome status durationMs }`;
const ERRORS = 'userErrors { code path message(lang: EN) }';
const LIST = `{ webhooks { ${FIELDS} } }`;
const CREATE = `mutation ($input: CreateWebhookInput!) {
  createWebhook(input: $input) { webhook { ${FIELDS} } secret ${ERRORS} } }`;
const ROTATE = `mutation ($input: ChangeWebhookInput!) {
  rotateWebhookSecret(input: $input) { webhook { id secretHint } secret ${ERRORS} } }`;
const change = (name: string, input = 'ChangeWebhookInput') =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { webhook { id state cursor nextAttemptAt } ${ERRORS} } }`;

const URL_TEXT = 'https://hooks.example.com/padan';

let world: GraphWorld;
let account: Account;
let employer: Employer;
let keys: number;
let clockMs: number;

beforeEach(async () => {
  clockMs = NOW.getTime();
  keys = 0;
  world = await startGraphWorld({ clock: { now: () => new Date(clockMs) } });
  ({ account, employer } = await world.seed((manager) => anEmployerWithOwner(manager)));
});

afterEach(async () => {
  await world.stop();
});

interface Shown {
  id: string;
  state: string;
  secretHint: string;
  cursor: string;
  nextAttemptAt: string | null;
  deliveries: Record<string, unknown>[];
}
interface Payload {
  webhook: Shown | null;
  secret: string | null;
  userErrors: { code: string; path: string[]; message: string }[];
}

async function mutate(query: string, input: Record<string, unknown>, who = account) {
  keys += 1;
  const variables = { input: { clientMutationId: `key ${keys}`, ...input } };
  const data = await world.data<Record<string, Payload>>(query, { accountId: who.id, variables });
  return Object.values(data)[0];
}
const create = (input: Record<string, unknown> = {}, who = account) =>
  mutate(CREATE, { url: URL_TEXT, ...input }, who);
const list = async (who = account) =>
  (await world.data<{ webhooks: Shown[] }>(LIST, { accountId: who.id })).webhooks;
const codesOf = ({ userErrors }: Payload) => userErrors.map(({ code }) => code);
const cursorAt = (place: number) => streamCursors('secret', 'match events').encode(place);
const secretsOf = async () => {
  const rows = await world.seed((manager) =>
    manager.find(WebhookSecret, { order: { createdAt: 'DESC' } }),
  );
  const shown = (secret: Buffer) => `whsec_${secret.toString('base64')}`;
  return {
    kept: rows.map(({ secret }) => shown(secret)),
    signing: signingSecrets(rows, new Date(clockMs)).map(shown),
  };
};

describe('createWebhook', () => {
  it('tells the secret once and begins behind the newest event', async () => {
    const vacancy = await world.seed((manager) => aVacancy(manager, { employerId: employer.id }));
    await world.seed((manager) =>
      appendMatchEvents(manager, [
        anEvent({ employerId: employer.id, vacancyId: vacancy.id, candidateId: null }),
      ]),
    );
    const { webhook, secret, userErrors } = await create();
    expect(userErrors).toEqual([]);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(webhook).toMatchObject({
      url: URL_TEXT,
      moves: ['ENTERED', 'ROSE', 'LEFT'],
      minVerdict: 'POSSIBLE',
      vacancyIds: null,
      state: 'ACTIVE',
      secretHint: secret?.slice(-4),
      cursor: cursorAt(1),
      lastDeliveryAt: null,
      employer: { id: encodeNodeId('Employer', employer.id) },
      deliveries: [],
    });
    expect(await list()).toEqual([webhook]);
    expect(JSON.stringify(await list())).not.toContain(secret);
  });

  it('gives one webhook and one secret for fifty attempts with one key', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => create({ clientMutationId: 'same' })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0].secret).not.toBeNull();
    expect(await list()).toHaveLength(1);
  });

  it('keeps no secret where answers are kept for repetition', async () => {
    const { secret } = await create();
    const kept = await world.seed((manager) => manager.query('SELECT * FROM idempotency_keys'));
    const bytes = Buffer.from(String(secret).slice('whsec_'.length), 'base64');
    expect(kept).toHaveLength(1);
    for (const text of [secret, bytes.toString('hex')]) {
      expect(JSON.stringify(kept)).not.toContain(text);
    }
  });

  it('takes a filter', async () => {
    const vacancy = await world.seed((manager) => aVacancy(manager, { employerId: employer.id }));
    const vacancyIds = [encodeNodeId('Vacancy', vacancy.id)];
    const filter = { moves: ['ROSE'], minVerdict: 'STRONG', vacancyIds };
    const { webhook } = await create(filter);
    expect(webhook).toMatchObject(filter);
  });

  it.each([
    ['http://hooks.example.com/', 'url cannot be called: it must begin with https://.'],
    ['https://2130706433/', expect.stringContaining('the host must be a public name')],
    ['https://a:b@example.com/', expect.stringContaining('a user name or password')],
  ])('refuses %s', async (url, message) => {
    const { webhook, secret, userErrors } = await create({ url });
    expect([webhook, secret]).toEqual([null, null]);
    expect(userErrors).toEqual([{ code: 'URL_NOT_ALLOWED', path: ['url'], message }]);
  });

  it('is for verified employers, ten webhooks each', async () => {
    for (let index = 0; index < 10; index++) expect(codesOf(await create())).toEqual([]);
    expect(codesOf(await create())).toEqual(['LIMIT_REACHED']);
    await world.seed((manager) =>
      manager.update(Employer, employer.id, { verification: 'PENDING' }),
    );
    expect(codesOf(await create())).toEqual(['EMPLOYER_NOT_VERIFIED', 'LIMIT_REACHED']);
  });

  it('finds no employer and no vacancy of somebody else', async () => {
    const other = await world.seed((manager) => anEmployerWithOwner(manager));
    const foreign = await world.seed((manager) =>
      aVacancy(manager, { employerId: other.employer.id }),
    );
    const employerId = encodeNodeId('Employer', other.employer.id);
    await expect(create({ employerId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const vacancyIds = [encodeNodeId('Vacancy', foreign.id)];
    await expect(create({ vacancyIds })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await world.seed((manager) =>
      aMembership(manager, { accountId: account.id, employerId: other.employer.id }),
    );
    expect(codesOf(await create({ employerId, vacancyIds }))).toEqual([]);
    const mixed = { employerId: encodeNodeId('Employer', employer.id), vacancyIds };
    await expect(create(mixed)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('rotateWebhookSecret', () => {
  it('lets the former secret sign for a day, and the one before no more', async () => {
    const first = await create();
    const rotate = () => mutate(ROTATE, { id: first.webhook?.id });
    clockMs += 1_000;
    const second = await rotate();
    expect(second.webhook?.secretHint).toBe(second.secret?.slice(-4));
    expect((await secretsOf()).signing).toEqual([second.secret, first.secret]);
    clockMs += 1_000;
    const third = await rotate();
    expect(await secretsOf()).toEqual({
      kept: [third.secret, second.secret],
      signing: [third.secret, second.secret],
    });
    clockMs += 24 * 3_600_000;
    expect((await secretsOf()).signing).toEqual([third.secret]);
  });

  it('tells the same secret when it is repeated', async () => {
    const { webhook } = await create();
    const input = { id: webhook?.id, clientMutationId: 'rotated' };
    clockMs += 1_000;
    const [first, again] = [await mutate(ROTATE, input), await mutate(ROTATE, input)];
    expect(again).toEqual(first);
    expect((await secretsOf()).kept).toHaveLength(2);
  });
});

describe('pauseWebhook, resumeWebhook, replayWebhook, deleteWebhook', () => {
  it('say how the webhook then stands', async () => {
    const { webhook } = await create();
    const id = webhook?.id;
    expect(await mutate(change('pauseWebhook'), { id })).toMatchObject({
      webhook: { id, state: 'PAUSED' },
      userErrors: [],
    });
    const failed = { failures: 7, failingSince: new Date(clockMs - 3_600_000) };
    await world.seed((manager) =>
      manager.update(
        Webhook,
        { employerId: employer.id },
        { ...failed, status: 'ACTIVE', retryAt: new Date(clockMs + 1) },
      ),
    );
    expect((await list())[0]).toMatchObject({
      state: 'FAILING',
      nextAttemptAt: new Date(clockMs + 1),
    });
    expect(await mutate(change('resumeWebhook'), { id })).toMatchObject({
      webhook: { state: 'ACTIVE', nextAttemptAt: null },
    });
    const replay = change('replayWebhook', 'ReplayWebhookInput');
    const after = cursorAt(0);
    expect(await mutate(replay, { id, after })).toMatchObject({ webhook: { cursor: after } });
    expect(await mutate(change('deleteWebhook'), { id })).toMatchObject({
      webhook: null,
      userErrors: [],
    });
    expect(await list()).toEqual([]);
  });

  it('refuse a cursor of something else, and a place that no event has had', async () => {
    const { webhook } = await create();
    const replay = change('replayWebhook', 'ReplayWebhookInput');
    const foreign = streamCursors('secret', 'vacancy changes').encode(0);
    for (const after of ['garbage', foreign, cursorAt(1)]) {
      const answer = mutate(replay, { id: webhook?.id, after });
      await expect(answer).rejects.toMatchObject({ code: 'BAD_CURSOR' });
    }
  });

  it('find no webhook of somebody else, nor one whose employer is no longer acted for', async () => {
    const { webhook } = await create();
    const { account: colleague } = await world.seed((manager) => anEmployerWithOwner(manager));
    await world.seed((manager) =>
      aMembership(manager, { accountId: colleague.id, employerId: employer.id }),
    );
    const attempts = (who: Account) => [
      mutate(ROTATE, { id: webhook?.id }, who),
      ...['pauseWebhook', 'resumeWebhook', 'deleteWebhook'].map((name) =>
        mutate(change(name), { id: webhook?.id }, who),
      ),
      mutate(
        change('replayWebhook', 'ReplayWebhookInput'),
        { id: webhook?.id, after: cursorAt(0) },
        who,
      ),
    ];
    const expectNothing = async (who: Account) => {
      for (const answer of await Promise.allSettled(attempts(who))) {
        expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'NOT_FOUND' } });
      }
      expect(await list(who)).toEqual([]);
    };
    await expectNothing(colleague);
    await world.seed((manager) =>
      manager.update(Membership, { accountId: account.id }, { endsAt: new Date(clockMs) }),
    );
    await expectNothing(account);
  });
});

describe('webhooks', () => {
  it('show the last twenty attempts of each, in one statement', async () => {
    for (const _ of [1, 2]) await create();
    await world.seed((manager) =>
      manager.query(
        `INSERT INTO webhook_deliveries (webhook_id, type, event_id, at, attempt, outcome, status, duration_ms)
         SELECT w.id, 'match.entered', n, now(), n, 'REJECTED', 500, 12
         FROM webhooks w, generate_series(1, 25) AS n`,
      ),
    );
    const shown = await list();
    expect(shown.map(({ deliveries }) => deliveries.length)).toEqual([20, 20]);
    expect(shown[1].deliveries[0]).toMatchObject({
      type: 'match.entered',
      eventId: '25',
      attempt: 25,
      outcome: 'REJECTED',
      status: 500,
      durationMs: 12,
    });
    const statements = await world.statementsOf(LIST, { accountId: account.id });
    expect(statements).toHaveLength(3);
  });

  it('need somebody who is signed in', async () => {
    const { errors } = await world.ask(LIST, { audience: 'employer' });
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
