import type { ApiKeyKind } from '../../../src/entities/vocabulary';
import { anOfficer } from '../../builders';
import { expectRefusal } from '../../http/client';
import { type HttpWorld, startHttpWorld } from '../sessions/http-world';

const WHO = '{ callingKey { name kind mayWrite quotaPerMinute } }';

let world: HttpWorld;
let token: string;
beforeEach(async () => {
  world = await startHttpWorld();
  token = await aKey('NODE');
});
afterEach(() => world.stop());

async function aKey(kind: ApiKeyKind): Promise<string> {
  const { id: accountId } = await world.seed((manager) => anOfficer(manager));
  const { createApiKey } = await world.data<{ createApiKey: { key: string } }>(
    `mutation ($kind: ApiKeyKind!) { createApiKey(input: { clientMutationId: "k", kind: $kind,
       name: "Simpul Poso", scopes: [READ, WRITE] }) { key } }`,
    { audience: 'office', accountId, variables: { kind } },
  );
  return createApiKey.key;
}

describe('another installation with a key', () => {
  it('is told who it is', async () => {
    const answer = await world.as(token, '/graphql', WHO);
    expect(answer.body.data).toEqual({
      callingKey: { name: 'Simpul Poso', kind: 'NODE', mayWrite: true, quotaPerMinute: 600 },
    });
  });

  it.each([
    '{ serviceInfo { taxonomyVersion } }',
    '{ vacancies { totalCount } }',
    'mutation { signOut(refreshToken: "x") }',
  ])('reaches nothing else: %s', async (text) => {
    const { body } = await world.as(token, '/graphql', text);
    expect(body.errors?.[0]?.extensions.code).toBe('NODE_KEY_LIMITED');
    expect(Object.values(body.data ?? {})).not.toContainEqual(expect.anything());
  });

  it('is nobody at the other endpoints', async () => {
    for (const path of ['/graphql/employer', '/graphql/candidate', '/graphql/office']) {
      expectRefusal(await world.as(token, path, WHO), 'UNAUTHENTICATED', 401);
    }
  });
});

describe('callingKey', () => {
  it('names a portal, too', async () => {
    const answer = await world.as(await aKey('PORTAL'), '/graphql', WHO);
    expect(answer.body.data).toMatchObject({ callingKey: { kind: 'PORTAL' } });
  });

  it('is nothing without a key', async () => {
    const { callingKey } = await world.data<{ callingKey: null }>(WHO, { audience: 'public' });
    expect(callingKey).toBeNull();
  });
});
