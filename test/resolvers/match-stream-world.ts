import { type ExecutionResult, parse } from 'graphql';
import type { EntityManager } from 'typeorm';
import { LogTail } from '../../src/changes/log-tail';
import { Notices } from '../../src/changes/notices';
import { asActor, asActorRead } from '../../src/database/as-actor';
import type { Vacancy } from '../../src/entities';
import { subscribeFresh } from '../../src/http/sockets/subscribe';
import type { NewMatchEvent } from '../../src/matches/match-event';
import { appendMatchEvents } from '../../src/matches/match-event-rows';
import { type MatchTail, matchLog } from '../../src/matches/match-log';
import { startPeople } from '../../src/matching/engine/start-engine';
import { openStore } from '../../src/matching/facts-store';
import type { Audience } from '../../src/resolvers/audience';
import type { Services } from '../../src/services';
import { anEvent } from '../builders';
import { startStream, type TestStream } from '../changes/stream';
import { contextFor, createWorldServices, NOW, schemaOf } from './graph-world';

/** An operation that goes on. */
export interface Following {
  /** The data of the next item; waits long, not for ever. Errors: what the item has. */
  next<T>(): Promise<T>;
  /** The next answer as it is; undefined at the end. */
  nextAnswer(): Promise<ExecutionResult | undefined>;
  leave(): void;
}

/** The services over a database of its own, with the streams that clients follow. */
export interface MatchStreamWorld {
  readonly stream: TestStream;
  readonly services: Services;
  readonly matchTail: MatchTail;
  seed<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** Writes events as the matcher does. */
  append(...events: NewMatchEvent[]): Promise<void>;
  follow(
    query: string,
    asking: { accountId?: string; audience?: Audience },
    variables?: Record<string, unknown>,
  ): Promise<Following>;
  /** The services of another process on the same database. */
  anotherInstance(): Services;
  stop(): Promise<void>;
}

/** Somebody enters a vacancy's list. */
export const anEntry = (
  { id, employerId }: Pick<Vacancy, 'id' | 'employerId'>,
  values: Partial<NewMatchEvent> = {},
): NewMatchEvent => anEvent({ employerId, vacancyId: id, candidateId: null, ...values });

const LONGEST_WAIT_MS = 30_000;

/** `populate` = the people of whom the engine knows from the start. */
export async function startMatchStreamWorld(
  populate: (manager: EntityManager) => Promise<unknown> = async () => undefined,
): Promise<MatchStreamWorld> {
  const stream = await startStream();
  const { dataSource, databaseUrl, signal, errors, onError, tail } = stream;
  const clock = { now: () => NOW };
  await asActor(dataSource, 'system', populate);
  const opened = await openStore({
    readAsSystem: (work) => asActorRead(dataSource, 'system', work),
    clock,
    startPeople: (month) => startPeople({ databaseUrl, month }, { now: () => NOW.getTime() }),
  });
  const facts = { current: async () => opened.store };
  const createInstance = () => {
    const notices = new Notices({ databaseUrl, onError });
    const log = matchLog((work) => asActorRead(dataSource, 'system', work));
    const matchTail = new LogTail(log, notices, onError);
    stream.background(notices.run(signal));
    stream.background(matchTail.run(signal));
    return {
      matchTail,
      services: createWorldServices(dataSource, facts, { matchTail, changeTail: tail }),
    };
  };
  const { matchTail, services } = createInstance();
  const seed: MatchStreamWorld['seed'] = (work) => asActor(dataSource, 'system', work);
  return {
    stream,
    services,
    matchTail,
    seed,
    append: (...events) => seed((manager) => appendMatchEvents(manager, events)),
    follow: (query, asking, variables) => follow(services, query, asking, variables),
    anotherInstance: () => createInstance().services,
    stop: async () => {
      await opened.started.kill();
      await stream.stop();
      expect(errors).toEqual([]);
    },
  };
}

async function follow(
  services: Services,
  query: string,
  { accountId, audience = 'employer' }: Parameters<MatchStreamWorld['follow']>[1],
  variableValues: Record<string, unknown> = {},
): Promise<Following> {
  const controller = new AbortController();
  const createContext = (signal: AbortSignal) =>
    contextFor(services, { audience, accountId, signal });
  const answer = await subscribeFresh({
    schema: schemaOf(audience),
    document: parse(query),
    variableValues,
    controller,
    contextValue: createContext(controller.signal),
    createContext,
  });
  if (!(Symbol.asyncIterator in answer)) throw answer.errors?.[0]?.originalError;
  const nextAnswer = async () => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('Nothing comes')), LONGEST_WAIT_MS);
    });
    const { value } = await Promise.race([answer.next(), late]).finally(() => clearTimeout(timer));
    return value as ExecutionResult | undefined;
  };
  return {
    nextAnswer,
    next: async <T>() => {
      const { data, errors } = (await nextAnswer()) ?? {};
      if (errors) throw errors[0]?.originalError ?? errors[0];
      return Object.values(data ?? {})[0] as T;
    },
    leave: () => controller.abort(),
  };
}
