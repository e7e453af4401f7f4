import { PortalCount } from '../../../src/entities';
import { anOfficer, aVacancy } from '../../builders';
import { expectRefusal, query, send } from '../../http/client';
import { type HttpWorld, startHttpWorld } from '../sessions/http-world';

let world: HttpWorld;
let officerId: string;
let slugs: string[];
beforeAll(async () => {
  world = await startHttpWorld();
  officerId = (await world.seed((manager) => anOfficer(manager))).id;
  slugs = await world.seed(async (manager) => {
    const made = [await aVacancy(manager, {}), await aVacancy(manager, {})];
    return made.map(({ slug }) => slug);
  });
});
afterEach(async () => {
  await world.services.portals.counter.flush();
  await world.seed((manager) => manager.query('DELETE FROM portal_counts'));
});
afterAll(() => world.stop());

interface Key {
  id: string;
  key: string;
  portalCode: string;
}
let keys = 0;
async function createKey(): Promise<Key> {
  keys += 1;
  const { createApiKey } = await world.data<{
    createApiKey: { key: string; apiKey: { id: string; portalCode: string } };
  }>(
    `mutation ($key: String!) { createApiKey(input: { clientMutationId: $key, name: "Portal" }) {
       key apiKey { id portalCode } } }`,
    { audience: 'office', accountId: officerId, variables: { key: `p${keys}` } },
  );
  return { key: createApiKey.key, ...createApiKey.apiKey };
}

const LIST = '{ vacancies { edges { node { slug } } } }';
const open = (slug: string) => `{ vacancy(slug: "${slug}") { title } }`;
const get = (text: string, portal?: string) => {
  const fields = { query: text, ...(portal === undefined ? {} : { portal }) };
  return send(`${world.server.url}/graphql?${new URLSearchParams(fields)}`, {});
};
const page = (path: string, portal: string, method = 'GET') =>
  fetch(`${world.server.url}${path}?portal=${portal}`, { method });
const times = async (count: number, work: () => Promise<unknown>) => {
  for (let i = 0; i < count; i++) await work();
};
const REPORT = `month portalCode isFinal views opens vacancies { totalCount edges { node {
  vacancy { slug } views { value text } opens { value text } } } }`;
const reportOf = async ({ key }: Key, month = '2026-11') => {
  await world.services.portals.counter.flush();
  const answer = await world.as(
    key,
    '/graphql',
    `{ portalReport(month: "${month}") { ${REPORT} } }`,
  );
  return answer.body.data?.portalReport as Record<string, unknown>;
};
/** Nine, wherever the steps lie. */
const told = { value: 5, text: '5+' };
const few = { value: null, text: '<10' };

describe('a month of a portal', () => {
  it('counts lists and details under its key and under its code, kept answers, too', async () => {
    const key = await createKey();
    await times(5, () => get(LIST, key.portalCode));
    await times(4, () => world.as(key.key, '/graphql', LIST));
    await times(9, () => get(open(slugs[0]), key.portalCode));
    await times(4, () => get(open(slugs[1]), key.portalCode));
    expect(await reportOf(key)).toEqual({
      ...{ month: '2026-11', portalCode: key.portalCode, isFinal: false, views: 10, opens: 5 },
      vacancies: {
        totalCount: 2,
        edges: [
          { node: { vacancy: { slug: slugs[0] }, views: told, opens: told } },
          { node: { vacancy: { slug: slugs[1] }, views: told, opens: few } },
        ],
      },
    });
  });

  it('counts no list of which only numbers were asked', async () => {
    const key = await createKey();
    await times(5, () => get('{ vacancies { totalCount } }', key.portalCode));
    expect(await reportOf(key)).toMatchObject({ views: 0 });
  });

  it('counts a page as an opening alone: nobody looked for the vacancies beside it', async () => {
    const key = await createKey();
    await times(9, () => page(`/lowongan/${slugs[0]}`, key.portalCode));
    const node = { vacancy: { slug: slugs[0] }, views: few, opens: told };
    expect(await reportOf(key)).toMatchObject({ views: 0, vacancies: { edges: [{ node }] } });
  });

  it('counts nothing where a program only asks whether a page is there', async () => {
    const key = await createKey();
    await times(9, async () => {
      await page(`/lowongan/${slugs[0]}`, key.portalCode, 'HEAD');
      await page('/lowongan', key.portalCode, 'HEAD');
    });
    expect(await reportOf(key)).toMatchObject({ views: 0, opens: 0 });
  });

  it('names no vacancy that was shown under five times', async () => {
    const key = await createKey();
    await times(4, () => get(LIST, key.portalCode));
    expect(await reportOf(key)).toMatchObject({ views: 0, vacancies: { totalCount: 0 } });
  });

  it('holds what was shown in it, and is final once it is over', async () => {
    const key = await createKey();
    await times(9, () => get(open(slugs[0]), key.portalCode));
    await world.services.portals.counter.flush();
    await world.seed((manager) => manager.query("UPDATE portal_counts SET day = '2026-10-31'"));
    expect(await reportOf(key)).toMatchObject({ opens: 0, isFinal: false });
    expect(await reportOf(key, '2026-10')).toMatchObject({ opens: 5, isFinal: true });
  });

  it('is not told without a key, nor of a month that is none', async () => {
    const asked = await query(
      `${world.server.url}/graphql`,
      '{ portalReport(month: "2026-11") { views } }',
    );
    expect(asked.body.data).toEqual({ portalReport: null });
    const key = await createKey();
    const odd = await world.as(key.key, '/graphql', '{ portalReport(month: "2026-13") { views } }');
    const { message } = expectRefusal(odd, 'BAD_USER_INPUT', 200);
    expect(message).toContain('2026-11');
  });

  it('of any key is told to officers of its area', async () => {
    const key = await createKey();
    await times(9, () => get(open(slugs[0]), key.portalCode));
    await world.services.portals.counter.flush();
    const ask = (accountId: string) =>
      world.data<{ portalReportOfKey: { opens: number } }>(
        'query ($id: ID!) { portalReportOfKey(apiKeyId: $id, month: "2026-11") { opens } }',
        { audience: 'office', accountId, variables: { id: key.id } },
      );
    expect(await ask(officerId)).toEqual({ portalReportOfKey: { opens: 5 } });
    const elsewhere = await world.seed((manager) => anOfficer(manager, { regionCode: '31.71' }));
    await expect(ask(elsewhere.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const auditor = await world.seed((manager) => anOfficer(manager, { role: 'AUDITOR' }));
    await expect(ask(auditor.id)).rejects.toMatchObject({ code: 'OFFICE_ONLY' });
  });
});

describe('a code', () => {
  const rows = async () => {
    await world.services.portals.counter.flush();
    return await world.seed((manager) => manager.find(PortalCount));
  };

  it('that no key has, or that is none, counts nothing', async () => {
    for (const code of ['0000000000', 'x', "' OR 1=1", 'A'.repeat(5_000)]) await get(LIST, code);
    expect(await rows()).toEqual([]);
  });

  it('of a key that was taken away counts nothing', async () => {
    const { id, portalCode } = await createKey();
    await world.data(
      'mutation ($id: ID!) { revokeApiKey(input: { clientMutationId: "r", id: $id }) { userErrors { code } } }',
      {
        ...{ audience: 'office', accountId: officerId, variables: { id } },
      },
    );
    await get(LIST, portalCode);
    expect(await rows()).toEqual([]);
  });

  it('changes nothing of the answer, nor under what it is kept', async () => {
    const { portalCode } = await createKey();
    const plain = await get(LIST);
    const counted = await get(LIST, portalCode);
    expect(counted.text).toBe(plain.text);
    expect(counted.headers.get('etag')).toBe(plain.headers.get('etag'));
  });

  it('opens nothing', async () => {
    const { portalCode } = await createKey();
    const answer = await get('{ callingKey { name } }', portalCode);
    expect(answer.body.data).toEqual({ callingKey: null });
  });
});

describe('callingKey', () => {
  it('tells the code, and how many requests are left', async () => {
    const { key, portalCode } = await createKey();
    const text = '{ callingKey { portalCode quotaPerMinute requestsLeft } }';
    const ask = async () => (await world.as(key, '/graphql', text)).body.data?.callingKey;
    const limits = { portalCode, quotaPerMinute: 600 };
    expect(await ask()).toMatchObject({ ...limits, requestsLeft: 599 });
    expect(await ask()).toMatchObject({ portalCode, requestsLeft: expect.any(Number) });
  });
});

describe('removeOldCounts', () => {
  it('keeps thirteen months before the one that runs', async () => {
    const { portalCode } = await createKey();
    for (const day of ['2025-10-01', '2025-09-30']) {
      await get(open(slugs[0]), portalCode);
      await world.services.portals.counter.flush();
      await world.seed((manager) =>
        manager.query('UPDATE portal_counts SET day = $1 WHERE day > $2', [day, '2026-01-01']),
      );
    }
    expect(await world.services.portals.removeOldCounts()).toBe(1);
    const left = await world.seed((manager) => manager.find(PortalCount));
    expect(left).toMatchObject([{ day: '2025-10-01' }]);
  });
});
