/**
 * Codes of PostgreSQL for a server that cannot do its work now: the connection is lost (08), it does not let the gateway
 * in (28, 3D), the disk, memory or connections are used up (53), it starts, stops, or gave a statement up for its time
 * (57), its files fail (58); it has become a standby (25006); a lock was not to be had, or another transaction stood in
 * the way (55P03, 40001, 40P01); a transaction was left alone for too long (25P03).
 */
const awayStates = /^(08...|28...|3D000|53...|57...|58...|25006|25P03|55P03|40001|40P01)$/;

/** Codes of sockets that lead nowhere. Also what a store of attachments says when it is away, which will pass as well. */
const awaySockets =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ENOTCONN|ETIMEDOUT|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|ENETRESET|ENOTFOUND|EAI_AGAIN)$/;

/** What the driver says in words alone. */
const awayMessages =
  /^(Connection terminated|timeout (exceeded when trying to connect|expired)|Query read timeout|Cannot use a pool after calling end|Client (was closed|has encountered a connection error))/;

/** Whether an error says that the database cannot be reached now, so that trying again later makes sense. */
export const isDatabaseAway = (error: unknown): boolean => {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (typeof code !== 'string') return awayMessages.test(error.message);
  // A file that is missing has the code of a socket's path that is missing.
  return awayStates.test(code) || awaySockets.test(code) || (code === 'ENOENT' && syscall === 'connect');
};
