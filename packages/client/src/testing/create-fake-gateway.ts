import type { DeskReport, NewReport } from '@lapor/schemas';
import type { OperationId } from '@lapor/schemas/contract';
import type { Send } from '../http/revalidating.ts';
import { answerCall } from './answer-call.ts';
import { type Carried, carryCall } from './carry-call.ts';
import type { FakeGatewayOptions } from './fake-gateway-options.ts';
import { createFakeWorld } from './create-fake-world.ts';
import type { Disturbance } from './fault.ts';
import { findEndpoint } from './find-endpoint.ts';
import { listen, type Listening, type ListenOptions } from './listen.ts';
import { createNetwork } from './network.ts';
import { createOvertaking } from './overtaking.ts';
import { seededRandom } from './seeded-random.ts';

/** A report as the fake gateway holds it, for a test to look at. */
export interface HeldReport {
  readonly trackingId: string;
  readonly token: string;
  readonly status: DeskReport['status']['code'];
  /** What was sent, as the schema read it. */
  readonly report: NewReport;
}

/** A call as it came. */
export interface SeenCall {
  readonly operationId: OperationId | undefined;
  readonly method: string;
  readonly path: string;
  readonly idempotencyKey: string | null;
}

/** A gateway for tests: the contract, held in memory. */
export interface FakeGateway {
  /** Where it is: give it to the client as `gateway`. */
  readonly address: string;
  readonly siteKey: string;
  readonly secretKey: string;
  /** Sends to it: give it to the client as `fetch`. It is bound to its gateway. */
  readonly fetch: Send;
  /** Answers a request in the sense of the Fetch standard, for servers that take such a function. */
  readonly answer: (request: Request) => Promise<Carried>;
  /** Reports that it holds, in the order in which they came. */
  readonly reports: readonly HeldReport[];
  /** Calls that reached it or were lost on the way to it, in their order. */
  readonly calls: readonly SeenCall[];
  /**
   * Has something go wrong from now on. Returns what ends it.
   *
   * @example gateway.disturb({ kind: 'dropAfter', on: 'submitReport' });
   */
  disturb(disturbance: Disturbance): () => void;
  /** Ends all disturbances. */
  calm(): void;
  /**
   * Listens on the loopback as a server, for programs that are tested from outside. Node, Bun and Deno.
   *
   * @example const { url, close } = await gateway.listen();
   */
  listen(options?: ListenOptions): Promise<Listening>;
}

const normalised = (url: URL, base: string): URL => {
  const within = new URL(url);
  if (base !== '' && within.pathname.startsWith(`${base}/`)) within.pathname = within.pathname.slice(base.length);
  return within;
};

/**
 * Makes a gateway for the tests of programs that use the client. It checks every call against the contract and answers as
 * the contract says: reports are filed, followed, answered and closed by the same rules as in the real one, files go up
 * in pieces, an idempotency key is honoured. What it does not hold (figures, webhooks, keys, other sites, reply
 * templates) it answers with the contract's own examples, always the same; `answers` takes your own.
 *
 * Nothing of it is on a network unless {@link FakeGateway.listen} is called.
 *
 * @example
 * const gateway = createFakeGateway({ seed: 7 });
 * const client = createClient({ gateway: gateway.address, siteKey: gateway.siteKey, fetch: gateway.fetch });
 * gateway.disturb({ kind: 'failAfter', on: 'submitReport' });
 * await client.reports.submit(report);
 * assert.equal(gateway.reports.length, 1);
 */
export const createFakeGateway = (options: FakeGatewayOptions = {}): FakeGateway => {
  const { address = 'https://lapor.example', answers = {}, disturbances = [], seed = 1 } = options;
  const world = createFakeWorld(options);
  // A series of its own, so that a test which adds a fault does not change the numbers of the reports.
  const random = seededRandom(seed + 1);
  const network = createNetwork(random);
  const overtaking = createOvertaking();
  const base = new URL(address).pathname.replace(/\/+$/, '');
  const calls: SeenCall[] = [];
  for (const disturbance of disturbances) network.disturb(disturbance);

  const answer = async (request: Request, signal?: AbortSignal): Promise<Carried> => {
    const url = normalised(new URL(request.url), base);
    const found = findEndpoint(request.method, url.pathname);
    const operationId = 'endpoint' in found ? found.operationId : undefined;
    const { method, headers } = request;
    calls.push({ operationId, method, path: url.pathname, idempotencyKey: headers.get('idempotency-key') });
    const fault = network.faultOf(operationId);
    // Where a `Request` does not show its body, as in Firefox, a second one made from it would have none.
    const within = url.href === request.url ? request : new Request(url, request);
    const work = () => answerCall(world, answers, within);
    const call = overtaking.arrive();
    try {
      return await carryCall(fault, work, { random, overtaking, call, signal });
    } finally {
      overtaking.answered(call);
    }
  };

  return {
    address,
    siteKey: world.siteKey,
    secretKey: world.secretKey,
    async fetch(input, init) {
      init.signal?.throwIfAborted();
      const carried = await answer(new Request(input, init), init.signal ?? undefined);
      init.signal?.throwIfAborted();
      // What every platform throws when there is no answer is a TypeError; the words are Node's.
      if (carried === 'dropped') throw new TypeError('fetch failed');
      return carried;
    },
    answer: (request) => answer(request),
    get reports() {
      return [...world.reports.values()].map(({ trackingId, token, state, report }) => ({
        trackingId,
        token,
        status: state.status,
        report,
      }));
    },
    calls,
    disturb: (disturbance) => network.disturb(disturbance),
    calm: () => network.calm(),
    listen: (how) => listen((request) => answer(request), options.origins, how),
  };
};
