import 'reflect-metadata';
import type { DataSource, EntityManager } from 'typeorm';
import { appendOutbox } from '../../src/changes/outbox';
import { asActor } from '../../src/database/as-actor';
import { createDataSource } from '../../src/database/data-source';
import { waitUntil } from '../../src/embedded/processes';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { aCandidate, anAccount, anEmployerWithOwner, aVacancy, holds, must } from '../builders';
import { query } from '../http/client';
import { MatchSocket } from '../http/match-server';
import type { SampleServer } from '../http/sample-server';
import { startStopwatch } from '../support/stopwatch';
import { startTestApp, type TestApp } from '../support/test-app';
import { type Receiver, startReceiver } from '../webhooks/receiver';

const NAME = 'Wulan Kartikasari Uniknama (contoh)';
const PHONE = '+6285099887766';
const EMAIL = 'unik-wulan@contoh.invalid';

/** What the design allows from the withdrawal to the last effect. Source: R15 of its RELIABILITY. */
const SHARING_ENDS_MS = 1_000;
const MATCHING_ENDS_MS = 5_000;
const COMES_MS = 20_000;

let app: TestApp;
let receiver: Receiver;
let dataSource: DataSource;
let socket: MatchSocket;
let vacancyId: string;
let employer: (text: string, variables?: object) => Promise<unknown>;
let person: (text: string, variables?: object) => Promise<unknown>;

beforeAll(async () => {
  app = await startTestApp({}, {}, { WEBHOOKS_TO_LOOPBACK: 'on' });
  receiver = await startReceiver();
  dataSource = await createDataSource(app.databaseUrl).initialize();
  const { owner, seeker, vacancy } = await asActor(dataSource, 'system', seed);
  vacancyId = encodeNodeId('Vacancy', vacancy.id);
  employer = await callerOf('employer', owner.subject);
  person = await callerOf('candidate', seeker.subject);
  socket = await new MatchSocket(
    { url: app.address } as SampleServer,
    await app.token(owner.subject),
    'cursor change: kind cause handle card { handle education experience distance } match { scoreBp }',
  ).follow();
  const isListed = async () => {
    const [{ listed }] = await asActor(dataSource, 'system', (manager) =>
      manager.query('SELECT EXISTS (SELECT FROM match_lists WHERE vacancy_id = $1) AS listed', [
        vacancy.id,
      ]),
    );
    return listed;
  };
  expect(await waitUntil(isListed, COMES_MS)).toBe(true);
}, 60_000);

afterAll(async () => {
  socket.leave();
  await dataSource.destroy();
  await receiver.stop();
  await app.stop();
});

/** Somebody who has not agreed to anything, and a vacancy that fits. */
async function seed(manager: EntityManager) {
  const seeker = await anAccount(manager);
  const candidate = await aCandidate(manager, {
    ...{ accountId: seeker.id, fullName: NAME, phone: PHONE, email: EMAIL },
    ...{ matchingConsentAt: null, competencies: [holds('patroli', 5)] },
    experiences: [{ occupationId: 'satpam-security', startedOn: '2018-01-01' }],
  });
  const owned = await anEmployerWithOwner(manager);
  const vacancy = await aVacancy(manager, {
    ...{ employerId: owned.employer.id, requirements: [must('patroli')] },
    validThrough: new Date(Date.now() + 30 * 86_400_000),
  });
  await appendOutbox(manager, [
    { aggregate: 'candidate', aggregateId: candidate.id, kind: 'candidate.created', version: 1 },
    { aggregate: 'employer', aggregateId: owned.employer.id, kind: 'employer.created', version: 1 },
    { aggregate: 'vacancy', aggregateId: vacancy.id, kind: 'vacancy.published', version: 1 },
  ]);
  return { seeker, owner: owned.account, vacancy };
}

/** Asks an endpoint in somebody's name; the first field of the answer. */
async function callerOf(audience: string, subject: string) {
  const authorization = `Bearer ${await app.token(subject)}`;
  return async (text: string, variables: object = {}) => {
    const url = `${app.address}/graphql/${audience}`;
    const { body } = await query(url, text, variables as never, { authorization });
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return Object.values(body.data ?? {})[0] as unknown;
  };
}

const stopwatch = () => startStopwatch(() => dataSource.query('SELECT 1'));

let keys = 0;
const change = async (name: string, selection: string, input: object) => {
  keys += 1;
  const type = `${name[0].toUpperCase()}${name.slice(1)}Input`;
  const payload = (await person(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { code } } }`,
    { input: { clientMutationId: `key ${keys}`, ...input } },
  )) as { userErrors: object[] };
  expect(payload.userErrors).toEqual([]);
  return payload as unknown as Record<string, { id: string }>;
};
const agree = async (): Promise<string> => {
  const input = { purpose: 'MATCHING', textVersion: '1' };
  return (await change('grantConsent', 'consent { id }', input)).consent.id;
};
const takeBack = (id: string) => change('withdrawConsent', 'consent { id isLive }', { id });

const readContact = async () => {
  const { edges } = (await employer(
    `query ($id: ID!) { vacancyApplications(vacancyId: $id) {
       edges { node { contact { name phone email } } } } }`,
    { id: vacancyId },
  )) as { edges: { node: { contact: object | null } }[] };
  return edges[0]?.node.contact ?? null;
};

interface Ranked {
  snapshot: { id: string };
  edges: { withheld: string | null; node: { handle: string } | null }[];
}
const rank = async (snapshot: string | null = null): Promise<Ranked> => {
  const vacancy = await employer(
    `query ($id: ID!, $snapshot: ID) { vacancy(id: $id) {
       rankedCandidates(first: 100, snapshot: $snapshot) {
         snapshot { id } edges { withheld node { handle } } } } }`,
    { id: vacancyId, snapshot },
  );
  return (vacancy as { rankedCandidates: Ranked }).rankedCandidates;
};

interface Item {
  kind: string;
  change?: string;
  handle?: string | null;
  card?: object | null;
}
const told = () => socket.told as unknown as Item[];
const count = (kind: string) => told().filter((item) => item.change === kind).length;
/** Takes the consent to be matched back and waits for the end of it: what comes and goes at once is no event. */
const leave = async (consentId: string) => {
  const before = count('LEFT');
  await takeBack(consentId);
  expect(await waitUntil(() => count('LEFT') > before, COMES_MS)).toBe(true);
};
const sent = () => receiver.received.map(({ body, at }) => ({ at, type: JSON.parse(body).type }));

describe('a consent that is withdrawn', () => {
  it('to share: closes the next read, and nothing else ever said who the person is', async () => {
    await employer(
      'mutation ($url: String!) { createWebhook(input: { clientMutationId: "1", url: $url }) { userErrors { code } } }',
      { url: receiver.url },
    );
    const matching = await agree();
    expect(await waitUntil(() => told().some(({ card }) => card), COMES_MS)).toBe(true);
    const share = [{ purpose: 'SHARE_WITH_EMPLOYER', textVersion: '1' }];
    await change('apply', 'application { id }', { vacancyId, share });
    expect(await readContact()).toEqual({ name: NAME, phone: PHONE, email: EMAIL });

    const { edges } = (await person('{ consents { edges { node { id purpose } } } }')) as {
      edges: { node: { id: string; purpose: string } }[];
    };
    const sharing = edges.find(({ node }) => node.purpose === 'SHARE_WITH_EMPLOYER')?.node.id ?? '';
    const watch = stopwatch();
    await takeBack(sharing);
    expect(await readContact()).toBeNull();
    expect(watch.ms()).toBeLessThan(SHARING_ENDS_MS);
    watch.stop();

    // The person is still matched, so the stream and the webhook go on, with a pseudonym and with ids.
    await leave(matching);
    await agree();
    expect(await waitUntil(() => count('ENTERED') >= 2, COMES_MS)).toBe(true);
    expect(await waitUntil(() => sent().length >= 2, COMES_MS)).toBe(true);
    const everything = JSON.stringify([told(), receiver.received]);
    for (const canary of [NAME, 'Uniknama', PHONE, EMAIL]) {
      expect(everything).not.toContain(canary);
    }
    expect(await readContact()).toBeNull();
  }, 90_000);

  it('to be matched: hides the card at once, and leaves rankings, streams and pending webhooks', async () => {
    const matching = await agree();
    const before = await rank();
    const place = before.edges.findIndex(({ node }) => node !== null);
    const handle = before.edges[place].node?.handle;
    receiver.answer(500);
    const isPending = async () => {
      const [webhook] = (await employer('{ webhooks { nextAttemptAt } }')) as {
        nextAttemptAt: string | null;
      }[];
      return webhook.nextAttemptAt !== null;
    };
    await leave(matching);
    const entered = count('ENTERED');
    const again = await agree();
    // What is told of it while the consent holds is told before it ends.
    expect(await waitUntil(() => count('ENTERED') > entered, COMES_MS)).toBe(true);
    expect(await waitUntil(isPending, COMES_MS)).toBe(true);

    const toldBefore = told().length;
    const at = Date.now();
    const watch = stopwatch();
    await takeBack(again);
    receiver.answer(204);
    expect((await rank(before.snapshot.id)).edges[place]).toEqual({
      withheld: 'CONSENT_ENDED',
      node: null,
    });
    const hasLeft = async () => !(await rank()).edges.some(({ node }) => node?.handle === handle);
    expect(await waitUntil(hasLeft, COMES_MS)).toBe(true);
    expect(watch.ms()).toBeLessThan(MATCHING_ENDS_MS);
    watch.stop();
    const leaves = () =>
      told()
        .slice(toldBefore)
        .some((item) => item.change === 'LEFT');
    expect(await waitUntil(leaves, COMES_MS)).toBe(true);
    expect(
      told()
        .slice(toldBefore)
        .filter(({ card }) => card),
    ).toEqual([]);

    const isThrough = () => sent().some((one) => one.at > at && one.type === 'match.left');
    expect(await waitUntil(isThrough, 40_000)).toBe(true);
    const late = sent().filter((one) => one.at > at + SHARING_ENDS_MS);
    expect(late.filter(({ type }) => type === 'match.entered')).toEqual([]);
  }, 120_000);
});
