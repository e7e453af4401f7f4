/**
 * Codes by which Node and PostgreSQL say that a server cannot be reached or takes no work at present.
 * Source: Node.js "Common system errors"; PostgreSQL 17 appendix A, classes 08, 53 and 57P.
 */
const UNAVAILABLE =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|UND_ERR_\w+|08\w{3}|53\w{3}|57P0[1-5])$/;
// node-postgres gives these two no code.
const POOL_MESSAGE = /^(Connection terminated|timeout exceeded when trying to connect)/;
const MAX_CAUSES = 5;

/** Whether an error, or what caused it, is a database or search server that is down. */
export function isUnavailable(error: unknown, causes = MAX_CAUSES): boolean {
  if (!(error instanceof Error) || causes === 0) return false;
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  if (typeof code === 'string' && UNAVAILABLE.test(code)) return true;
  if (POOL_MESSAGE.test(error.message)) return true;
  return isUnavailable(error.cause, causes - 1) || isUnavailable(driverError, causes - 1);
}
