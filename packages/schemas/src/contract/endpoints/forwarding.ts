import * as z from 'zod/mini';
import { Identifier } from '../../fields/identifier.ts';
import { ForwardingResolution, ForwardingRetry, ForwardingSetting, ForwardingTask } from '../../forwarding-task.ts';
import { PageQuery, pageOf } from '../../page.ts';
import { endpoint } from '../endpoint.ts';

const TaskParameters = z.object({ taskId: Identifier });

/** What was put aside, or waits, on its way to other systems; the oldest first. */
export const listForwarding = endpoint({
  method: 'GET',
  path: '/v1/desk/forwarding',
  tag: 'forwarding',
  callers: ['desk'],
  repetition: 'safe',
  query: z.extend(PageQuery, {
    /** What was put aside, or what waits for its turn. */
    state: z._default(z.enum(['queued', 'failed']), 'failed'),
  }),
  answers: {
    200: {
      schema: z.extend(pageOf(ForwardingTask), {
        /** On the first page: settings of the gateway that name what another system does not know, where there are any. */
        settings: z.optional(z.array(ForwardingSetting)),
      }),
    },
  },
  problems: ['cursorInvalid', 'actionNotAllowed'],
});

/** Puts what was put aside back into its queue. */
export const retryForwarding = endpoint({
  method: 'POST',
  path: '/v1/desk/forwarding/{taskId}/retry',
  tag: 'forwarding',
  callers: ['desk'],
  repetition: 'keyed',
  parameters: TaskParameters,
  request: { schema: ForwardingRetry },
  answers: { 202: { schema: ForwardingTask } },
  problems: ['notFound', 'actionNotAllowed', 'actionNotPossible'],
});

/** Notes that what was put aside did arrive. */
export const resolveForwarding = endpoint({
  method: 'POST',
  path: '/v1/desk/forwarding/{taskId}/resolution',
  tag: 'forwarding',
  callers: ['desk'],
  repetition: 'keyed',
  parameters: TaskParameters,
  request: { schema: ForwardingResolution },
  answers: { 200: { schema: ForwardingTask } },
  problems: ['notFound', 'actionNotAllowed', 'actionNotPossible'],
});
