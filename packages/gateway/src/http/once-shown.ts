import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { attemptIn, claim, findAnswer } from './idempotency.ts';
import type { OnceAnswer } from './once.ts';
import { Refusal } from '../refusal/refusal.ts';
import type { RequestContext } from './request-context.ts';

/**
 * As {@link once}, for answers with what people wrote or who they are. Of those the record of attempts keeps nothing:
 * it would still tell what was redacted or deleted elsewhere. A repetition is shown the thing as it stands then.
 *
 * @param work does the thing and answers it as it stands afterwards.
 * @param show answers it again, for a repetition.
 */
export const onceShown = async <Body>(
  engine: Engine,
  context: RequestContext,
  operation: string,
  asked: unknown,
  work: (transaction: Queryable) => Promise<Body>,
  show: () => Promise<Body>,
): Promise<OnceAnswer<Body>> => {
  const attempt = attemptIn(context, operation, asked);
  const done = await engine.database.transaction(async (transaction) =>
    (await claim(transaction, attempt, context.now, { status: 200, answer: {} }))
      ? { body: await work(transaction) }
      : undefined,
  );
  if (done) return { body: done.body };
  if ((await findAnswer(engine.database, attempt)) === undefined)
    throw new Refusal('idempotencyInProgress', {}, { retryAfter: 1 });
  return { body: await show(), headers: { 'idempotency-replayed': 'true' } };
};
