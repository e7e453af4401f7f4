import { type Answer, expectRefusal, post, query } from './client';
import { type SampleServer, startSampleServer } from './sample-server';

let sample: SampleServer;
let url: string;
beforeAll(async () => {
  sample = await startSampleServer();
  url = `${sample.url}/graphql`;
});
afterAll(() => sample.stop());
afterEach(async () => {
  expect((await query(url, '{ echo(text: "alive") }')).body.data).toEqual({ echo: 'alive' });
});

const many = (count: number, text: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
const createAdvert = (input: Record<string, unknown>): Promise<Answer> =>
  query(url, 'mutation ($input: AdvertInput!) { createAdvert(input: $input) { title } }', {
    input,
  });

describe('a document', () => {
  it.each([
    ['a syntax error', '{ echo(', 'GRAPHQL_PARSE_FAILED'],
    ['nothing but a comment', '# nothing', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ nobody }', 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown argument', '{ adverts(last: 5) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'an unknown input field',
      'mutation { createAdvert(input: { title: "x", status: "OPEN" }) { id } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a fragment cycle',
      '{ adverts { edges { node { ...A } } } } fragment A on Advert { ...B } fragment B on Advert { ...A }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['only fragments', 'fragment A on Advert { id }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      '20,000 nested lists',
      `{ echo(text: ${'['.repeat(20_000)}${']'.repeat(20_000)}) }`,
      'QUERY_TOO_LARGE',
    ],
    [
      '3,000 nested selections',
      `${'{ adverts '.repeat(3_000)}${'}'.repeat(3_000)}`,
      'QUERY_TOO_LARGE',
    ],
    [
      'eleven levels',
      `${'{ similar { edges { node '.repeat(4)}${'} } }'.repeat(4)}`,
      'QUERY_TOO_LARGE',
    ],
    ['31 aliases', `{ ${many(31, (i) => `a${i}: echo`)} }`, 'QUERY_TOO_LARGE'],
    ['31 aliases of __typename', `{ ${many(31, (i) => `a${i}: __typename`)} }`, 'QUERY_TOO_LARGE'],
    [
      '10 directives',
      `{ ${many(10, (i) => `a${i}: echo @include(if: true)`)} }`,
      'QUERY_TOO_LARGE',
    ],
    [
      'fragments that double at each level',
      `{ adverts { edges { node { ...F0 } } } } ${many(14, (i) => `fragment F${i} on Advert { ...F${i + 1} ... { ...F${i + 1} } }`)} fragment F14 on Advert { id }`,
      'QUERY_TOO_LARGE',
    ],
    ['2,000 times the same field', `{ ${many(1_995, () => 'echo')} }`, 'QUERY_TOO_LARGE'],
  ])('with %s is refused', async (_, text, code) => {
    expectRefusal(await query(url, text), code, 400);
  });

  it('with 30 aliases, the full introspection and ten levels is served', async () => {
    const aliases = await query(url, `{ ${many(30, (i) => `a${i}: __typename`)} }`);
    expect(aliases.status).toBe(200);
    const { getIntrospectionQuery } = await import('graphql');
    expect((await query(url, getIntrospectionQuery())).status).toBe(200);
    const levels =
      '{ adverts { edges { node { similar { edges { node { similar { edges { node { id } } } } } } } } } }';
    expect((await query(url, levels.replaceAll('similar', 'similar(first: 1)'))).status).toBe(200);
  });

  it('says where a syntax error is and shows at most five faults', async () => {
    const [error] = (await query(url, '{ echo(')).body.errors ?? [];
    expect(error).toMatchObject({ locations: [{ line: 1, column: 8 }] });
    const faults = await query(url, `{ ${many(25, (i) => `nobody${i}`)} }`);
    expect(faults.body.errors).toHaveLength(5);
  });

  it('of several operations needs a name', async () => {
    const text = 'query A { __typename } query B { echo(text: "b") }';
    expectRefusal(await query(url, text), 'OPERATION_RESOLUTION_FAILURE', 400);
    const chosen = await post(url, { query: text, operationName: 'B' });
    expect(chosen.body.data).toEqual({ echo: 'b' });
    const unknown = await post(url, { query: text, operationName: 'C' });
    expectRefusal(unknown, 'OPERATION_RESOLUTION_FAILURE', 400);
  });

  it('with a subscription is sent to a socket', async () => {
    expectRefusal(await query(url, 'subscription { ticked(count: 1) }'), 'BAD_REQUEST', 400);
  });

  it('never learns names of other audiences from a message', async () => {
    const answer = await query(url, '{ secretCar { secretScor } }');
    expectRefusal(answer, 'GRAPHQL_VALIDATION_FAILED', 400);
    expect(answer.text).not.toMatch(/secretCard|SecretCard|secretScore/);
  });
});

describe('the cost', () => {
  const nested = (first: string) =>
    `{ adverts(first: ${first}) { edges { node { similar(first: ${first}) { edges { node { similar(first: ${first}) { edges { node { id } } } } } } } } } }`;

  it.each([
    ['literals', nested('100'), {}],
    ['variables', `query ($n: Int) ${nested('$n')}`, { n: 100 }],
    ['variable defaults', `query ($n: Int = 100) ${nested('$n')}`, {}],
    [
      'fragments',
      `{ adverts(first: 100) { ...P } } fragment P on AdvertConnection { edges { node { similar(first: 100) { ...Q } } } } fragment Q on AdvertConnection { edges { node { similar(first: 100) { edges { node { id } } } } } }`,
      {},
    ],
  ])('of 100 times 100 times 100 in %s is refused', async (_, text, variables) => {
    const error = expectRefusal(await query(url, text, variables), 'QUERY_TOO_EXPENSIVE', 400);
    expect(error.extensions).toMatchObject({ limit: 1_000, cost: expect.any(Number) });
    expect(Number(error.extensions.cost)).toBeGreaterThan(1_000_000);
  });

  it('is told with the answer, and field defaults count', async () => {
    const answer = await query(url, '{ adverts { edges { node { id } } } }');
    expect(answer.body.extensions).toEqual({
      cost: {
        requested: 21,
        actual: expect.any(Number),
        remaining: expect.any(Number),
        restoreRate: 50,
        limit: 1_000,
      },
    });
  });

  it('may be five times as high for who is signed in', async () => {
    const text =
      '{ adverts(first: 100) { edges { node { similar(first: 15) { edges { node { id } } } } } } }';
    expectRefusal(await query(url, text), 'QUERY_TOO_EXPENSIVE', 400);
    const authorization = `Bearer ${await sample.token()}`;
    const answer = await query(url, text, {}, { authorization });
    expect(answer.body.extensions?.cost).toMatchObject({ requested: 1_701, limit: 5_000 });
  });
});

describe('a page size', () => {
  it.each(['0', '-1', '101', 'null', '99999999999', '1.5', '"20"'])(
    'of %s is refused',
    async (first) => {
      const literal = await query(url, `{ adverts(first: ${first}) { totalCount } }`);
      const text = 'query ($n: Int) { adverts(first: $n) { totalCount } }';
      const variable = await query(url, text, { n: JSON.parse(first) });
      const fallback = await query(url, text.replace('Int', `Int = ${first}`));
      for (const answer of [literal, variable, fallback]) {
        const error = expectRefusal(answer, 'BAD_USER_INPUT', 400);
        expect(error.message).toContain('between 1 and 100');
        expect(error.extensions.field).toBe('first');
      }
    },
  );
});

describe('a cursor', () => {
  it('of the same list is followed; any other is BAD_CURSOR', async () => {
    const text = 'query ($after: String) { adverts(after: $after) { pageInfo { endCursor } } }';
    const first = await query(url, text);
    const { endCursor } = (first.body.data as { adverts: { pageInfo: { endCursor: string } } })
      .adverts.pageInfo;
    expect((await query(url, text, { after: endCursor })).body.errors).toBeUndefined();
    const authorization = `Bearer ${await sample.token()}`;
    const ofAnother = await query(url, text, { after: endCursor }, { authorization });
    for (const answer of [
      ofAnother,
      await query(url, text, { after: endCursor.slice(0, -1) }),
      await query(url, text, { after: `${endCursor}x` }),
      await query(url, text, { after: '"\\' }),
      await query(url, text, { after: 'x'.repeat(50_000) }),
    ]) {
      expectRefusal(answer, 'BAD_CURSOR', 200);
    }
  });
});

describe('an id', () => {
  it.each([
    ['garbage', 'x y', 'BAD_USER_INPUT'],
    ['nothing', '', 'BAD_USER_INPUT'],
    ['a number', 7, 'BAD_USER_INPUT'],
    ['an id whose key is no uuid', 'QWR2ZXJ0OjE', 'NOT_FOUND'],
    ['an id of another type', Buffer.from('Region:72').toString('base64url'), 'NOT_FOUND'],
    ['SQL', "'; drop table adverts; --", 'BAD_USER_INPUT'],
  ])('of %s is %s', async (_, id, code) => {
    const answer = await query(url, 'query ($id: ID!) { advert(id: $id) { id } }', { id });
    const error = expectRefusal(answer, code, 200);
    expect(error).toMatchObject({ path: ['advert'], extensions: { field: 'id' } });
  });
});

describe('a text', () => {
  it.each([
    ['a NUL character', 'a\u0000b'],
    ['a lone surrogate', 'a\ud800b'],
  ])('with %s is refused with the path of its variable', async (_, title) => {
    const error = expectRefusal(await createAdvert({ title }), 'BAD_USER_INPUT', 400);
    expect(error.extensions.field).toBe('input.title');
  });

  it('with a NUL character in a literal is refused with its path', async () => {
    const answer = await query(
      url,
      'mutation { createAdvert(input: { title: "a\\u0000b" }) { id } }',
    );
    const error = expectRefusal(answer, 'BAD_USER_INPUT', 400);
    expect(error.extensions.field).toBe('input.title');
  });

  it('with half a surrogate pair in a literal is refused', async () => {
    const answer = await query(url, '{ echo(text: "\\ud800") }');
    expectRefusal(answer, 'GRAPHQL_PARSE_FAILED', 400);
  });

  it.each(['"', '\\', '\\"', "'", '%_', '*', '$\u007bx}', '</script>', '\u202e', '😀'])(
    'of %j is a text like any other',
    async (text) => {
      const answer = await query(url, 'query ($text: String) { echo(text: $text) }', { text });
      expect(answer.body.data).toEqual({ echo: text });
    },
  );
});

describe('an input', () => {
  it.each([
    [{ title: '' }, 'input.title'],
    [{ title: 'x'.repeat(201) }, 'input.title'],
    [{ title: 5 }, 'input.title'],
    [{ title: null }, 'input.title'],
    [{}, 'input.title'],
    [{ title: 'x', verified: true }, 'input'],
    [{ title: 'x', openings: 0 }, 'input.openings'],
    [{ title: 'x', openings: 'many' }, 'input.openings'],
    [{ title: 'x', wage: -1 }, 'input.wage'],
    [{ title: 'x', wage: '1e9' }, 'input.wage'],
    [{ title: 'x', startsOn: '2026-02-30' }, 'input.startsOn'],
    [{ title: 'x', startsOn: '0001-01-01' }, 'input.startsOn'],
    [{ title: 'x', near: { lat: 91 } }, 'input.near.lat'],
    [{ title: 'x', near: { lat: null } }, 'input.near.lat'],
    [{ title: 'x', near: { lat: 'NaN' } }, 'input.near.lat'],
    [{ title: 'x', near: 5 }, 'input.near'],
    [[], 'input'],
    [7, 'input'],
  ])('%j is refused at %s', async (input, field) => {
    const answer = await createAdvert(input as Record<string, unknown>);
    const [error] = answer.body.errors ?? [];
    expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
    expectRefusal(answer, 'BAD_USER_INPUT', answer.body.data === undefined ? 400 : 200);
  });

  it('of 1e400 is refused in a variable and in a literal', async () => {
    const text = 'mutation ($input: AdvertInput!) { createAdvert(input: $input) { id } }';
    const body = `{"query":"${text}","variables":{"input":{"title":"x","near":{"lat":1e400}}}}`;
    const variable = expectRefusal(await post(url, body), 'BAD_USER_INPUT', 400);
    expect(variable.extensions.field).toBe('input.near.lat');
    const literal = await query(
      url,
      'mutation { createAdvert(input: { title: "x", near: { lat: 1e400 } }) { id } }',
    );
    expect(expectRefusal(literal, 'BAD_USER_INPUT', 400).extensions.field).toBe('input.near.lat');
  });

  it('with a wrong literal names its path too', async () => {
    const answer = await query(
      url,
      'mutation { createAdvert(input: { title: "x", startsOn: "2026-02-30" }) { id } }',
    );
    expect(expectRefusal(answer, 'BAD_USER_INPUT', 400).extensions.field).toBe('input.startsOn');
  });

  it('5,000 levels deep is refused', async () => {
    const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
    const body = `{"query":"query ($x: String) { echo(text: $x) }","variables":{"x":${deep}}}`;
    expectRefusal(await post(url, body), 'BAD_USER_INPUT', 400);
  });

  const advertOf = 'query ($id: ID!) { advert(id: $id) { id } }';
  const create = (input: string) => `mutation { createAdvert(input: ${input}) { id } }`;
  const placed =
    'mutation ($t: Float!) { createAdvert(input: { title: "x", near: { lat: $t } }) { id } }';
  it.each([
    [advertOf, {}, 'id', 'it is needed', 'wajib diisi'],
    [advertOf, { id: null }, 'id', 'it must not be null', 'tidak boleh null'],
    [advertOf, { id: {} }, 'id', 'it must be an id', 'harus berupa id'],
    ['{ advert { id } }', {}, 'id', 'it is needed', 'wajib diisi'],
    ['{ advert(id: null) { id } }', {}, 'id', 'it must not be null', 'tidak boleh null'],
    ['{ advert(id: 1.5) { id } }', {}, 'id', 'it must be an id', 'harus berupa id'],
    [
      'query ($t: String) { echo(text: $t) }',
      { t: 5 },
      'text',
      'it must be text',
      'harus berupa teks',
    ],
    ['{ echo(text: 5) }', {}, 'text', 'it must be text', 'harus berupa teks'],
    [create('{}'), {}, 'input.title', 'it is needed', 'wajib diisi'],
    [create('{ title: null }'), {}, 'input.title', 'it must not be null', 'tidak boleh null'],
    [placed, { t: '; at "x"; ' }, 'input.near.lat', 'it must be a number', 'harus bilangan'],
    [placed, {}, 'input.near.lat', 'it is needed', 'wajib diisi'],
  ])('in %s with %j has a plain reason at %s', async (text, variables, field, en, id) => {
    const english = expectRefusal(await query(url, text, variables), 'BAD_USER_INPUT', 400);
    expect(english.message).toBe(`${field} is not valid: ${en}.`);
    expect(english.extensions.field).toBe(field);
    const answer = await query(url, text, variables, { 'accept-language': 'id' });
    expect(answer.body.errors?.[0]?.message).toBe(`${field} tidak sah: ${id}.`);
  });

  it('is never echoed', async () => {
    const secret = '7271034101980003';
    for (const input of [
      { title: { nik: secret } },
      { title: 'x', openings: secret },
      { title: 'x', wage: `-${secret}` },
    ]) {
      const answer = await createAdvert(input);
      expectRefusal(answer, 'BAD_USER_INPUT', 400);
      expect(answer.text).not.toContain(secret);
    }
  });

  it('with several faults shows each with its path', async () => {
    const answer = await createAdvert({ title: '', openings: 0, near: { lat: 91 } });
    expect(answer.body.errors?.map(({ extensions }) => extensions.field)).toEqual([
      'input.title',
      'input.openings',
      'input.near.lat',
    ]);
  });
});
