/** How a refusal is logged: the caller's fault at `info`, a missing dependency at `warn`, ours at `error`. */
export type LogLevel = 'info' | 'warn' | 'error';

export interface ErrorDefinition {
  /** HTTP status of a request that is refused before it runs; 200 for what only arises while one runs. */
  readonly status: number;
  readonly level: LogLevel;
  readonly en: string;
  readonly id: string;
}
