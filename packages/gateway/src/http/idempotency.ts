import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Queryable } from '../database/database.ts';
import { Refusal } from '../refusal/refusal.ts';
import { type Identity, keyIdOf, type RequestContext } from './request-context.ts';

/** One attempt: whose it is, what it is called, and what it asks. */
export interface Attempt {
  readonly owner: string;
  readonly key: string;
  readonly requestHash: Buffer;
}

/** A first answer, kept for repetitions. */
export interface KeptAnswer {
  readonly status: number;
  readonly answer: unknown;
}

/** An attempt's name. Those of different callers and endpoints never meet. */
export const attemptName = (identity: Identity, operationId: string, key: string): Pick<Attempt, 'owner' | 'key'> => ({
  owner: `${keyIdOf(identity)} ${operationId}`,
  key,
});

/** Names an attempt. What is asked is hashed as canonical JSON; it must have been read by its schema, which leaves no half surrogate pair. */
export const attemptOf = (
  identity: Identity,
  operationId: string,
  key: string,
  path: string,
  body: unknown,
): Attempt => ({
  ...attemptName(identity, operationId, key),
  requestHash: hash('sha256', `${path}\n${canonicalize(body ?? null)}`, 'buffer'),
});

/** The attempt that a call is, by the name that it was given. @throws Refusal `idempotencyKeyMissing` when it has none. */
export const attemptIn = (
  { identity, idempotencyKey, request }: RequestContext,
  operationId: string,
  asked: unknown,
): Attempt => {
  if (idempotencyKey === undefined) throw new Refusal('idempotencyKeyMissing');
  return attemptOf(identity, operationId, idempotencyKey, new URL(request.url).pathname, asked);
};

/**
 * The first answer to an attempt, if there is one.
 *
 * @throws Refusal `idempotencyKeyReused` when the same name stood for something else, `idempotencyInProgress` while the first is under way.
 */
export const findAnswer = async (database: Queryable, attempt: Attempt): Promise<KeptAnswer | undefined> => {
  const [row] = await database.query<{ request_hash: Buffer; status: number | null; answer: unknown }>(
    'select request_hash, status, answer from idempotency where owner = $1 and key = $2',
    [attempt.owner, attempt.key],
  );
  if (row === undefined) return undefined;
  if (!row.request_hash.equals(attempt.requestHash)) throw new Refusal('idempotencyKeyReused');
  if (row.status === null) throw new Refusal('idempotencyInProgress', {}, { retryAfter: 1 });
  return { status: row.status, answer: row.answer };
};

/**
 * Claims an attempt's name within a transaction. False when it is taken; then nothing else may be done.
 *
 * @param answer for attempts whose answer does not depend on what is done: it saves keeping it later.
 */
export const claim = async (
  transaction: Queryable,
  attempt: Attempt,
  now: string,
  answer?: KeptAnswer,
): Promise<boolean> => {
  const rows = await transaction.query(
    'insert into idempotency (owner, key, request_hash, created_at, status, answer) values ($1, $2, $3, $4, $5, $6::json) on conflict do nothing returning key',
    [
      attempt.owner,
      attempt.key,
      attempt.requestHash,
      now,
      answer?.status ?? null,
      answer === undefined ? null : JSON.stringify(answer.answer),
    ],
  );
  return rows.length === 1;
};

/** Keeps the answer of a claimed attempt, in the same transaction as what it did. */
export const keepAnswer = async (
  transaction: Queryable,
  attempt: Attempt,
  { status, answer }: KeptAnswer,
): Promise<void> => {
  await transaction.query('update idempotency set status = $3, answer = $4::json where owner = $1 and key = $2', [
    attempt.owner,
    attempt.key,
    status,
    JSON.stringify(answer),
  ]);
};

/** Attempts of this process that are under way, so that a second one is told so at once rather than made to wait. */
const underWay = new Set<string>();

/**
 * Runs an attempt unless the same one is under way in this process.
 *
 * @throws Refusal `idempotencyInProgress`.
 */
export const alone = async <Result>(
  attempt: Pick<Attempt, 'owner' | 'key'>,
  work: () => Promise<Result>,
): Promise<Result> => {
  const name = `${attempt.owner}\n${attempt.key}`;
  if (underWay.has(name)) throw new Refusal('idempotencyInProgress', {}, { retryAfter: 1 });
  underWay.add(name);
  try {
    return await work();
  } finally {
    underWay.delete(name);
  }
};
