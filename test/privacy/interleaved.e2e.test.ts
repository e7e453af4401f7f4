import { asActor } from '../../src/database/as-actor';
import { createDataSource } from '../../src/database/data-source';
import { aCandidate, anAccount, anEmployerWithOwner } from '../builders';
import { query } from '../http/client';
import { startTestApp, type TestApp } from '../support/test-app';

const REQUESTS = 400;
const PEOPLE = 12;
const AT_ONCE = 40;

/** Somebody who asks, and what every answer must be. */
interface Asker {
  readonly path: string;
  readonly token: string | null;
  readonly text: string;
  readonly variables: Record<string, unknown>;
  readonly expected: object | null;
}

let app: TestApp;
let askers: Asker[];

beforeAll(async () => {
  app = await startTestApp({}, {}, { DATABASE_POOL_SIZE: '4' });
  const dataSource = await createDataSource(app.databaseUrl).initialize();
  askers = [];
  for (let at = 0; at < PEOPLE; at += 1) {
    const fullName = `Orang Selang ${at} (contoh)`;
    const name = `PT Selang ${at} (contoh)`;
    const [seeker, owner] = await asActor(dataSource, 'system', async (manager) => {
      const account = await anAccount(manager);
      await aCandidate(manager, { accountId: account.id, fullName });
      return [account, (await anEmployerWithOwner(manager, { name })).account] as const;
    });
    askers.push(...(await askersOf(seeker.subject, fullName, owner.subject, name)));
  }
  await dataSource.destroy();
}, 60_000);

afterAll(() => app.stop());

async function askersOf(
  seeker: string,
  fullName: string,
  owner: string,
  name: string,
): Promise<Asker[]> {
  const [own, boss] = [await app.token(seeker), await app.token(owner)];
  const candidate = { path: '/graphql/candidate', token: own, variables: {} };
  const profile = { fullName: 'x', regionCode: '72.71.01' };
  const refused = { clientMutationId: 'k', expectedVersion: 99, profile };
  return [
    { ...candidate, text: '{ me { fullName } }', expected: { me: { fullName } } },
    {
      ...{ path: '/graphql/employer', token: boss, variables: {} },
      text: '{ viewer { employers { name } } }',
      expected: { viewer: { employers: [{ name }] } },
    },
    { ...candidate, token: null, text: '{ me { fullName } }', expected: null },
    // Rolled back, half-way.
    {
      ...candidate,
      text: 'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { me { fullName } } }',
      variables: { input: refused },
      expected: null,
    },
    { ...candidate, text: '{ me { nobody } }', expected: null },
  ];
}

async function ask({ path, token, text, variables, expected }: Asker): Promise<object | null> {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  const { body } = await query(`${app.address}${path}`, text, variables, headers as never);
  const hasFailed = (body.errors ?? []).length > 0;
  if (!hasFailed) return { expected, found: body.data };
  return expected === null ? null : { expected, errors: body.errors };
}

/** Gives up while the service is still at it. */
async function leaveEarly({ path, token, text }: Asker): Promise<null> {
  await fetch(`${app.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: text }),
    signal: AbortSignal.timeout(2),
  }).catch(() => null);
  return null;
}

it('400 interleaved requests over 4 connections answer each with the own, and 0 with another’s', async () => {
  const wrong: object[] = [];
  let next = 0;
  const work = async () => {
    for (let at = next++; at < REQUESTS; at = next++) {
      const asker = askers[(at * 7) % askers.length];
      const told = await (at % 13 === 0 ? leaveEarly(asker) : ask(asker));
      if (told === null) continue;
      const { expected, found } = told as { expected: object; found?: object };
      if (JSON.stringify(expected) !== JSON.stringify(found)) wrong.push(told);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  expect(wrong).toEqual([]);
}, 60_000);
