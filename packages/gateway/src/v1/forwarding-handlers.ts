import { messagesFor } from '@lapor/schemas/messages';
import { listForwardingTasks, readTask, requireOwnTask } from '../connectors/forwarding-list.ts';
import { resolveTaskIn, retryTaskIn } from '../connectors/set-aside.ts';
import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import { once } from '../http/once.ts';
import type { RequestContext } from '../http/request-context.ts';
import { Refusal } from '../refusal/refusal.ts';
import { errandOf } from './errand-of.ts';

/** Only what is put aside can be decided about. */
const requirePutAside = (wasPutAside: boolean, { language }: RequestContext): void => {
  if (!wasPutAside) throw new Refusal('actionNotPossible', { reason: messagesFor(language).refusals.status });
};

/** What could not be brought to other systems, and what an admin decides about it. */
export const forwardingHandlers = (engine: Engine): Handlers => ({
  listForwarding: async ({ query }, context) => ({
    status: 200,
    body: await listForwardingTasks(engine, query, errandOf(context)),
  }),

  async retryForwarding({ parameters: { taskId }, body }, context) {
    const id = await requireOwnTask(engine, taskId, errandOf(context));
    const answer = await once(engine, context, 'retryForwarding', { id, body }, async (transaction) => {
      requirePutAside(await retryTaskIn(engine, transaction, id, body.absent === true), context);
      return readTask(transaction, id);
    });
    return { status: 202, ...answer };
  },

  async resolveForwarding({ parameters: { taskId }, body }, context) {
    const id = await requireOwnTask(engine, taskId, errandOf(context));
    const answer = await once(engine, context, 'resolveForwarding', { id, body }, async (transaction) => {
      requirePutAside(await resolveTaskIn(engine, transaction, id, body.upstreamId), context);
      return readTask(transaction, id);
    });
    return { status: 200, ...answer };
  },
});
