import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { WebSocket } from 'ws';
import { appendOutbox } from '../../src/changes/outbox';
import { asActor } from '../../src/database/as-actor';
import { createDataSource } from '../../src/database/data-source';
import { waitUntil } from '../../src/embedded/processes';
import type { Account, Candidate } from '../../src/entities';
import type { CodeMessage } from '../../src/identity/delivery/delivery';
import { createLogger } from '../../src/logging/logger';
import { encodeNodeId } from '../../src/resolvers/node-id';
import {
  aCandidate,
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
import { aPdf } from '../resumes/files';
import { findInDatabase } from '../support/catalogue';
import { startTestApp, type TestApp } from '../support/test-app';
import { currentTestHome } from '../support/test-home';
import { type Receiver, startReceiver } from '../webhooks/receiver';
import {
  allowedColumns,
  canary,
  logFields,
  metricLabels,
  misplaced,
  traces,
  tracesIn,
} from './canaries';
import { filesWith, readDocuments, readPages } from './where-to-look';

jest.setTimeout(120_000);

const COMES_MS = 30_000;
const INDEX_GONE_MS = 60_000;

const lines: string[] = [];
const sent: CodeMessage[] = [];
/** Everything that anybody but the person was told, but for the two answers that may tell. */
const told: string[] = [];
let app: TestApp;
let receiver: Receiver;
let owner: Client;
let socket: MatchSocket;
/** Of an employer with whom the person has nothing to do. */
let foreignSocket: MatchSocket;
let people: {
  boss: Account;
  rival: Account;
  stranger: Account;
  officer: Account;
  auditor: Account;
};
let vacancyId: string;
let personToken: string;

beforeAll(async () => {
  const log = createLogger('trace', { write: (line: string) => void lines.push(line) });
  app = await startTestApp({}, { identity: anIdentity(sent), log }, { WEBHOOKS_TO_LOOPBACK: 'on' });
  receiver = await startReceiver();
  owner = new Client(app.ownerUrl);
  await owner.connect();
  await seed();
});

afterAll(async () => {
  socket?.leave();
  foreignSocket?.leave();
  await owner.end();
  await receiver.stop();
  await app.stop();
});

/** An employer whose vacancy the person will fit, and everybody who must not learn who the person is. */
async function seed(): Promise<void> {
  const dataSource = await createDataSource(app.databaseUrl).initialize();
  await asActor(dataSource, 'system', async (manager) => {
    const { employer, account: boss } = await anEmployerWithOwner(manager);
    const { account: rival } = await anEmployerWithOwner(manager);
    const stranger = await anAccount(manager);
    await aCandidate(manager, { accountId: stranger.id, competencies: [holds('patroli')] });
    const officer = await anOfficer(manager);
    const auditor = await anOfficer(manager, { role: 'AUDITOR' });
    people = { boss, rival, stranger, officer, auditor };
    const vacancy = await aVacancy(manager, {
      ...{ employerId: employer.id, requirements: [must('patroli')] },
      validThrough: new Date(Date.now() + 30 * 86_400_000),
    });
    vacancyId = encodeNodeId('Vacancy', vacancy.id);
    await appendOutbox(manager, [
      { aggregate: 'employer', aggregateId: employer.id, kind: 'employer.created', version: 1 },
      { aggregate: 'vacancy', aggregateId: vacancy.id, kind: 'vacancy.published', version: 1 },
    ]);
  });
  await dataSource.destroy();
}

async function post(where: string, body: string, token: string | null): Promise<string> {
  const response = await fetch(`${app.address}${where}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': `${canary.name}, en`,
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body,
  });
  return await response.text();
}

/** Asks as somebody else than the person; whatever comes is kept. */
async function askAs<T>(
  who: Account | null,
  audience: string,
  query: string,
  variables = {},
): Promise<T> {
  const answer = await readAs<T>(who, audience, query, variables);
  told.push(JSON.stringify(answer));
  return answer;
}

async function readAs<T>(
  who: Account | null,
  audience: string,
  query: string,
  variables = {},
): Promise<T> {
  const token = who && (await app.token(who.subject));
  const where = audience === 'public' ? '/graphql' : `/graphql/${audience}`;
  const { data, errors } = JSON.parse(
    await post(where, JSON.stringify({ query, variables }), token),
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

let attempts = 0;
/** A step of the person's own. */
async function step<T = Record<string, never>>(
  name: string,
  input: object,
  selection = '',
  more = '',
): Promise<T> {
  attempts += 1;
  const type =
    name === 'setDisabilityProfile'
      ? 'DisabilityProfile'
      : `${name[0].toUpperCase()}${name.slice(1)}`;
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input ${more}) { ${selection} userErrors { code path } } }`;
  const variables = { input: { clientMutationId: `step ${attempts}`, ...input } };
  const body = JSON.stringify({ query, variables });
  const { data, errors } = JSON.parse(await post('/graphql/candidate', body, personToken));
  if (errors) throw new Error(JSON.stringify(errors));
  expect(data[name].userErrors).toEqual([]);
  return data[name];
}

async function signIn(): Promise<void> {
  const ask = async (query: string) =>
    JSON.parse(await post('/graphql/candidate', JSON.stringify({ query }), null)).data;
  await ask(`mutation { requestSignInCode(address: "${canary.phone}") { expiresAt } }`);
  const { signIn } = await ask(
    `mutation { signIn(address: "${canary.phone}", code: "${sent.at(-1)?.code}") { session { accessToken } } }`,
  );
  personToken = signIn.session.accessToken;
}

async function handIn(file: Buffer): Promise<string> {
  const response = await fetch(`${app.address}/candidate/resume`, {
    method: 'POST',
    headers: { 'content-type': 'application/pdf', authorization: `Bearer ${personToken}` },
    body: new Uint8Array(file),
  });
  return await response.text();
}

/** A socket that says odd things; what it was told, and why it was closed. */
async function misuseSocket(...messages: unknown[]): Promise<string> {
  const heard: string[] = [];
  const bad = new WebSocket(`${app.address.replace('http', 'ws')}/graphql/candidate`, [
    'graphql-transport-ws',
  ]);
  const closed = new Promise<void>((resolve) => {
    bad.once('close', (code, reason) => {
      heard.push(`${code} ${reason}`);
      resolve();
    });
  });
  bad.on('message', (data) => heard.push(String(data)));
  bad.once('open', () => {
    for (const message of messages) bad.send(JSON.stringify(message));
  });
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 2_000))]);
  bad.terminate();
  return heard.join('\n');
}

const person = async (): Promise<Candidate> =>
  (await owner.query('SELECT * FROM candidates WHERE full_name = $1', [canary.name])).rows[0];

async function register(): Promise<void> {
  await signIn();
  const profile = {
    ...{ fullName: canary.name, phone: canary.phone, email: canary.email },
    ...{ birthDate: canary.birthDate, gender: 'FEMALE', regionCode: '72.71.01', education: 'SMA' },
    expectedWage: '3500000',
  };
  await step('registerCandidate', { profile }, 'me { version }', ', consentTextVersion: "1"');
  await owner.query('UPDATE candidates SET address = $1 WHERE full_name = $2', [
    canary.address,
    canary.name,
  ]);
  await step('setIdentityNumber', { identityNumber: canary.nik });
  expect(await handIn(aPdf(canary.resume))).toContain('las listrik');
  await handIn(Buffer.from(`%PDF-1.4 ${canary.resume}`));
  await handIn(Buffer.from(canary.resume));
  const items = [{ competencyId: encodeNodeId('Competency', 'patroli'), level: 'EXPERT' }];
  const { me } = await step<{ me: { version: number } }>(
    'confirmCompetencies',
    { items },
    'me { version }',
  );
  await step('replaceWorkExperiences', {
    expectedVersion: me.version,
    workExperiences: [
      {
        ...{ title: canary.title, employerName: canary.formerEmployer, from: '2015-01-01' },
        occupationId: encodeNodeId('Occupation', 'satpam-security'),
      },
    ],
  });
  await step('setDisabilityProfile', { kinds: ['SENSORY'], accommodations: [] });
}

const RANKED = `query ($id: ID!, $snapshot: ID) { vacancy(id: $id) { rankedCandidates(first: 100, snapshot: $snapshot) {
  snapshot { id } edges { rank scoreBp verdict withheld
    node { handle availability distance education experience occupation competencies { held: __typename } }
    match { explanation scoreBp verdict factors { contributionBp } eligibility { result reason } } } } } }`;
const EVENTS = `eventId cursor kind cause rank handle card { handle education experience distance }
  match { explanation verdict } vacancy { title }`;

/** What the employer does with somebody whom it does not know. */
async function employerWorks(): Promise<void> {
  const { boss } = people;
  await askAs(
    boss,
    'employer',
    `mutation { createWebhook(input: { clientMutationId: "w", url: "${receiver.url}" }) {
    webhook { id } userErrors { code } } }`,
  );
  const follow = async (who: Account) =>
    new MatchSocket(
      { url: app.address } as SampleServer,
      await app.token(who.subject),
      EVENTS.replace('cursor', 'cursor change: cause').replace('kind cause', 'moved: kind'),
    ).follow();
  socket = await follow(boss);
  foreignSocket = await follow(people.rival);
  await askAs(
    boss,
    'employer',
    'mutation { saveSearch(input: { clientMutationId: "s", name: "Satpam" }) { userErrors { code } } }',
  );
}

const receivedTypes = () => receiver.received.map(({ body }) => JSON.parse(body).type as string);

interface Ranking {
  vacancy: {
    rankedCandidates: { snapshot: { id: string }; edges: { node: { handle: string } | null }[] };
  };
}

it('a whole life leaves what a person told in the database alone, and there in the columns made for it', async () => {
  const { boss, rival, stranger, officer, auditor } = people;
  await employerWorks();
  await register();
  const { id } = await person();

  // Matched: rankings, an event on the socket, a webhook, a snapshot that is sealed.
  const isTold = () => socket.told.some(({ kind }) => kind === 'MatchEvent');
  expect(await waitUntil(isTold, COMES_MS)).toBe(true);
  const isSent = await waitUntil(() => receivedTypes().length > 0, COMES_MS);
  expect(isSent).toBe(true);
  const ranking = await askAs<Ranking>(boss, 'employer', RANKED, { id: vacancyId });
  const { snapshot, edges } = ranking.vacancy.rankedCandidates;
  await askAs(boss, 'employer', RANKED, { id: vacancyId, snapshot: snapshot.id });
  await askAs(
    boss,
    'employer',
    `mutation ($id: ID!) { sealRanking(vacancyId: $id) { __typename } }`,
    { id: vacancyId },
  );
  await askAs(boss, 'employer', `{ matchEvents(first: 100) { edges { node { ${EVENTS} } } } }`);
  const handles = edges.flatMap(({ node }) => node?.handle ?? []);
  const { rows } = await owner.query(
    'SELECT handle FROM candidate_handles WHERE candidate_id = $1',
    [id],
  );
  expect(handles).toContain(rows[0].handle);
  await askAs(
    boss,
    'employer',
    `query ($id: ID!, $h: [ID!]!) { compareCandidates(vacancyId: $id, handles: $h) {
    card { handle } match { explanation } } }`,
    { id: vacancyId, h: [rows[0].handle] },
  );

  // Invited, agreed, read: the one answer of an employer that may tell, and does.
  await askAs(
    boss,
    'employer',
    `mutation ($input: InviteCandidateInput!) { inviteCandidate(input: $input) {
    invitation { id state } userErrors { code } } }`,
    {
      input: {
        clientMutationId: 'i',
        vacancyId,
        handle: rows[0].handle,
        message: 'Silakan melamar.',
      },
    },
  );
  const share = [{ purpose: 'SHARE_WITH_EMPLOYER', textVersion: '1' }];
  await step('apply', { vacancyId, share, message: canary.message });
  const CONTACT = `query ($id: ID!) { vacancyApplications(vacancyId: $id) { edges { node { id state handle history { state }
    contact { name phone email message experiences { title employerName } } } } } }`;
  const contact = JSON.stringify(await readAs(boss, 'employer', CONTACT, { id: vacancyId }));
  expect(tracesIn(contact)).toEqual(
    expect.arrayContaining([canary.name, canary.email, canary.title]),
  );
  expect(tracesIn(contact)).not.toContain(canary.birthDate);

  // The office: the number is told once, to whom says why; lists and the audit log tell none of it.
  const REVEAL = `mutation ($input: RevealIdentityNumberInput!) { revealIdentityNumber(input: $input) { identityNumber } }`;
  const input = {
    clientMutationId: 'r',
    candidateId: encodeNodeId('Candidate', id),
    purpose: 'IDENTITY_CHECK',
  };
  expect(JSON.stringify(await readAs(officer, 'office', REVEAL, { input }))).toContain(canary.nik);
  await askAs(
    officer,
    'office',
    '{ sharedIdentityNumbers { identityNumberMasked } unresolvedTerms { edges { node { term } } } }',
  );
  await askAs(
    auditor,
    'office',
    '{ auditLog(first: 100) { edges { node { actor action subjectId detail { __typename } } } } }',
  );

  // Officers find and read the person, who objects; what was looked for stands nowhere.
  for (const text of [canary.nik, canary.phone, canary.email, canary.name]) {
    const found = await readAs(
      officer,
      'office',
      'query ($text: String!) { candidates(text: $text, purpose: COUNTER_SERVICE) { __typename id } }',
      { text },
    );
    expect(JSON.stringify(found)).toContain(input.candidateId);
  }
  const RECORD = `query ($id: ID!) { candidate(id: $id, purpose: COUNTER_SERVICE) { email address } }`;
  const record = JSON.stringify(await readAs(officer, 'office', RECORD, { id: input.candidateId }));
  expect(tracesIn(record)).toContain(canary.address);
  await step('objectToMatch', { vacancyId, reason: canary.objection });

  // The person reads everything of the own, which goes to nobody else.
  await step('exportMyData', { format: 'JSON' }, 'content');
  await step('exportMyData', { format: 'JSON_RESUME' }, 'content');

  // Everybody else.
  await askAs(
    null,
    'public',
    '{ vacancies(first: 100) { edges { node { title } } } rankingLog(first: 100) { edges { node { root } } } }',
  );
  await askAs(
    null,
    'public',
    'query ($t: String!) { matchMe(text: $t, first: 3) { eligible matches { match { verdict } } } }',
    {
      t: 'saya bisa patroli',
    },
  );
  await askAs(
    stranger,
    'candidate',
    '{ me { fullName } consents { totalCount } disclosures { edges { node { purpose } } } }',
  );
  await expect(askAs(rival, 'employer', CONTACT, { id: vacancyId })).rejects.toThrow();

  // Where it does not belong it is refused, and not repeated.
  for (const [what, body] of Object.entries(misplaced)) {
    for (const [where, token] of [
      ['/graphql/candidate', personToken],
      ['/graphql', null],
    ] as const) {
      expect([what, tracesIn(await post(where, body, token))]).toEqual([what, []]);
    }
  }
  for (const where of [
    `/candidate/${canary.nik}?nik=${canary.nik}`,
    `/vacancies/${canary.nik}`,
    `/receipt?x=${canary.nik}`,
  ]) {
    const response = await fetch(`${app.address}${where}`, {
      headers: {
        authorization: canary.nik,
        'x-request-id': canary.nik,
        cookie: `nik=${canary.nik}`,
      },
    });
    expect([where, tracesIn(await response.text())]).toEqual([where, []]);
  }
  const init = { type: 'connection_init', payload: { authorization: `Bearer ${personToken}` } };
  for (const messages of [
    [{ type: 'connection_init', payload: { authorization: canary.nik } }],
    [{ type: canary.name }],
    [init, { id: canary.nik, type: 'subscribe', payload: { query: `{ me { ${canary.nik} } }` } }],
  ]) {
    // The client's own id of an operation is how it knows the answer.
    const heard = (await misuseSocket(...messages)).replaceAll(`"id":"${canary.nik}"`, '');
    expect(tracesIn(heard)).toEqual([]);
  }

  // Nowhere but in the database.
  const isIndexed = async () =>
    (await owner.query('SELECT FROM consumer_cursors c WHERE seq >= (SELECT max(seq) FROM outbox)'))
      .rowCount !== 0;
  expect(await waitUntil(isIndexed, COMES_MS)).toBe(true);
  const metrics = await (await fetch(`${app.address}/metrics`)).text();
  expect(metrics).toContain('padan_http_requests_total');
  const places = {
    log: lines.join(''),
    metrics,
    webhooks: JSON.stringify(receiver.received),
    socket: JSON.stringify(socket.told),
    pages: await readPages(app),
    answers: told.join('\n'),
    search: await readDocuments(app),
  };
  expect(foreignSocket.ranks).toEqual([]);
  for (const [place, content] of Object.entries(places)) {
    expect(content.length).toBeGreaterThan(100);
    expect([place, tracesIn(content)]).toEqual([place, []]);
  }
  expect(
    [...new Set(lines.flatMap((line) => Object.keys(JSON.parse(line))))].filter(
      (key) => !logFields.includes(key),
    ),
  ).toEqual([]);
  const labels = [...metrics.matchAll(/[{,](\w+)="/g)].map(([, label]) => label);
  expect([...new Set(labels)].filter((label) => !metricLabels.includes(label))).toEqual([]);
  expect(filesWith(app.home)).toEqual([]);
  const searchFolder = path.join(currentTestHome(), 'meilisearch');
  expect(filesWith(searchFolder)).toEqual([]);
  // What is indexed is found in these files.
  const isOnDisk = () => filesWith(searchFolder, ['Menjaga keamanan gedung']).length > 0;
  expect(await waitUntil(isOnDisk, COMES_MS)).toBe(true);
  const found = await findInDatabase(owner, traces);
  expect(found.filter((column) => !allowedColumns.includes(column))).toEqual([]);
  expect(found).toEqual([...allowedColumns]);
  expect(await findInDatabase(owner, [canary.nik])).toEqual([]);

  // What PostgreSQL refuses it would write down with the values that it refused.
  await expect(owner.query('SELECT $1::uuid', [canary.name])).rejects.toThrow(canary.name);
  await expect(owner.query(`SELECT '${canary.nik}'::date`)).rejects.toThrow(canary.nik);
  const taken = 'INSERT INTO candidates SELECT * FROM candidates WHERE full_name = $1';
  await expect(owner.query(taken, [canary.name])).rejects.toThrow('duplicate key');
  for (const file of ['postgres.log', 'meilisearch.log']) {
    const text = readFileSync(path.join(currentTestHome(), file), 'utf8');
    expect([file, tracesIn(text)]).toEqual([file, []]);
  }

  // And afterwards nowhere.
  await step('eraseMe', { confirm: 'HAPUS' }, 'erasedAt');
  expect(await findInDatabase(owner, traces)).toEqual([]);
  const isGone = async () =>
    (await owner.query('SELECT FROM matches WHERE candidate_id = $1', [id])).rowCount === 0;
  expect(await waitUntil(isGone, INDEX_GONE_MS)).toBe(true);
  expect(tracesIn(lines.join(''))).toEqual([]);
  expect(filesWith(app.home)).toEqual([]);
});
