import 'reflect-metadata';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import type { MatchLineFragment } from '../../examples/recruiter/generated/operations';
import { printMatch } from '../../examples/recruiter/print-match';
import { appendOutbox } from '../../src/changes/outbox';
import { asActor, asActorRead } from '../../src/database/as-actor';
import { createDataSource } from '../../src/database/data-source';
import { addDemoCandidate } from '../../src/demo';
import { waitUntil } from '../../src/embedded/processes';
import { Candidate, ConsumerCursor } from '../../src/entities';
import { MATCH_CONSUMER } from '../../src/matches/run-matcher';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { query } from '../http/client';
import { patient } from '../support/patience';
import { startTestApp, type TestApp } from '../support/test-app';
import { type Line, layLine, type RecruiterProgram, startRecruiter } from './recruiter-program';

jest.setTimeout(300_000);

/** Those that run, to be stopped whatever happens. */
const programs: RecruiterProgram[] = [];
afterEach(() => {
  for (const program of programs.splice(0)) program.kill('SIGKILL');
});

const RECRUITER = 'demo-employer-1';
const LIMIT_MS = 60_000;

let app: TestApp;
let dataSource: DataSource;
let line: Line;
let folder: string;
let token: string;
let vacancyId: string;

beforeAll(async () => {
  app = await startTestApp();
  dataSource = await createDataSource(app.databaseUrl, patient).initialize();
  line = await layLine(app.address);
  folder = mkdtempSync(path.join(tmpdir(), 'recruiter-'));
  token = await app.token(RECRUITER);
  [{ id: vacancyId }] = await asActorRead(dataSource, 'system', (manager) =>
    manager.query(
      `SELECT v.id FROM vacancies v JOIN memberships m USING (employer_id)
       JOIN accounts a ON a.id = m.account_id
       WHERE a.subject = $1 AND v.state = 'PUBLISHED' ORDER BY v.number LIMIT 1`,
      [RECRUITER],
    ),
  );
  // The first lists are made without a word.
  await until(() =>
    asActorRead(dataSource, 'system', (manager) =>
      manager.existsBy(ConsumerCursor, { name: MATCH_CONSUMER }),
    ),
  );
});

afterAll(async () => {
  line.close();
  await dataSource.destroy();
  await app.stop();
  rmSync(folder, { recursive: true });
});

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  if (!(await waitUntil(condition, LIMIT_MS))) throw new Error('It did not become true');
}

function run(credential: string, address: string, stateFile: string): RecruiterProgram {
  const program = startRecruiter(credential, '--address', address, '--state', stateFile);
  programs.push(program);
  return program;
}

/** Somebody new who fits the vacancy. */
async function addPerson(): Promise<string> {
  const { candidateId } = await addDemoCandidate(dataSource, {
    environment: 'test',
    now: new Date(),
    vacancyId,
  });
  return candidateId;
}

const withdrawConsent = (id: string) =>
  asActor(dataSource, 'system', async (manager) => {
    await manager.update(Candidate, { id }, { matchingConsentAt: null });
    await appendOutbox(manager, [
      { aggregate: 'candidate', aggregateId: id, kind: 'candidate.consent_withdrawn', version: 2 },
    ]);
  });

const EVENTS = `query ($after: String) {
  matchEvents(after: $after, first: 100, minVerdict: STRETCH) {
    pageInfo { hasNextPage }
    edges { node {
      cursor at kind cause vacancy { id title } handle rank scoreBp verdict entered risen left
    } }
  }
}`;

type ToldEvent = Omit<MatchLineFragment, 'card'> & { vacancy: { id: string } };

interface Events {
  pageInfo: { hasNextPage: boolean };
  edges: { node: ToldEvent }[];
}

/** What the service has told since a cursor. */
async function eventsSince(after: string): Promise<ToldEvent[]> {
  const headers = { authorization: `Bearer ${token}` };
  const { body } = await query(`${app.address}/graphql/employer`, EVENTS, { after }, headers);
  const { edges, pageInfo } = (body.data as { matchEvents: Events }).matchEvents;
  expect(pageInfo.hasNextPage).toBe(false);
  return edges.map(({ node }) => node);
}

/** Somebody new on the list of the vacancy. */
const isEntry = ({ kind, cause, vacancy }: ToldEvent) =>
  kind === 'ENTERED' && cause === 'NEW_PERSON' && vacancy.id === encodeNodeId('Vacancy', vacancyId);

describe('examples/recruiter', () => {
  it('tells every match once, in order, over lost connections and restarts', async () => {
    const stateFile = path.join(folder, 'cursor');
    const start = () => run(token, line.address, stateFile);
    const readCursor = () => readFileSync(stateFile, 'utf8').trim();
    const printed = () => programs.flatMap((program) => program.lines());

    const first = start();
    await until(() => existsSync(stateFile));
    const beginning = readCursor();
    /** So many people entered, and all that the service tells was printed and is behind the cursor. */
    const allIsRead = (people: number) =>
      until(async () => {
        const events = await eventsSince(beginning);
        if (events.filter(isEntry).length < people || printed().length < events.length)
          return false;
        return (await eventsSince(readCursor())).length === 0;
      });

    await addPerson();
    const leaver = await addPerson();
    await allIsRead(2);

    line.cut();
    await until(() => first.notices().includes('lost (1006'));
    await addPerson();
    await withdrawConsent(leaver);
    line.mend();
    await until(() => first.lines().some((text) => text.includes('left (no longer looks')));
    await allIsRead(3);

    first.kill('SIGTERM');
    expect(await first.exitCode).toBe(0);
    await addPerson();
    const second = start();
    await allIsRead(4);
    expect(second.notices()).toContain('since the last one');

    second.kill('SIGKILL');
    await second.exitCode;
    await addPerson();
    const third = start();
    await allIsRead(5);
    third.kill('SIGTERM');
    expect(await third.exitCode).toBe(0);

    // Without the cards, which are as of now.
    const events = await eventsSince(beginning);
    const expected = events.map((event) => printMatch({ ...event, card: null }, 'UTC'));
    expect(printed().map((text, at) => text.slice(0, expected[at]?.length))).toEqual(expected);
    // What fewer than five people have in common is not on the card.
    expect(printed()[0]).toMatch(/ {2}[0-9a-f]{20}( {2}|$)/);
    const card = {
      experience: 'Y1_3',
      education: null,
      distance: 'KM_5',
      availability: null,
    } as const;
    const [event] = events;
    expect(event && printMatch({ ...event, card })).toMatch(/ {2}1–3 years, within 5 km$/);
  });

  it('says that matches may be missing when its cursor is unknown', async () => {
    const stateFile = path.join(folder, 'unknown');
    writeFileSync(stateFile, 'of another service');
    const program = run(token, app.address, stateFile);
    await until(() => program.notices().includes('Matches may be missing (UNKNOWN)'));
    await until(() => !readFileSync(stateFile, 'utf8').startsWith('of another'));
    program.kill('SIGTERM');
    expect(await program.exitCode).toBe(0);
  });

  it('ends with code 2 when the token does not hold', async () => {
    const program = run('none', app.address, path.join(folder, 'none'));
    expect(await program.exitCode).toBe(2);
    expect(program.notices()).toContain('The token is not valid or has expired');
  });
});
