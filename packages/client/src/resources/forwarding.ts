import type { ForwardingRetry, ForwardingTask } from '@lapor/schemas';
import { listForwarding, resolveForwarding, retryForwarding } from '@lapor/schemas/contract';
import { call } from '../http/call.ts';
import type { CallOptions, KeyedOptions } from '../http/call-options.ts';
import type { Connection } from '../http/connection.ts';
import { listOf, type ListQuery, type PagedList } from './paged-list.ts';

/** What could not be brought to another system and was put aside. For admins. */
export interface ForwardingResource {
  /** What was put aside, the oldest first. @example const aside = await client.forwarding.list().toArray(); */
  list(query?: ListQuery<typeof listForwarding>, options?: CallOptions): PagedList<ForwardingTask>;
  /**
   * Tries one again. Where it may have arrived the gateway looks first; `absent` tells that somebody has.
   *
   * @example await client.forwarding.retry(task.id);
   */
  retry(taskId: string, options?: KeyedOptions & ForwardingRetry): Promise<ForwardingTask>;
  /** Notes that one did arrive, under this number there. @example await client.forwarding.resolve(task.id, '7002341'); */
  resolve(taskId: string, upstreamId: string, options?: KeyedOptions): Promise<ForwardingTask>;
}

/** Makes {@link ForwardingResource} alone. @example const forwarding = createForwarding(connect({ gateway, secretKey })); */
export const createForwarding = (connection: Connection): ForwardingResource => {
  const named = (taskId: string) => ({ parameters: { taskId } });
  return {
    list: (query, options) => listOf(query, options, (parts) => call(connection, listForwarding, parts)),
    retry: async (id, { absent, ...options } = {}) =>
      (
        await call(connection, retryForwarding, {
          ...options,
          ...named(id),
          body: absent === undefined ? {} : { absent },
        })
      ).body,
    resolve: async (id, upstreamId, options) =>
      (await call(connection, resolveForwarding, { ...options, ...named(id), body: { upstreamId } })).body,
  };
};
