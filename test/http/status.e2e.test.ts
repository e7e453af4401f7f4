import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startTestApp, type TestApp } from '../support/test-app';
import { type Answer, post, query, send } from './client';
import { ownVacancies } from './operations';
import { type SampleServer, startSampleServer } from './sample-server';

const page = readFileSync(path.join(__dirname, '../../docs/ERRORS.md'), 'utf8');
const documented = new Map(
  [...page.matchAll(/^\| `(\w+)` \| (\d+) \|/gm)].map(([, code, status]) => [code, Number(status)]),
);
/** As the page says: these keep their status also when they arise while an operation runs. */
const KEPT = ['UNAUTHENTICATED', 'SERVICE_UNAVAILABLE', 'SIMULATION_BUDGET_SPENT'];
const MEDIA_TYPES = ['application/json', 'application/graphql-response+json'];

let sample: SampleServer;
let app: TestApp;
let url: string;
beforeAll(async () => {
  sample = await startSampleServer();
  url = `${sample.url}/graphql`;
  app = await startTestApp();
}, 60_000);
afterAll(async () => {
  await sample.stop();
  await app.stop();
});

type Headers = Record<string, string>;

/** Asserts a code with the status that the page gives it. */
function expectDocumented(answer: Answer, code: string): void {
  const hasRun = answer.body.data !== undefined && !KEPT.includes(code);
  expect({ code: answer.body.errors?.[0]?.extensions.code, status: answer.status }).toEqual({
    code,
    status: hasRun ? 200 : documented.get(code),
  });
}

const json = { 'content-type': 'application/json' };
const alive = '{ __typename }';
const many = Array.from({ length: 31 }, (_, i) => `a${i}: echo`).join(' ');
const expensive =
  '{ adverts(first: 100) { edges { node { similar(first: 100) { edges { node { id } } } } } } }';

describe.each(MEDIA_TYPES)('a refusal as %s has the documented status', (accept) => {
  const ask = (text: string, headers: Headers = {}) => query(url, text, {}, { accept, ...headers });

  it.each<[string, () => Promise<Answer>]>([
    ['BAD_REQUEST', () => post(url, 'null', { accept })],
    ['GRAPHQL_PARSE_FAILED', () => ask('{ echo(')],
    ['GRAPHQL_VALIDATION_FAILED', () => ask('{ nobody }')],
    ['OPERATION_RESOLUTION_FAILURE', () => ask('query A { echo } query B { echo }')],
    [
      'PERSISTED_QUERY_NOT_FOUND',
      () => post(url, { extensions: { persistedQuery: { version: 1 } } }, { accept }),
    ],
    ['QUERY_TOO_LARGE', () => ask(`{ ${many} }`)],
    ['QUERY_TOO_EXPENSIVE', () => ask(expensive)],
    ['BAD_USER_INPUT', () => ask('{ adverts(first: 101) { totalCount } }')],
    ['BAD_USER_INPUT', () => ask('{ advert(id: "x y") { id } }')],
    ['BAD_CURSOR', () => ask('{ adverts(after: "x") { totalCount } }')],
    ['UNAUTHENTICATED', () => ask(alive, { authorization: 'Bearer x' })],
    ['NOT_FOUND', () => ask('{ advert(id: "QWR2ZXJ0OjE") { id } }')],
    ['NOT_FOUND', () => send(`${sample.url}/nowhere`, { headers: { accept } })],
    ['METHOD_NOT_ALLOWED', () => send(url, { method: 'PUT', headers: json, body: '{}' })],
    ['NOT_ACCEPTABLE', () => ask(alive, { accept: 'text/html' })],
    ['PAYLOAD_TOO_LARGE', () => ask('x'.repeat(200_000))],
    ['UNSUPPORTED_MEDIA_TYPE', () => ask(alive, { 'content-type': 'application/xml' })],
    ['RESPONSE_TOO_LARGE', () => ask('{ bulky }')],
    ['DEADLINE_EXCEEDED', () => ask('{ slow(ms: 20000) }')],
    ['INTERNAL', () => ask('{ fault }')],
    ['SERVICE_UNAVAILABLE', () => ask('{ databaseDown }')],
  ])('%s', async (code, provoke) => {
    expectDocumented(await provoke(), code);
  });

  it.each([
    [
      'BAD_USER_INPUT',
      '{ vacancies(filter: { near: { latitude: 91, longitude: 0 } }) { totalCount } }',
    ],
    ['BAD_CURSOR', '{ vacancies(after: "x") { totalCount } }'],
    ['BAD_USER_INPUT', '{ matchMe(text: "las", first: 51) { considered } }'],
  ])('%s of the service itself', async (code, text) => {
    expectDocumented(await query(`${app.address}/graphql`, text, {}, { accept }), code);
  });

  it('of a mutation: key, repetition, version, foreign vacancy', async () => {
    const employerUrl = `${app.address}/graphql/employer`;
    const as = async (subject: string) => ({
      accept,
      authorization: `Bearer ${await app.token(subject)}`,
    });
    const [own, other] = [await as('demo-employer-1'), await as('demo-employer-2')];
    const listed = await query(employerUrl, ownVacancies, {}, own);
    const { viewer } = listed.body.data as {
      viewer: { employers: { vacancies: { edges: { node: { id: string } }[] } }[] };
    } & Answer['body']['data'];
    const id = viewer.employers[0]?.vacancies.edges[0]?.node.id ?? '';
    const update = (clientMutationId: string, title: string, headers: Headers) =>
      query(
        employerUrl,
        `mutation ($input: UpdateVacancyInput!) { updateVacancy(input: $input) { vacancy { id } userErrors { code } } }`,
        {
          input: {
            clientMutationId,
            id,
            expectedVersion: 999,
            content: {
              title,
              description: title,
              regionCodes: ['72.71'],
              requirements: [],
              validThrough: new Date(Date.now() + 86_400_000).toISOString(),
            },
          },
        },
        headers,
      );
    expectDocumented(await update('x'.repeat(256), 'Tukang', own), 'IDEMPOTENCY_KEY_INVALID');
    expectDocumented(await update('  ', 'Tukang', own), 'IDEMPOTENCY_KEY_INVALID');
    expectDocumented(await update('foreign', 'Tukang', other), 'NOT_FOUND');
    const stale = await update('stale', 'Tukang', own);
    expectDocumented(stale, 'CONFLICT');
    expect(stale.body.errors?.[0]?.extensions).toMatchObject({
      field: 'expectedVersion',
      version: expect.any(Number),
    });
    const close = (reason: string) =>
      query(
        employerUrl,
        `mutation ($input: CloseVacancyInput!) { closeVacancy(input: $input) { vacancy { id } userErrors { code } } }`,
        { input: { clientMutationId: 'close', id, reason } },
        own,
      );
    expect((await close('CANCELLED')).body.errors).toBeUndefined();
    expectDocumented(await close('FILLED_HERE'), 'IDEMPOTENCY_CONFLICT');
  });
});
