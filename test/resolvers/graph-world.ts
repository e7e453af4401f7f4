import 'reflect-metadata';
import { type ExecutionResult, execute, type GraphQLSchema, parse, validate } from 'graphql';
import type { DataSource, EntityManager } from 'typeorm';
import { type LogSource, LogTail, type Placed } from '../../src/changes/log-tail';
import { changeLog } from '../../src/changes/tail';
import { asActor, asActorFrozen, asActorRead } from '../../src/database/as-actor';
import { createDataSource } from '../../src/database/data-source';
import type { Lang } from '../../src/errors';
import { publishedLimits } from '../../src/limits';
import { matchLog } from '../../src/matches/match-log';
import { startPeople } from '../../src/matching/engine/start-engine';
import {
  type FactsSource,
  type FactsStore,
  openStore,
  type ReadAsSystem,
} from '../../src/matching/facts-store';
import { VacancyRecommender } from '../../src/matching/recommender';
import { ScanEngine } from '../../src/matching/scan-engine';
import type { Audience } from '../../src/resolvers/audience';
import type { Context, Portal } from '../../src/resolvers/context';
import { CursorSigner } from '../../src/resolvers/lists/cursor';
import { createLoaders } from '../../src/resolvers/loaders';
import { schemaFor } from '../../src/resolvers/project';
import { buildFullSchema } from '../../src/resolvers/schema';
import { conceptSearch } from '../../src/search/concept-search';
import { createConceptReader } from '../../src/search/resolve';
import { textReaders } from '../../src/search/term-catalogue';
import { vacancySearch } from '../../src/search/vacancy-search';
import { createServices, type ServiceDeps, type Services } from '../../src/services';
import { identityVault } from '../../src/services/identity-numbers/vault';
import { Shown } from '../../src/services/portals/shown';
import { anIdentity } from '../doubles/identity';
import { patient } from '../support/patience';
import { createTestDatabase } from '../support/test-servers';

/** The day on which these tests play. */
export const NOW = new Date('2026-11-21T01:00:00Z');

/** Everything that all audiences see, built once for a test file. */
export const fullSchema = buildFullSchema();

export interface Asking {
  audience?: Audience;
  accountId?: string;
  /** Whose API key comes with it. */
  portal?: Portal | null;
  variables?: Record<string, unknown>;
  lang?: Lang;
}

/** The schema over the real services on a database of its own, without HTTP; search and ranking without Meilisearch. */
export interface GraphWorld {
  services: Services;
  dataSource: DataSource;
  /** Connection of the service. */
  databaseUrl: string;
  /** Connection of the owner, past row level security. */
  ownerUrl: string;
  /** Runs as the service itself. */
  seed<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** Reads all facts anew for the next ranking. */
  refresh(): Promise<void>;
  /** The same of one vacancy alone, which takes no time. */
  renew(vacancyId: string): Promise<void>;
  /** What rankings are made from. */
  facts(): Promise<FactsStore>;
  ask(query: string, asking?: Asking): Promise<ExecutionResult>;
  /** The data of an answer without errors. */
  data<T>(query: string, asking?: Asking): Promise<T>;
  /** SQL statements that an operation made, without those that frame transactions. */
  statementsOf(query: string, asking?: Asking): Promise<string[]>;
  stop(): Promise<void>;
}

export async function startGraphWorld(overrides: Partial<ServiceDeps> = {}): Promise<GraphWorld> {
  const database = await createTestDatabase();
  const statements: string[] = [];
  const dataSource = await createDataSource(database.appUrl, {
    ...patient,
    logging: ['query'],
    logger: new StatementLog(statements),
  }).initialize();
  const clock = { now: () => NOW };
  let seq = 0;
  const readAsSystem: ReadAsSystem = (work) => asActorRead(dataSource, 'system', work);
  const open = async () => {
    const opened = await openStore({
      readAsSystem,
      clock,
      startPeople: (month) =>
        startPeople({ databaseUrl: database.appUrl, month }, { now: () => NOW.getTime() }),
    });
    // Nobody sequences here; facts that were read anew stand at a place of their own.
    seq += 1;
    await opened.store.apply(readAsSystem, [{ seq, aggregate: 'none', aggregateId: '' }]);
    return opened;
  };
  let opened = await open();
  const facts = { current: async () => opened.store };
  const services = createWorldServices(dataSource, facts, overrides);
  const ask = (query: string, asking: Asking = {}) => run(services, query, asking);
  return {
    services,
    dataSource,
    databaseUrl: database.appUrl,
    ownerUrl: database.migratorUrl,
    seed: (work) => asActor(dataSource, 'system', work),
    refresh: async () => {
      const previous = opened;
      opened = await open();
      await previous.started.kill();
    },
    renew: async (aggregateId) => {
      seq += 1;
      await opened.store.apply(readAsSystem, [{ seq, aggregate: 'vacancy', aggregateId }]);
    },
    facts: facts.current,
    ask,
    data: async <T>(query: string, asking?: Asking) => {
      const { data, errors } = await ask(query, asking);
      if (errors) throw errors[0]?.originalError ?? errors[0];
      return data as T;
    },
    statementsOf: async (query, asking) => {
      statements.length = 0;
      const { errors } = await ask(query, asking);
      if (errors) throw errors[0]?.originalError ?? errors[0];
      return statements.filter((sql) => !/^(START|COMMIT|select set_config)/.test(sql));
    },
    stop: async () => {
      await opened.started.kill();
      await dataSource.destroy();
      await database.drop();
    },
  };
}

/** The services of the composition root on SQL alone. */
export function createWorldServices(
  dataSource: DataSource,
  facts: FactsSource,
  overrides: Partial<ServiceDeps> = {},
): Services {
  const clock = { now: () => NOW };
  const readers = textReaders(dataSource, clock);
  return createServices({
    clock,
    manager: dataSource.manager,
    runAs: (actor, work) => asActor(dataSource, actor, work),
    readAs: (actor, work) => asActorRead(dataSource, actor, work),
    readFrozen: (actor, work) => asActorFrozen(dataSource, actor, work),
    snapshotMinutes: 0,
    readers,
    reader: createConceptReader({
      readers,
      search: conceptSearch(null, dataSource),
    }),
    search: vacancySearch(null, dataSource, clock),
    ranker: new ScanEngine(facts),
    recommender: new VacancyRecommender(facts),
    facts,
    changeTail: atRest(changeLog(dataSource)),
    matchTail: atRest(matchLog((work) => asActorRead(dataSource, 'system', work))),
    portalSecret: 'secret of this world',
    webhookTargets: { isLoopbackAllowed: false },
    identity: anIdentity(),
    identityVault: identityVault('k'.repeat(32)),
    erasureLog: { append: async () => undefined },
    about: {
      version: '0.0.0',
      algorithmVersion: 'test',
      limits: publishedLimits,
      isDemo: true,
      isDegraded: () => true,
    },
    ...overrides,
  });
}

/** A tail that nobody keeps reading: enough for who polls. */
const atRest = <E extends Placed>(log: LogSource<E>) =>
  new LogTail(log, { on: () => undefined }, () => undefined);

class StatementLog {
  constructor(private readonly statements: string[]) {}
  logQuery(query: string) {
    this.statements.push(query);
  }
  logQueryError() {}
  logQuerySlow() {}
  logSchemaBuild() {}
  logMigration() {}
  log() {}
}

async function run(services: Services, query: string, asking: Asking): Promise<ExecutionResult> {
  const { audience = asking.accountId ? 'employer' : 'public' } = asking;
  const schema = schemaOf(audience);
  const document = parse(query);
  const faults = validate(schema, document);
  if (faults.length > 0) return { errors: faults };
  const contextValue = contextFor(services, { ...asking, audience });
  return execute({ schema, document, contextValue, variableValues: asking.variables });
}

export const schemaOf = (audience: Audience): GraphQLSchema => schemaFor(audience, fullSchema);

export function contextFor(
  services: Services,
  {
    audience = 'employer',
    accountId,
    portal = null,
    lang = 'ID',
    signal,
  }: Asking & { signal?: AbortSignal },
): Context {
  const viewer = accountId ? { accountId } : null;
  return {
    viewer,
    enrolling: null,
    portal,
    caller: '127.0.0.1',
    origin: 'https://kerja.example',
    audience,
    lang,
    requestId: 'test',
    shown: new Shown(),
    signal: signal ?? new AbortController().signal,
    cursors: new CursorSigner('secret', viewer?.accountId ?? 'public'),
    services,
    loaders: createLoaders(services, viewer),
  };
}
