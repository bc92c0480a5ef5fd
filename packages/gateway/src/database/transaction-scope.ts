import { AsyncLocalStorage } from 'node:async_hooks';
import type { Queryable, Transactor } from './database.ts';

/** A transaction that is open, as everything called within it can know. */
interface TransactionScope {
  readonly transactor: Transactor;
  readonly transaction: Queryable;
  open: boolean;
}

const scopes = new AsyncLocalStorage<TransactionScope>();

/**
 * The transaction within which this code runs, if there is one.
 *
 * An embedded database has a single connection, and a pool has few: whoever waits for another one while holding one may
 * wait for ever. So a question to the database within a transaction goes the transaction's own way.
 */
export const transactionOf = (transactor: Transactor): Queryable | undefined => {
  const scope = scopes.getStore();
  return scope?.open && scope.transactor === transactor ? scope.transaction : undefined;
};

/** Whether this code runs within a transaction. What others are loading must not be waited for then: they may wait for us. */
export const isWithinTransaction = (): boolean => scopes.getStore()?.open ?? false;

/** Runs the work of a transaction so that everything within it knows. A timer that outlives it is outside again. */
export const withinTransaction = async <Result>(
  transactor: Transactor,
  transaction: Queryable,
  work: () => Promise<Result>,
): Promise<Result> => {
  const scope: TransactionScope = { transactor, transaction, open: true };
  try {
    return await scopes.run(scope, work);
  } finally {
    scope.open = false;
  }
};
