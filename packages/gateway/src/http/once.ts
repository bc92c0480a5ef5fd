import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { attemptIn, claim, findAnswer, keepAnswer } from './idempotency.ts';
import { Refusal } from '../refusal/refusal.ts';
import type { RequestContext } from './request-context.ts';

/** An answer's body, and for a repeated one the header that says so. */
export interface OnceAnswer<Body> {
  readonly body: Body;
  readonly headers?: { readonly 'idempotency-replayed': 'true' };
}

/**
 * Does a piece of work once for an attempt's name: the work, its answer and the name are kept in one transaction.
 * A repetition gets the first answer; a refusal keeps nothing, so that it can be tried again.
 *
 * @param operation the endpoint's operation id.
 * @param asked what was asked: with the same name it must be the same.
 */
export const once = async <Body>(
  engine: Engine,
  context: RequestContext,
  operation: string,
  asked: unknown,
  work: (transaction: Queryable) => Promise<Body>,
): Promise<OnceAnswer<Body>> => {
  const { now } = context;
  const attempt = attemptIn(context, operation, asked);
  const body = await engine.database.transaction(async (transaction) => {
    if (!(await claim(transaction, attempt, now))) return undefined;
    const answer = await work(transaction);
    await keepAnswer(transaction, attempt, { status: 200, answer });
    return { answer };
  });
  if (body !== undefined) return { body: body.answer };
  const kept = await findAnswer(engine.database, attempt);
  if (kept === undefined) throw new Refusal('idempotencyInProgress', {}, { retryAfter: 1 });
  return { body: kept.answer as Body, headers: { 'idempotency-replayed': 'true' } };
};
