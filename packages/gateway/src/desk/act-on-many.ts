import { type Problem, problemStatus } from '@lapor/schemas';
import type { actOnReports, BulkOutcome, RequestBody } from '@lapor/schemas/contract';
import type { Engine } from '../engine/engine.ts';
import { problemOf } from '../http/answer-problem.ts';
import { attemptIn, claim, findAnswer, keepAnswer } from '../http/idempotency.ts';
import { once, type OnceAnswer } from '../http/once.ts';
import { Refusal } from '../refusal/refusal.ts';
import type { RequestContext } from '../http/request-context.ts';
import { deskIdentity } from './desk-context.ts';
import { performAction } from './perform-action.ts';

type Bulk = RequestBody<typeof actOnReports>;

/** These say nothing about the report: the whole call has to be repeated, and goes on where it was cut. */
const isCut = ({ code }: Refusal): boolean => problemStatus[code] >= 500 || code === 'idempotencyInProgress';

/** Acts on one of the reports, in a transaction of its own and under a name of its own: a repetition does not do it again. */
const actOnOne = async (
  engine: Engine,
  trackingId: string,
  { action }: Bulk,
  context: RequestContext,
): Promise<BulkOutcome> => {
  const { identity, language, now, requestId } = context;
  const own = { ...context, idempotencyKey: `${context.idempotencyKey} ${trackingId}` };
  try {
    await once(engine, own, 'actOnReports.one', action, async (transaction) => {
      await performAction(engine, transaction, { trackingId, action, identity: deskIdentity(identity), language, now });
      return {};
    });
    return { trackingId, status: 200 };
  } catch (error) {
    if (!(error instanceof Refusal) || isCut(error)) throw error;
    const problem: Problem = problemOf(error, requestId, language);
    return { trackingId, status: problem.status, problem };
  }
};

/**
 * Does the same thing to several reports, each for itself. When it is cut in the middle, the same call again goes on with
 * those that were not done; when it was finished, the same call again gets the same outcomes.
 */
export const actOnMany = async (
  engine: Engine,
  body: Bulk,
  context: RequestContext,
): Promise<OnceAnswer<{ outcomes: BulkOutcome[] }>> => {
  const attempt = attemptIn(context, 'actOnReports', body);
  if (!(await claim(engine.database, attempt, context.now))) {
    const kept = await findAnswer(engine.database, attempt).catch((error: unknown) => {
      // A name without an answer: it was cut, here or at another gateway.
      if (error instanceof Refusal && error.code === 'idempotencyInProgress') return undefined;
      throw error;
    });
    if (kept) return { body: kept.answer as { outcomes: BulkOutcome[] }, headers: { 'idempotency-replayed': 'true' } };
  }
  const outcomes: BulkOutcome[] = [];
  for (const trackingId of body.trackingIds) outcomes.push(await actOnOne(engine, trackingId, body, context));
  const answer = { outcomes };
  await keepAnswer(engine.database, attempt, { status: 200, answer });
  return { body: answer };
};
