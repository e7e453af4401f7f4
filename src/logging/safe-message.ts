/** Messages of packages quote what they were given: JSON that is none, a row that is not found, a value of a wrong type. */
const QUOTED = /"(?:[^"\\]|\\.)*"|'[^'\n]*'|`[^`\n]*`/g;
/** Paths, and names of columns and indexes. */
const HARMLESS = /^.(\.{0,2}\/[\w./@-]*|[a-z]+(_[a-z]+)+).$/;
/** What the engine says of our own code. */
const OF_CODE = /\(reading '\w+'\)/;
/** What is personal or secret without quotes: credentials in addresses, addresses of mail, tokens, long numbers. */
const UNQUOTED: readonly (readonly [RegExp, string])[] = [
  [/\/\/[^\s/@]*@/g, '//'],
  [/[^\s@"]+@[^\s@"]+\.[^\s@"]+/g, '…'],
  [/\beyJ[\w-]*\.[\w-]*\.[\w-]*/g, '…'],
  [/\d{8,}/g, '…'],
];

/** An error of a database driver, whose message quotes rows. */
interface DriverError extends Error {
  readonly code?: unknown;
  readonly severity?: unknown;
  readonly driverError?: unknown;
}

export const isFromDriver = (error: Error): boolean => {
  const { severity, driverError } = error as DriverError;
  return severity !== undefined || driverError !== undefined;
};

/** A message without what it quotes, which may be a person's. */
export function withoutQuotes(message: string): string {
  const text = OF_CODE.test(message)
    ? message
    : message.replace(QUOTED, (quoted) => (HARMLESS.test(quoted) ? quoted : '"…"'));
  return UNQUOTED.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text);
}

/** What may be kept of an error: its words without what they quote, of a driver's only the code. */
export function safeMessage(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as DriverError;
  return isFromDriver(error) ? `database error ${code ?? ''}`.trim() : withoutQuotes(error.message);
}
