/** Codes of PostgreSQL for a server that is starting, stopping, full, or has lost its disk; and of sockets that lead nowhere. */
const away = /^(08...|53300|57P0[1-3]|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|ENOTFOUND)$/;

const awayMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|Cannot use a pool after calling end)/;

/** Whether an error says that the database cannot be reached now, so that trying again later makes sense. */
export const isDatabaseAway = (error: unknown): boolean => {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return (typeof code === 'string' && away.test(code)) || awayMessages.test(error.message);
};
