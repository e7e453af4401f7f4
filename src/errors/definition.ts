/** How a refusal is logged: the caller's fault at `info`, a missing dependency at `warn`, ours at `error`. */
export type LogLevel = 'info' | 'warn' | 'error';

interface Messages {
  readonly en: string;
  readonly id: string;
}

export interface ErrorDefinition extends Messages {
  /** HTTP status of a request that is refused before it runs; 200 for what only arises while one runs. */
  readonly status: number;
  readonly level: LogLevel;
  /** Whether a caller must handle it: it then travels in `userErrors`, never as a failed request. */
  readonly isProblem: boolean;
}

/** Why nothing was changed: data of a payload. */
export const problem = (messages: Messages) =>
  ({ status: 200, level: 'info', isProblem: true, ...messages }) as const;

/** What a caller may not do or cannot have: a failed request. */
export const refusal = (status: number, messages: Messages) =>
  ({ status, level: 'info', isProblem: false, ...messages }) as const;

/** What failed on our side. */
export const fault = (status: number, level: 'warn' | 'error', messages: Messages) =>
  ({ status, level, isProblem: false, ...messages }) as const;
