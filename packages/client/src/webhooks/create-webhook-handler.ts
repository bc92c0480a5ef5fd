import { readWebhook, type ReceivedWebhookEvent } from './read-webhook.ts';
import type { VerifyOptions } from './verify-webhook.ts';
import { isWebhookError, type WebhookError } from './webhook-error.ts';

/** What a handler of webhooks is given. */
export interface WebhookHandlerOptions extends VerifyOptions {
  /** Does what is to be done. The gateway waits for it; what it throws is thrown on, so that the server answers 500 and the gateway tries again. */
  readonly handle: (event: ReceivedWebhookEvent) => void | Promise<void>;
  /** Is told of messages that were not believed, for a log. */
  readonly onRefused?: (error: WebhookError) => void;
}

/**
 * A handler for servers of the Fetch standard: Hono, Next.js, SvelteKit, Deno, Bun, Cloudflare Workers.
 *
 * @example
 * const handle = createWebhookHandler({ secret, handle: async (event) => save(event) });
 * app.post('/lapor', (context) => handle(context.req.raw)); // Hono
 *
 * @returns a function that answers 204 when the event was handled, and 401, 413 or 422 when it was not believed.
 */
export const createWebhookHandler = ({ handle, onRefused, ...options }: WebhookHandlerOptions) => {
  return async (request: Request): Promise<Response> => {
    let event: ReceivedWebhookEvent;
    try {
      event = await readWebhook(request, options);
    } catch (error) {
      if (!isWebhookError(error)) throw error;
      onRefused?.(error);
      return new Response(`${error.code}\n`, { status: error.status, headers: { 'content-type': 'text/plain' } });
    }
    await handle(event);
    return new Response(null, { status: 204 });
  };
};
