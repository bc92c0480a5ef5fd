import { afterEach, beforeEach } from 'node:test';
import { onBothDatabases, type TestGateway } from '../both-databases.test.support.ts';
import { forgetReports } from '../clock-work/clock-work.test.support.ts';
import { testKeys } from '../test-gateway.test.support.ts';
import { type Answer, type Receiver, startReceiver } from './receiver.test.support.ts';

/** When the tests of webhooks take place, unless they say otherwise. */
export const now = '2026-03-10T02:00:00Z';

/** Receivers on this machine; one that says nothing is waited for a second, and one that fails is tried again at once. */
const webhooks = { http: true, networks: ['127.0.0.0/8'], patience: 1, pauses: [0, 0] };

const toolsFor = (opened: () => TestGateway) => {
  const receivers: Receiver[] = [];
  const desk = (method: string, path: string, body?: unknown, key: string = testKeys.admin, headers = {}) =>
    opened().call(method, `/v1/desk/webhooks${path}`, { key, body, headers });
  return {
    opened,
    engine: () => opened().gateway.engine,
    /** Starts a receiver; it is ended after the test. */
    async receiver(answer?: Answer): Promise<Receiver> {
      const one = await startReceiver(answer);
      receivers.push(one);
      return one;
    },
    /** Calls the desk; the path is what comes after that of all receivers. */
    desk,
    /** Adds a receiver at the desk, and answers what that shows: its secret as well. */
    listen: async ({ url }: Pick<Receiver, 'url'>, change: object = {}, key?: string) =>
      (await desk('POST', '', { url, ...change }, key)).body,
    /** Does everything that is due. */
    run: () => opened().gateway.clockWork.runDue(now),
    deliveriesOf: async (id: string, query = '') => (await desk('GET', `/${id}/deliveries${query}`)).body.items,
    async endReceivers(): Promise<void> {
      for (const one of receivers.splice(0)) await one.end();
    },
  };
};

/** Declares tests on both databases; each begins at {@link now}, without reports and without receivers. */
export const onWebhooks = (title: string, define: (tools: ReturnType<typeof toolsFor>) => void): void =>
  onBothDatabases(
    title,
    (opened) => {
      const tools = toolsFor(opened);
      beforeEach(async () => {
        opened().clock.set(now);
        await tools.run();
        await forgetReports(opened());
        await tools.engine().database.query('delete from webhook_endpoint', []);
      });
      afterEach(() => tools.endReceivers());
      define(tools);
    },
    { webhooks },
  );
