import { once } from 'node:events';
import { WebSocket } from 'ws';
import { appendOutbox } from '../../src/changes/outbox';
import { asActor } from '../../src/database/as-actor';
import { createDataSource } from '../../src/database/data-source';
import { waitUntil } from '../../src/embedded/processes';
import type { Account, Employer, Vacancy } from '../../src/entities';
import type { CodeMessage } from '../../src/identity/delivery/delivery';
import { encodeNodeId } from '../../src/resolvers/node-id';
import {
  aCandidate,
  aMembership,
  anAccount,
  anEmployerWithOwner,
  anOfficer,
  aVacancy,
  holds,
  must,
} from '../builders';
import { anIdentity } from '../doubles/identity';
import { MatchSocket } from '../http/match-server';
import type { SampleServer } from '../http/sample-server';
import { startStopwatch } from '../support/stopwatch';
import { startTestApp, type TestApp } from '../support/test-app';

jest.setTimeout(120_000);

/** Within that time the end of a right is felt everywhere. Source: RELIABILITY. */
const LIMIT_MS = 5_000;
const COMES_MS = 20_000;

const sent: CodeMessage[] = [];
let app: TestApp;
let seed: <T>(work: Parameters<typeof asActor<T>>[2]) => Promise<T>;
let close: () => Promise<void>;

beforeAll(async () => {
  app = await startTestApp({}, { identity: anIdentity(sent) });
  const dataSource = await createDataSource(app.databaseUrl).initialize();
  seed = (work) => asActor(dataSource, 'system', work);
  close = () => dataSource.destroy();
});

afterAll(async () => {
  await close();
  await app.stop();
});

interface Answer {
  data: Record<string, never> | null;
  errors?: { extensions: { code: string } }[];
}

async function ask(
  token: string | null,
  audience: string,
  query: string,
  variables = {},
): Promise<Answer> {
  const response = await fetch(`${app.address}/graphql/${audience}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

async function openSocket(token: string, audience: string): Promise<WebSocket> {
  const url = `${app.address.replace('http', 'ws')}/graphql/${audience}`;
  const socket = new WebSocket(url, ['graphql-transport-ws']);
  await once(socket, 'open');
  const payload = { authorization: `Bearer ${token}` };
  socket.send(JSON.stringify({ type: 'connection_init', payload }));
  const [answer] = await once(socket, 'message');
  expect(JSON.parse(String(answer))).toMatchObject({ type: 'connection_ack' });
  return socket;
}

/** A token of a session of our own, of somebody who signs in with a telephone. */
async function signIn(phone: string): Promise<string> {
  await ask(
    null,
    'candidate',
    'mutation ($a: String!) { requestSignInCode(address: $a) { expiresAt } }',
    { a: phone },
  );
  const { data } = await ask(
    null,
    'candidate',
    'mutation ($a: String!, $c: String!) { signIn(address: $a, code: $c) { session { accessToken } } }',
    { a: phone, c: sent.at(-1)?.code },
  );
  return (data as unknown as { signIn: { session: { accessToken: string } } }).signIn.session
    .accessToken;
}

const ERASE =
  'mutation { eraseMe(input: { clientMutationId: "once", confirm: "HAPUS" }) { erasedAt } }';
const REGISTER = `mutation { registerCandidate(consentTextVersion: "1", input: { clientMutationId: "r", profile: {
  fullName: "Orang Pergi (contoh)", regionCode: "72.71.01", birthDate: "1990-01-01" } }) { me { id } userErrors { code } } }`;

const REGISTER_EMPLOYER = `mutation { registerEmployer(input: { clientMutationId: "e", name: "CV Pergi (contoh)",
  regionCode: "72.71" }) { employer { id } } }`;
const ENROL = 'mutation { enrolTotp(input: { clientMutationId: "t" }) { secret } }';

describe('an account that is erased', () => {
  async function expectClosed(token: string): Promise<void> {
    const audiences = ['candidate', 'employer', 'office'];
    const sockets = await Promise.all(audiences.map((audience) => openSocket(token, audience)));
    const closed = sockets.map(async (socket) => (await once(socket, 'close'))[0]);
    const other = await openSocket(await signIn('081277770002'), 'candidate');
    expect((await ask(token, 'candidate', ERASE)).errors).toBeUndefined();
    const watch = startStopwatch(() => seed((manager) => manager.query('SELECT 1')));
    for (const [audience, query] of [
      ['candidate', '{ me { id } }'],
      ['candidate', REGISTER],
      ['candidate', ERASE],
      ['employer', REGISTER_EMPLOYER],
      ['employer', ENROL],
    ]) {
      const refused = (await ask(token, audience, query)).errors?.[0].extensions.code;
      expect([query, refused]).toEqual([query, 'UNAUTHENTICATED']);
    }
    expect(await Promise.all(closed)).toEqual(audiences.map(() => 4403));
    const isRefused = async () =>
      (await ask(token, 'candidate', '{ me { id } }')).errors?.[0].extensions.code ===
      'UNAUTHENTICATED';
    expect(await waitUntil(isRefused, COMES_MS)).toBe(true);
    expect(watch.ms()).toBeLessThan(LIMIT_MS);
    watch.stop();
    expect(other.readyState).toBe(WebSocket.OPEN);
    other.close();
  }

  it('loses its token at once and every socket within five seconds: signed in by a code', async () => {
    const token = await signIn('081277770001');
    expect((await ask(token, 'candidate', REGISTER)).errors).toBeUndefined();
    await expectClosed(token);
  });

  it('loses its token at once and every socket within five seconds: signed in by a provider', async () => {
    const account = await seed(async (manager) => {
      const known = await anAccount(manager);
      await aCandidate(manager, { accountId: known.id });
      return known;
    });
    await expectClosed(await app.token(account.subject));
  });
});

describe('an employer', () => {
  let employer: Employer;
  let owner: Account;
  let staff: Account;
  let vacancy: Vacancy;
  let sockets: MatchSocket[];

  beforeAll(async () => {
    await seed(async (manager) => {
      ({ employer, account: owner } = await anEmployerWithOwner(manager));
      staff = await anAccount(manager);
      await aMembership(manager, { accountId: staff.id, employerId: employer.id, role: 'STAFF' });
      vacancy = await aVacancy(manager, {
        ...{ employerId: employer.id, requirements: [must('patroli')] },
        validThrough: new Date(Date.now() + 30 * 86_400_000),
      });
      await appendOutbox(manager, [
        { aggregate: 'employer', aggregateId: employer.id, kind: 'employer.created', version: 1 },
        { aggregate: 'vacancy', aggregateId: vacancy.id, kind: 'vacancy.published', version: 1 },
      ]);
    });
    sockets = await Promise.all(
      [owner, staff].map(async ({ subject }) =>
        new MatchSocket(
          { url: app.address } as SampleServer,
          await app.token(subject),
          'cursor moved: kind handle card { handle } match { scoreBp }',
        ).follow(),
      ),
    );
    const isListed = () =>
      seed(async (manager) => {
        const rows = await manager.query('SELECT FROM match_lists WHERE vacancy_id = $1', [
          vacancy.id,
        ]);
        return rows.length > 0;
      });
    expect(await waitUntil(isListed, COMES_MS)).toBe(true);
  });

  afterAll(() => {
    for (const socket of sockets) socket.leave();
  });

  interface Item {
    kind: string;
    moved?: string;
    handle: string | null;
    card: object | null;
    match: object | null;
  }
  const entriesOf = (socket: MatchSocket) =>
    (socket.told as unknown as Item[]).filter(({ moved }) => moved === 'ENTERED');

  /** Somebody begins to look for work who fits the vacancy best. */
  const somebodyComes = () =>
    seed(async (manager) => {
      const { id } = await aCandidate(manager, {
        competencies: [holds('patroli', 5)],
        experiences: [{ occupationId: 'satpam-security', startedOn: '2018-01-01' }],
      });
      await appendOutbox(manager, [
        { aggregate: 'candidate', aggregateId: id, kind: 'candidate.created', version: 1 },
      ]);
    });

  const CARDS = `query ($id: ID!, $handles: [ID!]!) {
    vacancy(id: $id) { rankedCandidates(first: 100) { edges { withheld node { handle } match { scoreBp } } } }
    matchEvents(first: 100) { edges { node { handle card { handle } match { scoreBp } } } }
    compareCandidates(vacancyId: $id, handles: $handles) { card { handle } } }`;

  async function cardsSeenBy(who: Account, handles: readonly string[]): Promise<string> {
    const variables = { id: encodeNodeId('Vacancy', vacancy.id), handles };
    return JSON.stringify(
      (await ask(await app.token(who.subject), 'employer', CARDS, variables)).data,
    );
  }

  it('shows a new person to both members', async () => {
    await somebodyComes();
    for (const socket of sockets) {
      expect(await waitUntil(() => entriesOf(socket).some(({ card }) => card), COMES_MS)).toBe(
        true,
      );
    }
    expect(await cardsSeenBy(staff, [String(entriesOf(sockets[1])[0].handle)])).toContain(
      '"node":{"handle"',
    );
  });

  it('tells a member nothing more whose membership has ended', async () => {
    await seed((manager) =>
      manager.query('UPDATE memberships SET ends_at = now() WHERE account_id = $1', [staff.id]),
    );
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const [before, toldBefore] = sockets.map((socket) => entriesOf(socket).length);
    await somebodyComes();
    expect(await waitUntil(() => entriesOf(sockets[0]).length > before, COMES_MS)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(entriesOf(sockets[1])).toHaveLength(toldBefore);
    expect(await cardsSeenBy(staff, ['a'])).not.toContain('handle":"');
    const refused = await ask(
      await app.token(staff.subject),
      'employer',
      '{ matchEvents { edges { cursor } } }',
    );
    expect(refused.errors?.[0].extensions.code).toBe('EMPLOYER_ONLY');
  });

  it('that is suspended loses every card at once, on open sockets too', async () => {
    const officer = await seed(async (manager) => {
      await manager.query(
        'INSERT INTO employer_registrations (employer_id, registered_at, decide_by) VALUES ($1, now(), now())',
        [employer.id],
      );
      return await anOfficer(manager);
    });
    const handle = String(entriesOf(sockets[0])[0].handle);
    expect(await cardsSeenBy(owner, [handle])).toContain(handle);
    const input = {
      ...{ clientMutationId: 's', employerId: encodeNodeId('Employer', employer.id) },
      ...{ decision: 'SUSPEND', reason: 'Izin dicabut.' },
    };
    const decided = await ask(
      await app.token(officer.subject),
      'office',
      'mutation ($input: DecideVerificationInput!) { decideVerification(input: $input) { userErrors { code } } }',
      { input },
    );
    expect(decided).toEqual(
      expect.objectContaining({ data: { decideVerification: { userErrors: [] } } }),
    );
    const at = sockets[0].told.length;
    expect(await cardsSeenBy(owner, [handle])).not.toMatch(/"handle":"|"card":\{|"match":\{/);
    await somebodyComes();
    await new Promise((resolve) => setTimeout(resolve, LIMIT_MS));
    for (const { handle: told, card, match } of (sockets[0].told as unknown as Item[]).slice(at)) {
      expect([told ?? null, card ?? null, match ?? null]).toEqual([null, null, null]);
    }
  });
});
