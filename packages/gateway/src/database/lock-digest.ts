import type { Queryable } from './database.ts';

/** Keeps others who do something for the same digest waiting until the transaction ends, in all replicas. */
export const lockDigest = (transaction: Queryable, digest: Buffer): Promise<unknown> =>
  transaction.query('select pg_advisory_xact_lock($1)', [digest.readBigInt64BE(0).toString()]);
