/** SQLSTATE classes and codes that pass by themselves: connection, resources, shutdown, deadlock. */
const PASSING = /^(08|53|57P0|40001|40P01)/;
const UNREACHABLE = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/;
/** What the driver says without a code. */
const LOST_CONNECTION = /Connection terminated|connection timeout|not queryable|Client was closed/i;

/** Whether PostgreSQL, not the statement, is at fault, so that trying again later may help. */
export function isDatabaseOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && (PASSING.test(code) || UNREACHABLE.test(code))) return true;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseOutage);
  return LOST_CONNECTION.test(error.message);
}
