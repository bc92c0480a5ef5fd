import { type Client, createClient } from './create-client.ts';
import type { SecretOptions } from './http/client-options.ts';
import { connect } from './http/connection.ts';
import { revalidating } from './http/revalidating.ts';
import { createKeys, createSites, type Keys, type Sites } from './resources/administration.ts';
import { createDesk, type Desk } from './resources/desk.ts';
import { createForwarding, type ForwardingResource } from './resources/forwarding.ts';
import { createOpenData, type OpenData } from './resources/open-data.ts';
import { createOperation, createSandbox, type Operation, type Sandbox } from './resources/operation.ts';
import { createWebhooks, type WebhooksResource } from './resources/webhooks.ts';

/** What a client for a back office is made with. */
export interface DeskClientOptions extends SecretOptions {
  /**
   * Whether reading again what was read before asks only if it has changed: see {@link revalidating}. The results are the
   * same.
   *
   * @default true
   */
  readonly revalidate?: boolean;
}

/** What an institution's back office can ask of a gateway, besides what a {@link Client} can. */
export interface DeskClient extends Client {
  readonly desk: Desk;
  readonly webhooks: WebhooksResource;
  readonly forwarding: ForwardingResource;
  readonly sites: Sites;
  readonly keys: Keys;
  readonly openData: OpenData;
  readonly operation: Operation;
  readonly sandbox: Sandbox;
}

/**
 * Makes a client for the work of officers and back offices. Its secret key belongs on a server.
 *
 * @throws TypeError for an option that makes no sense, and in a browser. The message never repeats a key.
 * @example
 * const client = createDeskClient({ gateway, secretKey: process.env.LAPOR_SECRET_KEY });
 */
export const createDeskClient = (options: DeskClientOptions): DeskClient => {
  const send = options.fetch ?? ((input, init) => fetch(input, init));
  const told = options.revalidate === false ? options : { ...options, fetch: revalidating(send) };
  const connection = connect(told);
  return {
    ...createClient(told),
    desk: createDesk(connection),
    webhooks: createWebhooks(connection),
    forwarding: createForwarding(connection),
    sites: createSites(connection),
    keys: createKeys(connection),
    openData: createOpenData(connection),
    operation: createOperation(connection),
    sandbox: createSandbox(connection),
  };
};
