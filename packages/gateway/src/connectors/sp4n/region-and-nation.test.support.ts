import type { Sp4nSettings } from '../../configuration/sp4n-settings.ts';
import type { DatabaseLocation } from '../../database/connect.ts';
import { silentLog } from '../../journal/log.ts';
import { openTestGateway, testKeys } from '../../test-gateway.test.support.ts';
import { openNation, settingsFor } from '../fault-run.test.support.ts';
import type { ForwardingRules } from '../forwarding-options.ts';
import { listWaitingTasks } from '../set-aside.ts';
import { createSp4nConnector } from './sp4n-connector.ts';

const rules: Partial<ForwardingRules> = { patience: 10, settling: 0, pauses: [0, 0], pollPauses: [3_600, 3_600] };

type Nation = Awaited<ReturnType<typeof openNation>>;

/**
 * A region that forwards by the V3 door of a nation, over HTTP: two real gateways.
 *
 * @param change settings that follow from the nation's numbers.
 */
export const openRegion = async (
  location: DatabaseLocation,
  nationLocation: DatabaseLocation,
  change: (nation: Nation) => Promise<Partial<Sp4nSettings>> = async () => ({}),
) => {
  const nation = await openNation(nationLocation);
  const settings = { ...(await settingsFor(nation.url, nation.url)), ...(await change(nation)) };
  const connectors = [createSp4nConnector(settings)];
  const told: { readonly facts: object; readonly message: string }[] = [];
  const opened = await openTestGateway(location, {
    log: { ...silentLog, warn: (facts, message) => void told.push({ facts, message }) },
    forwarding: { connectors, institutions: { sumbar: 'sp4n' }, rules },
  });
  const { engine, clockWork } = opened.gateway;
  const carry = () => clockWork.runDue(opened.clock.now());
  return {
    ...opened,
    nation,
    connectors,
    /** What operators were warned of. */
    told,
    /** Brings up what waits. */
    carry,
    /** Asks until three answers in a row can have brought nothing. */
    async hear(): Promise<void> {
      for (let turn = 0; turn < 4; turn += 1) {
        await engine.database.query('update forwarding set next_poll_at = now()', []);
        await carry();
      }
    },
    read: async (trackingId: string, key: string = testKeys.site) =>
      (await opened.call('GET', `/v1/reports/${trackingId}`, { key })).body,
    setAside: () => listWaitingTasks(engine, true),
    async close(): Promise<void> {
      await opened.gateway.close();
      await nation.close();
    },
  };
};

/** What {@link openRegion} gives. */
export type Region = Awaited<ReturnType<typeof openRegion>>;
