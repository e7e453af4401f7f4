import { isOffline } from './connection';
import { stringify } from './stringify';

/** An operation as it is stored with the service. */
export interface Operation {
  text: string;
  hash: string;
}

/** Why there is no answer. */
export interface Failure {
  kind: 'offline' | 'limited' | 'down' | 'broken';
  /** How long to wait, where the service says so. */
  seconds: number | null;
}

export type Answer<T> = { data: T } | { failure: Failure };

export interface Question {
  operation: Operation;
  variables: Readonly<Record<string, unknown>>;
}

interface Refusal {
  message?: string;
  extensions?: { code?: string; seconds?: unknown };
}

interface Body {
  data?: unknown;
  errors?: Refusal[];
}

/** Longer than the service lets a query run, on a slow line. */
const PATIENCE_MS = 20_000;

// Learnt once for all widgets of the page: whether the service keeps these operations.
const unknownHashes = new Set<string>();

/**
 * Asks the service by a plain GET, which needs no preflight and may come from a cache: by the hash of the operation,
 * with its text only where the service does not know the hash. No cookie and no address of the page is sent.
 *
 * Errors: an AbortError when `signal` ends the question; every other fault is a `failure`.
 */
export async function ask<T>(
  endpoint: URL,
  question: Question,
  signal: AbortSignal,
): Promise<Answer<T>> {
  const { hash } = question.operation;
  if (!unknownHashes.has(hash)) {
    const answer = await send<T>(address(endpoint, question, true), signal);
    if (answer !== 'UNKNOWN') return answer;
    unknownHashes.add(hash);
  }
  const answer = await send<T>(address(endpoint, question, false), signal);
  return answer === 'UNKNOWN' ? broken : answer;
}

const broken = { failure: { kind: 'broken', seconds: null } } as const;

function address(endpoint: URL, { operation, variables }: Question, isByHash: boolean): string {
  const url = new URL(endpoint.href);
  const stored = { persistedQuery: { version: 1, sha256Hash: operation.hash } };
  if (isByHash) url.searchParams.set('extensions', stringify(stored));
  else url.searchParams.set('query', operation.text);
  url.searchParams.set('variables', stringify(variables));
  return url.href;
}

async function send<T>(url: string, signal: AbortSignal): Promise<Answer<T> | 'UNKNOWN'> {
  const patience = new AbortController();
  const end = () => patience.abort();
  const timer = setTimeout(end, PATIENCE_MS);
  signal.addEventListener('abort', end);
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: patience.signal,
    });
    return read<T>(response.status, await bodyOf(response));
  } catch (error) {
    if (signal.aborted) throw error;
    return { failure: { kind: isOffline() ? 'offline' : 'down', seconds: null } };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}

async function bodyOf(response: Response): Promise<Body> {
  const text = await response.text();
  try {
    return (JSON.parse(text) as Body | null) ?? {};
  } catch {
    // A proxy in front of the service answers in words of its own.
    return {};
  }
}

function read<T>(status: number, { data, errors }: Body): Answer<T> | 'UNKNOWN' {
  if (data !== null && data !== undefined && errors === undefined) return { data: data as T };
  const [{ message, extensions = {} } = {} as Refusal] = errors ?? [];
  const { code, seconds } = extensions;
  if (code === 'PERSISTED_QUERY_NOT_FOUND') return 'UNKNOWN';
  const wait = typeof seconds === 'number' ? seconds : null;
  if (status === 429 || code === 'RATE_LIMITED')
    return { failure: { kind: 'limited', seconds: wait } };
  if (status >= 500) return { failure: { kind: 'down', seconds: wait } };
  // For who wrote the page: mostly an attribute that the service does not know.
  // biome-ignore lint/suspicious/noConsole: a page of others has no log of ours
  if (message !== undefined) console.warn(`<padan-vacancies>: ${message}`);
  return { failure: { kind: 'broken', seconds: wait } };
}
