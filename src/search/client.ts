import {
  type Config,
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
} from 'meilisearch';
import { CircuitBreaker, CircuitOpenError } from './circuit-breaker';

/** A reader waits this long for an answer; the fallback has to fit below 500 ms at p95 (RELIABILITY R7). */
const READ_LIMIT_MS = 400;
/** Large batches of documents take their time. */
const WRITE_LIMIT_MS = 30_000;
/** Three slow readers at the limit above open the circuit well within the 2 s of R7. */
const FAILURE_LIMIT = 3;
/** With the probe's own limit, the circuit closes well within the 5 s of R7. */
const PROBE_EVERY_MS = 1_000;

/** The server takes too long over the tasks it accepted. */
export class SearchBusyError extends Error {
  override name = 'SearchBusyError';
}

export interface SearchServer {
  url: string;
  key: string | null;
}

export interface SearchOptions {
  /** Before every index name, so that tests and installations can share a server. */
  indexPrefix?: string;
  /** Unit: ms. */
  readLimitMs?: number;
  /** Called whenever a reader has to fall back. */
  onOutage?: () => void;
}

/** The search server as the service uses it: quick guarded reads, patient writes, names with a prefix. */
export class SearchClient {
  readonly writer: Meilisearch;
  readonly breaker: CircuitBreaker;
  private readonly reader: Meilisearch;
  private readonly indexPrefix: string;

  constructor(
    server: SearchServer,
    { indexPrefix = '', readLimitMs = READ_LIMIT_MS, onOutage }: SearchOptions = {},
  ) {
    this.indexPrefix = indexPrefix;
    const config: Config = {
      host: server.url,
      apiKey: server.key ?? undefined,
      // Without it the server's compressed answers wait some 40 ms for more bytes.
      requestInit: { headers: { 'accept-encoding': 'identity' } },
    };
    this.reader = new Meilisearch({ ...config, timeout: readLimitMs });
    this.writer = new Meilisearch({ ...config, timeout: WRITE_LIMIT_MS });
    this.breaker = new CircuitBreaker({
      failureLimit: FAILURE_LIMIT,
      probeEveryMs: PROBE_EVERY_MS,
      // A real search: a server may be healthy and yet too slow to search.
      probe: () => this.reader.index(this.indexName('vacancies')).search('a', { limit: 1 }),
      isOutage,
      onOutage,
    });
  }

  /** The index's name on the server. */
  indexName(index: string): string {
    return `${this.indexPrefix}${index}`;
  }

  /**
   * Runs a read under the time limit and the circuit breaker.
   *
   * Errors: those of `isOutage` when the server is absent, down, hanging or slow: the caller falls back.
   */
  async read<T>(query: (reader: Meilisearch) => Promise<T>): Promise<T> {
    return await this.breaker.run(() => query(this.reader));
  }

  close(): void {
    this.breaker.close();
  }
}

/**
 * What the server says of an index that is not built yet: it is absent or still without its settings. Our own
 * queries name only attributes of the settings, so this is never the fault of a request.
 */
const UNBUILT_INDEX: readonly (string | undefined)[] = [
  'index_not_found',
  'invalid_search_facets',
  'invalid_search_filter',
  'invalid_search_sort',
];

/** Whether the search server, not the request, is at fault; an index that is not built yet counts. */
export function isOutage(error: unknown): boolean {
  if (error instanceof CircuitOpenError || error instanceof SearchBusyError) return true;
  if (error instanceof MeilisearchRequestError) return true;
  if (error instanceof MeilisearchRequestTimeOutError) return true;
  if (!(error instanceof MeilisearchApiError)) return false;
  return error.response.status >= 500 || UNBUILT_INDEX.includes(error.cause?.code);
}
