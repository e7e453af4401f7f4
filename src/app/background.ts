import { setMaxListeners } from 'node:events';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { runAuditSealer } from '../audit/seal-audit';
import { LogTail } from '../changes/log-tail';
import { Notices } from '../changes/notices';
import { runSequencer } from '../changes/sequencer';
import { changeLog, type Tail } from '../changes/tail';
import type { Clock } from '../clock';
import { type MatchTail, matchLog } from '../matches/match-log';
import { MATCH_CONSUMER, runMatcher } from '../matches/run-matcher';
import type { BootProgress } from '../matching/engine/messages';
import { startPeople } from '../matching/engine/start-engine';
import { FactsFeed } from '../matching/facts-feed';
import type { SearchClient } from '../search/client';
import { runFeeder, SEARCH_CONSUMER } from '../search/feeder';
import { readAsSystem } from '../search/index-rows';

export interface BackgroundDeps {
  dataSource: DataSource;
  databaseUrl: string;
  /** Null = no search server. */
  client: SearchClient | null;
  clock: Clock;
  log: Logger;
}

/** What follows the changes of the database, beside the requests. */
export interface Background {
  tail: Tail;
  facts: FactsFeed;
  matchTail: MatchTail;
  /** Names of the consumers of the changes that run here. */
  consumers: readonly string[];
  /** Whether this process knows that the indexes hold all but the newest changes. */
  isIndexReady(): boolean;
  stop(): Promise<void>;
}

/** Starts sequencer, audit sealer, tail, facts and index feeder; they survive lost connections and end with `stop`. */
export function startBackground(deps: BackgroundDeps): Background {
  const { dataSource, databaseUrl, client, clock, log } = deps;
  const ending = new AbortController();
  const { signal } = ending;
  // All that runs here waits for it, each with a listener or two.
  setMaxListeners(0, signal);
  const onError = (error: unknown) => {
    if (!signal.aborted) log.warn({ err: error }, 'Background work failed; it is tried again');
  };
  let isReady = false;
  const notices = new Notices({ databaseUrl, onError });
  const tail = new LogTail(changeLog(dataSource), notices, onError);
  const facts = peopleFeed(deps, tail, { signal, onError });
  const matchTail = new LogTail(
    matchLog((work) => readAsSystem(dataSource, work)),
    notices,
    onError,
  );
  const running = [
    runSequencer({ databaseUrl, signal, onError }),
    runAuditSealer({ databaseUrl, signal, onError }),
    notices.run(signal),
    tail.run(signal),
    facts.run(),
    matchTail.run(signal),
    runMatcher({ dataSource, databaseUrl, tail, facts, clock, signal, onError }),
    client === null
      ? Promise.resolve()
      : runFeeder({
          client,
          dataSource,
          databaseUrl,
          tail,
          signal,
          onError,
          onReady: () => {
            isReady = true;
          },
          onBehind: () => {
            isReady = false;
          },
        }),
  ];
  return {
    tail,
    facts,
    matchTail,
    consumers: client === null ? [MATCH_CONSUMER] : [MATCH_CONSUMER, SEARCH_CONSUMER],
    isIndexReady: () => isReady,
    stop: async () => {
      ending.abort();
      await Promise.allSettled(running);
    },
  };
}

/** Everybody's facts, read at the start and kept up with the changes. */
function peopleFeed(
  { dataSource, databaseUrl, clock, log }: BackgroundDeps,
  feed: Tail,
  { signal, onError }: { signal: AbortSignal; onError: (error: unknown) => void },
): FactsFeed {
  const onProgress = (progress: BootProgress) => log.info(progress, 'Reading people');
  return new FactsFeed({
    readAsSystem: (work) => readAsSystem(dataSource, work),
    startPeople: async (month) => {
      const options = { now: () => clock.now().getTime(), onProgress, signal };
      const started = await startPeople({ databaseUrl, month }, options);
      const { people, seconds, seq } = started.report;
      log.info({ people, seconds, seq }, 'Everybody is read');
      return started;
    },
    ...{ feed, clock, signal, onError },
  });
}
