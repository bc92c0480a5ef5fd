import { after, afterEach, before } from 'node:test';
import { describeOnBoth, type TestGateway } from '../both-databases.test.support.ts';
import type { DatabaseLocation } from '../database/connect.ts';
import { deskCalls } from '../desk/desk-calls.test.support.ts';
import { silentLog } from '../journal/log.ts';
import { openTestGateway, testKeys } from '../test-gateway.test.support.ts';
import type { ForwardingRules } from './forwarding-options.ts';
import { sampleSettings } from './sp4n/canned-upstream.test.support.ts';
import { createSp4nConnector } from './sp4n/sp4n-connector.ts';
import { startStatefulUpstream } from './stateful-upstream.test.support.ts';

/** When what is due is looked for. */
export const now = '2026-03-10T02:00:00Z';

/** Nothing is waited for but the next time that it is asked what is there. */
export const rules: ForwardingRules = {
  patience: 2,
  settling: 0,
  pauses: [0, 0, 0, 0],
  circuitFailures: 1_000,
  circuitPauses: [60, 60],
  pollPauses: [3_600, 3_600],
  pollClosedDays: 30,
};

/** A system that takes reports and remembers them. */
export type Upstream = Awaited<ReturnType<typeof startStatefulUpstream>>;

/** What the gateway warns of. */
export type Told = { facts: object; message: string }[];

/** A filled gateway that forwards what Sumatera Barat has to the upstream; its social office keeps its own. */
export const openForwarding = (
  location: DatabaseLocation,
  upstream: Upstream,
  change: Partial<ForwardingRules> = {},
  told: Told = [],
): Promise<TestGateway> =>
  openTestGateway(location, {
    log: { ...silentLog, warn: (facts, message) => void told.push({ facts, message }) },
    forwarding: {
      connectors: [
        createSp4nConnector(
          sampleSettings({ baseUrl: upstream.baseUrl, institutions: { sumbar: 200, 'sumbar.gone': 202 } }),
        ),
      ],
      institutions: { sumbar: 'sp4n', 'sumbar.sosial': 'desk' },
      rules: { ...rules, ...change },
    },
  });

/** A gateway and the system that it forwards to, as tests work with them. */
export interface ForwardingWorld {
  readonly upstream: () => Upstream;
  readonly gateway: () => TestGateway;
  readonly told: Told;
  readonly desk: ReturnType<typeof deskCalls>;
  /** Does what is due. */
  readonly run: () => Promise<unknown>;
  readonly query: TestGateway['gateway']['engine']['database']['query'];
  /** A report as it is read. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into it
  readonly read: (trackingId: string, key?: string) => Promise<any>;
}

/**
 * Declares the same tests twice, as {@link describeOnBoth} does, each time with a gateway and a system that it forwards to.
 * What befalls calls ends with each test.
 */
export const describeForwarding = (title: string, define: (world: ForwardingWorld) => void): void =>
  describeOnBoth(title, (newLocation) => {
    let upstream: Upstream;
    let gateway: TestGateway;
    const told: Told = [];
    before(async () => {
      upstream = await startStatefulUpstream();
      gateway = await openForwarding(await newLocation(), upstream, {}, told);
    });
    after(async () => {
      await gateway?.gateway.close();
      await upstream?.close();
    });
    afterEach(() => upstream.befall(() => 'none'));
    define({
      upstream: () => upstream,
      gateway: () => gateway,
      told,
      desk: deskCalls(() => gateway),
      run: () => gateway.gateway.clockWork.runDue(now),
      query: (text, values) => gateway.gateway.engine.database.query(text, values),
      read: async (trackingId, key = testKeys.site) =>
        (await gateway.call('GET', `/v1/reports/${trackingId}`, { key })).body,
    });
  });

/** What was put aside for good, in the order in which it came. */
export const failedTasks = ({ query }: ForwardingWorld): Promise<{ kind: string; last_error: string }[]> =>
  query(`select kind, last_error from forwarding_task where state = 'failed' order by id`, []);
