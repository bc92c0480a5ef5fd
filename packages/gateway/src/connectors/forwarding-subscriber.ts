import type { LifecycleEvent } from '@lapor/schemas/lifecycle';
import type { OutboxEvent, OutboxSubscriber } from '../clock-work/outbox-subscriber.ts';
import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { lockReport } from '../reports/report-row.ts';
import { actAsSystem } from './act-as-system.ts';
import { addTask } from './forwarding-tasks.ts';
import type { ForwardingOptions } from './forwarding-options.ts';
import type { Message } from './parcel.ts';
import { routeOf } from './route-of.ts';

/** What the other system has to hear of. */
const messageKinds: Readonly<Partial<Record<LifecycleEvent['type'], Message['kind']>>> = {
  replied: 'reply',
  confirmed: 'rating',
  disputed: 'dispute',
  withdrawn: 'withdrawal',
  returned: 'return',
};

/** Who has the report after an event that says so. */
const newOwnerOf = (event: LifecycleEvent): string | undefined => {
  if (event.type === 'received') return event.ownerId;
  return event.type === 'disposed' || event.type === 'returned' ? event.to : undefined;
};

/**
 * Puts what other systems have to hear into rows. Carrying it is the courier's. A report goes up where its owner's
 * connector is not the desk, at first or when it is passed on; once it is there, it is told what happens here.
 */
export const createForwardingSubscriber = (engine: Engine, options: ForwardingOptions): OutboxSubscriber => {
  const connectors = new Map(options.connectors.map((connector) => [connector.name, connector]));

  const sendUp = async (transaction: Queryable, { reportId, trackingId, event }: OutboxEvent, name: string) => {
    const row = await lockReport(transaction, trackingId);
    // Passed on again meanwhile: its new owner's event decides.
    if (row === undefined || row.state.ownerId !== newOwnerOf(event)) return;
    const known = await transaction.query(
      `select id from forwarding_task where report_id = $1 and connector = $2 and kind = 'report'`,
      [reportId, name],
    );
    if (known.length > 0 || !(await addTask(transaction, reportId, name, event.sequence, 'report'))) return;
    await actAsSystem(engine, transaction, row, { type: 'queueDelivery', connector: name });
  };

  /** Whoever is on the way to another system, or there. */
  const carriersOf = async (transaction: Queryable, reportId: string): Promise<string[]> =>
    (
      await transaction.query<{ connector: string }>(
        `select connector from forwarding_task where report_id = $1 and kind = 'report'`,
        [reportId],
      )
    ).map(({ connector }) => connector);

  return {
    name: 'forwarding',
    atOnce: 100,
    async handle(outboxEvent) {
      const { reportId, event } = outboxEvent;
      const owner = newOwnerOf(event);
      const name = owner === undefined ? undefined : routeOf(owner, await engine.directory.get(), options);
      const kind = messageKinds[event.type];
      if (name === undefined && kind === undefined) return;
      await engine.database.transaction(async (transaction) => {
        if (kind !== undefined) {
          for (const carrier of await carriersOf(transaction, reportId)) {
            if (connectors.get(carrier)?.carries(kind) === true)
              await addTask(transaction, reportId, carrier, event.sequence, kind);
          }
        }
        if (name !== undefined) await sendUp(transaction, outboxEvent, name);
      });
    },
  };
};
