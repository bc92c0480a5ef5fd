import type { Courier } from '../clock-work/courier.ts';
import type { Engine } from '../engine/engine.ts';
import { type Carriage, carryTask, leaseOf } from './carry-task.ts';
import type { Circuit } from './circuit.ts';
import type { Connector } from './connector.ts';
import { takePoll } from './forwarded-reports.ts';
import type { ForwardingFigures } from './forwarding-figures.ts';
import type { ForwardingRules } from './forwarding-options.ts';
import { checkTask } from './check-task.ts';
import { takeCheck, takeTask } from './forwarding-tasks.ts';
import { pollReport } from './poll-report.ts';
import { createSettingsWatch } from './watch-settings.ts';

/** What a courier is made of. */
export interface ForwardingParts {
  readonly rules: ForwardingRules;
  readonly connectors: readonly Connector[];
  readonly circuits: ReadonlyMap<string, Circuit>;
  readonly figures: ForwardingFigures;
}

/** Does one thing that is due: what is to go up first, then what is to be checked or asked. @returns false when nothing is. */
const doNext = async (carriage: Carriage): Promise<boolean> => {
  const { engine, connector, rules } = carriage;
  const task = await takeTask(engine.database, connector.name, leaseOf(rules));
  if (task !== undefined) {
    await carryTask(carriage, task);
    return true;
  }
  const check = await takeCheck(engine.database, connector.name, leaseOf(rules));
  if (check !== undefined) {
    await checkTask(carriage, check);
    return true;
  }
  const poll = await takePoll(engine.database, connector.name, leaseOf(rules));
  if (poll !== undefined) await pollReport(carriage, poll);
  return poll !== undefined;
};

/** Settings may name what is not in the directory: misspelt, or gone since. That stops nothing, and has to be told. */
const tellStrangers = async ({ directory, log }: Engine, connectors: readonly Connector[]): Promise<void> => {
  const { institutions, categories } = await directory.get();
  for (const { name, names } of connectors) {
    const strangers = [
      ...(names?.institutions ?? []).filter((id) => !institutions.has(id)),
      ...(names?.categories ?? []).filter((id) => !categories.has(id)),
    ];
    if (strangers.length > 0)
      log.warn({ connector: name, ids: strangers }, 'settings name institutions or categories that are not there');
  }
};

/**
 * Carries what other systems have to hear, and hears what they tell: each system in a round of its own, never more calls at
 * the same time than it is said to bear, one at first and more as they go well.
 */
export const createForwardingCourier = (
  engine: Engine,
  { rules, connectors, circuits, figures }: ForwardingParts,
): Courier => {
  const { log } = engine;
  const rounds = new Map<string, Promise<void>>();
  let attempted = 0;
  let hasTold = false;
  const watch = createSettingsWatch(engine, { connectors, patience: rules.patience, figures });
  let comparing: Promise<void> | undefined;

  const serve = async (connector: Connector, circuit: Circuit, signal: AbortSignal): Promise<void> => {
    const carriage: Carriage = { engine, connector, rules, circuit, figures };
    const workers = new Set<Promise<void>>();
    const failures: unknown[] = [];
    const work = async (): Promise<void> => {
      while (!signal.aborted && failures.length === 0) {
        const allowed = circuit.allows();
        if (allowed === 'none' || (allowed === 'one' && workers.size > 1)) break;
        if (!(await doNext(carriage))) break;
        attempted += 1;
        // A round lasts as long as something is due: whoever ended because little was to be done is replaced.
        if (circuit.allows() === 'all' && workers.size < connector.concurrency) begin();
      }
    };
    const begin = (): void => {
      // Several may fail at the same time, and the round ends with the last of them.
      const worker = work()
        .catch((error: unknown) => void failures.push(error))
        .finally(() => workers.delete(worker));
      workers.add(worker);
    };
    begin();
    while (workers.size > 0) await Promise.all(workers);
    if (failures.length > 0) throw failures[0];
  };

  return {
    name: 'forwarding',
    async beginDue(signal) {
      if (!hasTold) {
        hasTold = true;
        await tellStrangers(engine, connectors);
      }
      comparing ??= watch
        .look()
        .catch((error: unknown) => log.error({ error }, 'settings were not compared; it is tried again'))
        .finally(() => void (comparing = undefined));
      for (const connector of connectors) {
        const circuit = circuits.get(connector.name);
        if (circuit === undefined || rounds.has(connector.name) || signal.aborted) continue;
        const round = serve(connector, circuit, signal)
          .catch((error: unknown) => log.error({ error }, 'forwarding failed; it is tried again'))
          .finally(() => rounds.delete(connector.name));
        rounds.set(connector.name, round);
      }
    },
    async settled() {
      while (rounds.size > 0) await Promise.all(rounds.values());
      await comparing;
      const count = attempted;
      attempted = 0;
      return count;
    },
    async close() {
      await Promise.all(connectors.map((connector) => connector.close()));
    },
  };
};
