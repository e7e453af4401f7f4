import { ApiKey } from '../../../src/entities';
import { anOfficer } from '../../builders';
import { expectRefusal } from '../../http/client';
import { type HttpWorld, startHttpWorld } from '../sessions/http-world';

const DAY_MS = 24 * 3_600_000;
/** Longer than what is known of a key is kept. */
const LATER_MS = 2_100;

let world: HttpWorld;
let officerId: string;
beforeEach(async () => {
  world = await startHttpWorld();
  officerId = (await world.seed((manager) => anOfficer(manager))).id;
});
afterEach(() => world.stop());

const SHOWN = 'id name prefix scopes quotaPerMinute isActive expiresAt revokedAt';
interface Payload {
  apiKey: { id: string; prefix: string; isActive: boolean } | null;
  key: string | null;
  userErrors: { code: string }[];
}
let keys = 0;
const office = async <T>(
  text: string,
  variables: Record<string, unknown>,
  accountId = officerId,
) => {
  const data = await world.data<Record<string, T>>(text, {
    audience: 'office',
    accountId,
    variables,
  });
  return Object.values(data)[0] as T;
};
const create = (input: Record<string, unknown> = {}, accountId = officerId) => {
  keys += 1;
  return office<Payload>(
    `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { ${SHOWN} } key userErrors { code } } }`,
    { input: { clientMutationId: `k${keys}`, name: 'Portal Kerja', ...input } },
    accountId,
  );
};
const revoke = (id: string, accountId = officerId) => {
  keys += 1;
  return office<Payload>(
    `mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { ${SHOWN} } userErrors { code } } }`,
    { input: { clientMutationId: `k${keys}`, id } },
    accountId,
  );
};
const list = (accountId = officerId) =>
  office<{ id: string }[]>('{ apiKeys { id } }', {}, accountId);
const VERSION = '{ serviceInfo { taxonomyVersion } }';
const later = () => new Promise((resolve) => setTimeout(resolve, LATER_MS));

describe('createApiKey', () => {
  it('tells a key that begins so that leaks are found, and keeps its hash alone', async () => {
    const { key, apiKey, userErrors } = await create({ quotaPerMinute: 60 });
    expect(userErrors).toEqual([]);
    expect(key).toMatch(/^padan_[\w-]{43}$/);
    expect(apiKey).toMatchObject({
      ...{ name: 'Portal Kerja', scopes: ['READ'], quotaPerMinute: 60, isActive: true },
      prefix: key?.slice(0, 12),
      expiresAt: new Date(world.now().getTime() + 365 * DAY_MS),
    });
    const rows = await world.seed((manager) => manager.find(ApiKey));
    const kept = await world.seed((manager) => manager.query('SELECT * FROM idempotency_keys'));
    expect(JSON.stringify([rows, kept])).not.toContain(key?.slice(12));
    expect(await list()).toEqual([{ id: apiKey?.id }]);
  });

  it('makes one key for fifty attempts with one idempotency key, and answers them alike', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => create({ clientMutationId: 'same' })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await list()).toHaveLength(1);
  });

  it('is for officers, not for auditors, facilitators and other people', async () => {
    for (const role of ['AUDITOR', 'FACILITATOR'] as const) {
      const { id } = await world.seed((manager) => anOfficer(manager, { role }));
      await expect(create({}, id)).rejects.toMatchObject({ code: 'OFFICE_ONLY' });
      await expect(list(id)).rejects.toMatchObject({ code: 'OFFICE_ONLY' });
    }
  });

  it('refuses a name that nobody can read', async () => {
    const { key, userErrors } = await create({ name: ' \u200b' });
    expect([key, userErrors]).toEqual([null, [{ code: 'TEXT_INVALID' }]]);
  });
});

describe('a portal with a key', () => {
  it('reads the public schema, and nothing else', async () => {
    const { key } = await create();
    const token = key ?? '';
    expect((await world.as(token, '/graphql', VERSION)).status).toBe(200);
    for (const path of ['/graphql/employer', '/graphql/candidate', '/graphql/office']) {
      expectRefusal(await world.as(token, path, VERSION), 'UNAUTHENTICATED', 401);
    }
  });

  it('sends mutations only when it may', async () => {
    const signOut = 'mutation { signOut(refreshToken: "x") }';
    const reader = await create();
    const refusal = await world.as(reader.key ?? '', '/graphql', signOut);
    expect(refusal.body.errors?.[0]?.extensions.code).toBe('SCOPE_MISSING');
    const writer = await create({ scopes: ['READ', 'WRITE'] });
    const answer = await world.as(writer.key ?? '', '/graphql', signOut);
    expect(answer.body.data).toEqual({ signOut: true });
  });

  it('is refused once its key ended, was taken away or never was', async () => {
    const { key, apiKey } = await create();
    const brief = await create({ expiresInDays: 1 });
    await revoke(apiKey?.id ?? '');
    await later();
    world.pass(DAY_MS);
    for (const token of [key, brief.key, `padan_${'a'.repeat(43)}`, 'padan_']) {
      expectRefusal(await world.as(token ?? '', '/graphql', VERSION), 'UNAUTHENTICATED', 401);
    }
  });

  it('loses a key that it used within seconds', async () => {
    const { key, apiKey } = await create();
    expect((await world.as(key ?? '', '/graphql', VERSION)).status).toBe(200);
    await revoke(apiKey?.id ?? '');
    await later();
    expectRefusal(await world.as(key ?? '', '/graphql', VERSION), 'UNAUTHENTICATED', 401);
  });
});

describe('revokeApiKey', () => {
  it('does not know keys of other regions', async () => {
    const { apiKey } = await create();
    const stranger = await world.seed((manager) => anOfficer(manager, { regionCode: '73.71' }));
    await expect(revoke(apiKey?.id ?? '', stranger.id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await list(stranger.id)).toEqual([]);
    const above = await world.seed((manager) => anOfficer(manager, { regionCode: '72' }));
    expect((await revoke(apiKey?.id ?? '', above.id)).apiKey?.isActive).toBe(false);
  });

  it('and createApiKey stand in the audit log', async () => {
    const { apiKey } = await create();
    await revoke(apiKey?.id ?? '');
    const rows = await world.seed((manager) =>
      manager.query('SELECT actor, action FROM audit_entries ORDER BY action'),
    );
    expect(rows).toEqual([
      { actor: `account:${officerId}`, action: 'api_key.created' },
      { actor: `account:${officerId}`, action: 'api_key.revoked' },
    ]);
  });
});
