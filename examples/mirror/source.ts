import { setTimeout as delay } from 'node:timers/promises';

/** The file to begin with, as the service tells of it. */
export interface Snapshot {
  readonly url: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly linesSha256: string;
  readonly count: number;
  readonly resumeFrom: string;
}

/** What happened to one vacancy: its record now; null = it is to be removed. */
export interface Change {
  readonly vacancyId: string;
  readonly record: string | null;
}

export interface Page {
  readonly changes: readonly Change[];
  /** Where to go on. */
  readonly cursor: string;
  readonly hasMore: boolean;
  /** Why nothing can be said of what follows the cursor; null = all is there. */
  readonly gap: 'EXPIRED' | 'UNKNOWN' | null;
}

/** The service refused a question that will be refused again. */
export class Refused extends Error {
  override name = 'Refused';
}

/** Something that may pass: no connection, a restart, too many questions. */
export class Passing extends Error {
  override name = 'Passing';
  constructor(
    message: string,
    readonly afterMs: number | null = null,
  ) {
    super(message);
  }
}

export interface SourceOptions {
  readonly url: string;
  readonly key: string | null;
  readonly signal: AbortSignal;
  readonly notice: (line: string) => void;
  readonly firstPauseMs?: number;
}

const SNAPSHOT = 'query { vacancySnapshot { url sha256 bytes linesSha256 count resumeFrom } }';
const CHANGES = `query ($after: String!) {
  vacancyChanges(after: $after, first: 100) {
    edges { node { vacancyId record } }
    pageInfo { endCursor hasNextPage }
    gap { reason }
  }
}`;
const LONGEST_PAUSE_MS = 60_000;
const ANSWER_LIMIT_MS = 30_000;

interface ChangesAnswer {
  vacancyChanges: {
    edges: { node: Change }[];
    pageInfo: { endCursor: string; hasNextPage: boolean };
    gap: { reason: 'EXPIRED' | 'UNKNOWN' } | null;
  };
}

/** The service as a mirror asks it. Whatever may pass is tried again, after a growing pause, until the signal aborts. */
export class Source {
  constructor(private readonly options: SourceOptions) {}

  async snapshot(): Promise<Snapshot> {
    const { vacancySnapshot } = await this.ask<{ vacancySnapshot: Snapshot }>(SNAPSHOT);
    return vacancySnapshot;
  }

  async changesAfter(after: string): Promise<Page> {
    const { vacancyChanges } = await this.ask<ChangesAnswer>(CHANGES, { after });
    const { edges, pageInfo, gap } = vacancyChanges;
    return {
      changes: edges.map(({ node }) => node),
      cursor: pageInfo.endCursor,
      hasMore: pageInfo.hasNextPage,
      gap: gap?.reason ?? null,
    };
  }

  /** Does the work, again where it meets something that may pass. Errors: those that will not; AbortError. */
  async retry<T>(work: () => Promise<T>): Promise<T> {
    const { signal, notice, firstPauseMs = 500 } = this.options;
    for (let failures = 0; ; failures += 1) {
      signal.throwIfAborted();
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Passing)) throw error;
        // By chance up to half less, so that not all come back at once.
        const longestMs = Math.min(LONGEST_PAUSE_MS, firstPauseMs * 2 ** failures);
        const pauseMs = error.afterMs ?? longestMs * (1 - Math.random() / 2);
        notice(`${error.message}: again in ${(pauseMs / 1_000).toFixed(1)} s`);
        await delay(pauseMs, undefined, { signal });
      }
    }
  }

  private ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    return this.retry(() => this.askOnce<T>(query, variables));
  }

  private async askOnce<T>(query: string, variables: Record<string, unknown>): Promise<T> {
    const { url, key, signal } = this.options;
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_LIMIT_MS)]),
    }).catch((error: unknown) => {
      signal.throwIfAborted();
      throw new Passing(`The service cannot be reached (${String(error)})`);
    });
    refuseBadStatus(response);
    const { data, errors } = await response.json().catch(() => {
      throw new Passing('The answer broke off');
    });
    if (errors) {
      const [{ message, extensions }] = errors;
      const isPassing = ['INTERNAL', 'DEADLINE_EXCEEDED'].includes(extensions?.code);
      throw isPassing ? new Passing(message) : new Refused(message);
    }
    return data;
  }
}

/** Errors: Passing for what another try may mend. Other refusals are in the body. */
export function refuseBadStatus({ status, headers }: Response): void {
  if (status !== 429 && status < 500) return;
  const seconds = Number(headers.get('retry-after'));
  throw new Passing(`The service answers ${status}`, seconds > 0 ? seconds * 1_000 : null);
}
