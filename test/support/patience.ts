/** For the data source of a test: a busy machine is no fault. What the limits of requests do has suites of its own. */
export const patient = { statementLimitMs: 0, connectionLimitMs: 0 } as const;
