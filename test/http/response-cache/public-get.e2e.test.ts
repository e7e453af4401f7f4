import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { getOperationAST, parse } from 'graphql';
import { appendOutbox } from '../../../src/changes/outbox';
import { asActor } from '../../../src/database/as-actor';
import { createDataSource } from '../../../src/database/data-source';
import { waitUntil } from '../../../src/embedded/processes';
import type { OperationManifest } from '../../../src/http/persisted/persisted-operations';
import { startTestApp, type TestApp } from '../../support/test-app';
import { expectRefusal, post, send } from '../client';
import { countWork, type WorkCount } from './count-work';

const COMES_MS = 30_000;

let work: WorkCount;
let app: TestApp;
let manifest: OperationManifest;
beforeAll(async () => {
  app = await startTestApp();
  // While the index is made, what asks for it in vain goes on behind the answer.
  const isIndexed = async () => (await vacancies()).isDegraded === false;
  expect(await waitUntil(isIndexed, COMES_MS)).toBe(true);
  work = countWork((url) => url.startsWith(app.address));
  manifest = await (await fetch(`${app.address}/operations.json`)).json();
});
afterAll(async () => {
  await app.stop();
  work.stop();
});

const hashOf = (name: string) =>
  manifest.operations.find((operation) => operation.name === name)?.id ?? '';

const addressOf = (hash: string, variables: object = {}, path = '/graphql') => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
  const fields = { extensions: JSON.stringify(extensions), variables: JSON.stringify(variables) };
  return `${app.address}${path}?${new URLSearchParams(fields)}`;
};

/** An answer of `verifyVacancy` says when it was true. */
const withoutTime = (text: string) => text.replace(/"checkedAt":"[^"]+"/, '');

describe('a stored operation', () => {
  it.each([
    ['Vacancies', { first: 2, filter: { q: 'tukng las' } }],
    ['VacancyBySlug', { slug: 'none-here' }],
    ['Suggest', { q: 'las' }],
    ['Regions', { parentCode: '72' }],
    ['ServiceInfo', {}],
    ['VerifyVacancy', { code: 'XXXX-XXXX' }],
  ])('%s runs by GET and by POST', async (name, variables) => {
    const hash = hashOf(name);
    const read = await send(addressOf(hash, variables), {});
    expect(read.status).toBe(200);
    expect(read.body.errors).toBeUndefined();
    const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
    const posted = await post(
      `${app.address}/graphql`,
      { extensions, variables },
      {
        'accept-language': 'id',
      },
    );
    expect(withoutTime(posted.text)).toContain(withoutTime(JSON.stringify(read.body.data)));
  });

  it('that nobody stored is not found, also when its text came along before', async () => {
    const hash = 'a'.repeat(64);
    const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
    await post(`${app.address}/graphql`, { query: '{ __typename }', extensions });
    expectRefusal(await send(addressOf(hash), {}), 'PERSISTED_QUERY_NOT_FOUND', 404);
  });

  it('is known to the public endpoint alone', async () => {
    const answer = await send(addressOf(hashOf('ServiceInfo'), {}, '/graphql/employer'), {});
    expectRefusal(answer, 'PERSISTED_QUERY_NOT_FOUND', 404);
  });
});

describe('/operations.json', () => {
  it('is what the link of Apollo Client needs to ask by hash alone', async () => {
    const asked: string[] = [];
    const http = new HttpLink({
      uri: `${app.address}/graphql`,
      fetch: (address, init) => {
        asked.push(`${init?.method} ${address}`);
        return fetch(address, init);
      },
    });
    const ids = new Map(manifest.operations.map(({ name, id }) => [name, id]));
    const byName = new PersistedQueryLink({
      useGETForHashedQueries: true,
      generateHash: (document) => ids.get(getOperationAST(document)?.name?.value ?? '') ?? '',
    });
    const client = new ApolloClient({ link: byName.concat(http), cache: new InMemoryCache() });
    const body = manifest.operations.find(({ name }) => name === 'ServiceInfo')?.body ?? '';
    const { data } = await client.query({ query: parse(body) });
    expect(data).toMatchObject({ serviceInfo: { isDemo: true } });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/^GET .*sha256Hash/);
    expect(asked[0]).not.toContain('query=');
  });

  it('may be read by pages of any site, and again without its body', async () => {
    const headers = { origin: 'https://portal.example.com' };
    const first = await fetch(`${app.address}/operations.json`, { headers });
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect(first.headers.get('cache-control')).toContain('public');
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(`${app.address}/operations.json`, {
      headers: { 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
  });
});

/** An address that nobody has asked before. */
let asked = 0;
const newAddress = () => {
  asked += 1;
  return addressOf(hashOf('Vacancies'), { first: 3, filter: { wageMin: String(1_000 + asked) } });
};
const outcomes = async () => {
  const text = await (await fetch(`${app.address}/metrics`)).text();
  const of = (name: string) =>
    Number(
      new RegExp(`padan_response_cache_total\\{outcome="${name}"\\} (\\d+)`).exec(text)?.[1] ?? 0,
    );
  return { hit: of('hit'), miss: of('miss'), shared: of('shared') };
};

describe('a public GET', () => {
  it('asks the database and the search engine once; a hit asks nothing', async () => {
    const address = newAddress();
    const before = await outcomes();
    work.read();
    const first = await send(address, {});
    expect(work.read()).toBeGreaterThan(3);
    for (let i = 0; i < 20; i++) expect((await send(address, {})).text).toBe(first.text);
    expect(work.read()).toBe(0);
    expect((await outcomes()).hit).toBe(before.hit + 20);
  });

  it('is made once for all who ask at one time', async () => {
    const address = newAddress();
    const before = await outcomes();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(address, {})));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await outcomes()).miss).toBe(before.miss + 1);
  });

  it('may be kept by anybody for a moment, and says how old it is', async () => {
    const { headers, body } = await send(newAddress(), {});
    expect(headers.get('cache-control')).toBe('public, max-age=15, stale-while-revalidate=30');
    expect(headers.get('vary')).toBe('accept-language, accept, accept-encoding');
    expect(headers.get('age')).toBe('0');
    expect(headers.get('etag')).toMatch(/^"[\w-]{43}(\.br|\.gzip)?"$/);
    // It would be another's.
    expect(body.extensions).toBeUndefined();
  });

  it('is answered with 304 to who has it, in whatever coding, and costs nothing', async () => {
    const address = newAddress();
    const plain = await fetch(address, { headers: { 'accept-encoding': 'identity' } });
    const packed = await fetch(address, { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers.get('etag')).not.toBe(plain.headers.get('etag'));
    expect(await packed.text()).toBe(await plain.text());
    for (const { headers } of [plain, packed]) {
      const etag = headers.get('etag') ?? '';
      const again = await fetch(address, { headers: { 'if-none-match': `"other", W/${etag}` } });
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect(again.headers.get('cache-control')).toContain('public');
    }
    const other = await fetch(address, { headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
  });

  it('by HEAD has the same headers and no body', async () => {
    const address = newAddress();
    const headers = { 'accept-encoding': 'identity' };
    const got = await fetch(address, { headers });
    const head = await fetch(address, { headers, method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const name of ['etag', 'content-type', 'content-length', 'cache-control']) {
      expect(head.headers.get(name)).toBe(got.headers.get(name));
    }
  });

  it('answers each in the language asked for', async () => {
    const address = addressOf(hashOf('Suggest'), { q: 'las' });
    const labels = async (lang: string) =>
      (await send(address, { headers: { 'accept-language': lang } })).text;
    const [id, en] = [await labels('id'), await labels('en')];
    expect(id).not.toBe(en);
    expect([await labels('id-ID,en;q=0.2'), await labels('en-GB')]).toEqual([id, en]);
  });

  it('shows a change as soon as the process knows of it', async () => {
    const { slug } = (await vacancies()).edges[0].node;
    const address = addressOf(hashOf('VacancyBySlug'), { slug });
    const title = async () => {
      const { data } = (await send(address, {})).body as { data: { vacancy: { title: string } } };
      return data.vacancy.title;
    };
    const before = await title();
    await rename(slug, `${before} (baru)`);
    expect(await waitUntil(async () => (await title()) === `${before} (baru)`, COMES_MS)).toBe(
      true,
    );
  });

  it('that fails, and what is asked about oneself, is kept by nobody', async () => {
    const addressOfText = (query: string) =>
      `${app.address}/graphql?${new URLSearchParams({ query })}`;
    for (const query of [
      '{ vacancies(filter: { near: { latitude: 900, longitude: 0 } }) { totalCount } }',
      '{ matchMe(text: "saya bisa las") { considered } }',
      '{ callingKey { name } }',
    ]) {
      const answer = await send(addressOfText(query), {});
      expect(answer.headers.get('cache-control')).toContain('no-store');
      expect(answer.headers.get('etag')).toBeNull();
    }
  });

  it('with a cookie is refused, also when the answer is kept', async () => {
    const address = newAddress();
    await send(address, {});
    expectRefusal(await send(address, { headers: { cookie: 'a=b' } }), 'BAD_REQUEST', 400);
  });

  it('that finds nothing takes as long as one for something hidden, kept or not', async () => {
    const address = addressOf(hashOf('VacancyBySlug'), { slug: 'never-was' });
    for (let i = 0; i < 3; i++) {
      const start = performance.now();
      expect((await send(address, {})).body.data).toEqual({ vacancy: null });
      expect(performance.now() - start).toBeGreaterThanOrEqual(24);
    }
  });

  it('may be asked by pages of any site that have an older answer', async () => {
    const preflight = await fetch(`${app.address}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://portal.example.com',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'if-none-match',
      },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('if-none-match');
    const { headers } = await fetch(newAddress(), {
      headers: { origin: 'https://portal.example.com' },
    });
    expect(headers.get('access-control-expose-headers')).toContain('etag');
  });
});

interface Listed {
  isDegraded: boolean;
  edges: { node: { slug: string } }[];
}

async function vacancies(): Promise<Listed> {
  const { body } = await post(`${app.address}/graphql`, {
    query: '{ vacancies(first: 5) { isDegraded edges { node { slug } } } }',
  });
  return (body.data as { vacancies: Listed }).vacancies;
}

async function rename(slug: string, title: string): Promise<void> {
  const dataSource = await createDataSource(app.databaseUrl).initialize();
  await asActor(dataSource, 'system', async (manager) => {
    const [[{ id }]] = await manager.query(
      'UPDATE vacancies SET title = $2 WHERE slug = $1 RETURNING id',
      [slug, title],
    );
    const kind = 'vacancy.updated';
    await appendOutbox(manager, [{ aggregate: 'vacancy', aggregateId: id, kind, version: 2 }]);
  });
  await dataSource.destroy();
}
