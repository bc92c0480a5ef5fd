import { createGateway, type Gateway, type GatewayOptions } from '../create-gateway.ts';
import { filledMemory } from '../database/filled-memory.test.support.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { listen } from '../operation/listen.ts';
import { testClock } from '../test-gateway.test.support.ts';

const generous = { calls: 1_000_000, seconds: 60 };

/** The forms as browsers meet them: a gateway with the demo's government, at an address on this machine. */
export interface FormsServer {
  /** Address of the gateway, without a slash at the end. */
  readonly url: string;
  readonly gateway: Gateway;
  /** Paths of the receipts to which browsers were sent, one after another. */
  readonly receipts: readonly string[];
  /** Lets the gateway's time pass. */
  wait(seconds: number): void;
  /** What an officer does at the desk. */
  act(number: string, key: string, action: object): Promise<void>;
  close(): Promise<void>;
}

/** Opens one. Its clock stands still, so that no test has to wait as long as people need. */
export const openFormsServer = async (options: Partial<GatewayOptions> = {}): Promise<FormsServer> => {
  // The gateway has to know where it is reached before it is there.
  const opened: { gateway?: Gateway } = {};
  const receipts: string[] = [];
  const listening = await listen({
    port: 0,
    host: '127.0.0.1',
    trustedProxies: 0,
    grace: 1_000,
    answer: async (request, address) => {
      const response = await opened.gateway?.fetch(request, { address });
      if (response?.status === 303) receipts.push(response.headers.get('location') ?? '');
      return response ?? new Response(null, { status: 503 });
    },
  });
  const clock = testClock();
  const gateway = await createGateway({
    database: await filledMemory(),
    attachments: { memory: true },
    publicUrl: listening.url,
    clock,
    rateLimits: { read: generous, write: generous, desk: generous },
    ...options,
  });
  await loadDemo(gateway.engine);
  opened.gateway = gateway;
  return {
    url: listening.url,
    gateway,
    receipts,
    wait: (seconds) => clock.set(`${new Date(Date.parse(clock.now()) + seconds * 1000).toISOString().slice(0, 19)}Z`),
    async act(number, key, action) {
      const response = await fetch(`${listening.url}/v1/desk/reports/${number}/actions`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${key}`,
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
        },
        body: JSON.stringify(action),
      });
      if (!response.ok) throw new Error(`The desk refused: ${await response.text()}`);
    },
    async close() {
      await listening.stop();
      await gateway.close();
    },
  };
};
