import type { VacancyFacts } from '../core/facts';
import type { CatalogueRows } from '../facts/catalogue';
import type { OwnerRankOptions } from './people-owner';

/** What the thread with the people is asked, by kind. */
export interface EngineRequests {
  rank: { readonly vacancy: VacancyFacts; readonly options: OwnerRankOptions };
  simulate: {
    readonly before: VacancyFacts;
    readonly after: VacancyFacts;
    readonly top: number;
  };
  identify: { readonly people: readonly number[] };
  stand: { readonly vacancy: VacancyFacts; readonly first: number };
  crowd: { readonly vacancy: VacancyFacts };
  find: { readonly candidateIds: readonly string[] };
  /** Answered at once, by a thread that lives. */
  ping: Record<never, never>;
  apply: { readonly candidateIds: readonly string[]; readonly seq: number; readonly now: number };
}

export type EngineRequestKind = keyof EngineRequests;

/** What the thread is asked; `id` is told again in the answer. */
export type EngineRequest = {
  [K in EngineRequestKind]: { readonly kind: K; readonly id: number } & EngineRequests[K];
}[EngineRequestKind];

/** An error without its class. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** Of the database's driver: without them the message, which quotes rows, would be logged. */
  readonly code: unknown;
  readonly severity: unknown;
}

/** How far reading everybody has come. */
export interface BootProgress {
  readonly people: number;
  readonly seconds: number;
}

/** What the thread starts with. */
export interface BootReport extends BootProgress {
  readonly seq: number;
  readonly catalogue: CatalogueRows;
}

/** What the thread says. */
export type EngineMessage =
  | ({ readonly kind: 'progress' } & BootProgress)
  | ({ readonly kind: 'booted' } & BootReport)
  | { readonly kind: 'failed'; readonly error: SentError }
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'refused'; readonly id: number; readonly error: SentError };

/** What crosses the channel of an error; whatever is thrown that is none becomes one. */
export function toSent(error: unknown): SentError {
  if (!(error instanceof Error)) return toSent(new Error(String(error)));
  const { name, message, stack, code, severity } = error as Error & Partial<SentError>;
  return { name, message, stack, code, severity };
}

/** An `Error` with the name, stack and driver's code of the one that was sent; it is of no other class. */
export function fromSent({ message, code, severity, ...rest }: SentError): Error {
  const error = Object.assign(new Error(message), rest);
  return Object.assign(
    error,
    code === undefined ? {} : { code },
    severity === undefined ? {} : { severity },
  );
}
