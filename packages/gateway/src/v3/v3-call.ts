import type { Language } from '@lapor/schemas';
import type { Directory } from '../directory/directory.ts';
import type { DeskIdentity } from '../desk/desk-context.ts';
import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import type { Identity, RequestContext } from '../http/request-context.ts';
import type { Arrival } from '../http/serve-endpoint.ts';

/** One call at the V3 door. What it does, it does through the handlers of the contract. */
export interface V3Call {
  readonly engine: Engine;
  readonly handlers: Handlers;
  readonly arrival: Arrival;
  readonly program: DeskIdentity;
  readonly directory: Directory;
  readonly language: Language;
  readonly now: string;
}

/** Below this path lies the door, as below the real one's. */
export const v3Base = '/lapor/3.0.0';

/**
 * The context in which an operation of the contract is called. Every call is an attempt of its own, as in V3, which knows no
 * names for attempts: whoever is not sure what became of one has to look before trying again.
 */
export const contextOf = (call: V3Call, identity: Identity, more: Partial<RequestContext> = {}): RequestContext => ({
  identity,
  language: call.language,
  requestId: call.arrival.requestId,
  now: call.now,
  address: call.arrival.address,
  request: call.arrival.request,
  channel: 'api',
  idempotencyKey: `v3-${call.arrival.requestId}`,
  ...more,
});
