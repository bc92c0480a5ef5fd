import type { Engine } from '../engine/engine.ts';
import type { Connector, SettingsChecked } from './connector.ts';
import type { ForwardingFigures } from './forwarding-figures.ts';
import { keepFindings } from './setting-findings.ts';
import { withinPatience } from './within-patience.ts';

/** Milliseconds until settings are compared again: after they were, and after nobody could be asked. */
const [often, soon] = [6 * 3_600_000, 15 * 60_000];

/** Compares settings with what other systems know: when the process begins, and then every few hours. */
export interface SettingsWatch {
  /** Compares what is due, one connector after another. Never throws for what another system does. */
  look(): Promise<void>;
}

/** @param now milliseconds that only ever grow. */
export const createSettingsWatch = (
  { database, log }: Engine,
  {
    connectors,
    patience,
    figures,
  }: { readonly connectors: readonly Connector[]; readonly patience: number; readonly figures: ForwardingFigures },
  now: () => number = () => performance.now(),
): SettingsWatch => {
  const due = new Map<string, number>();

  const ask = async (connector: Connector, signal: AbortSignal): Promise<SettingsChecked> =>
    (await connector.checkSettings?.(signal)) ?? { result: 'checked', findings: [] };

  const check = async (connector: Connector): Promise<void> => {
    const { name } = connector;
    if (!connector.checkSettings || (due.get(name) ?? 0) > now()) return;
    due.set(name, now() + soon);
    const checked = await withinPatience<SettingsChecked>(
      patience,
      (signal) => ask(connector, signal),
      (reason) => ({ result: 'away', reason }),
    );
    if (checked.result === 'away') {
      log.info(
        { connector: name, reason: checked.reason },
        'settings could not be compared with the master data there',
      );
      return;
    }
    due.set(name, now() + often);
    figures.countStrangers(name, checked.findings.length);
    const fresh = await keepFindings(database, name, checked.findings);
    for (const { setting, problem } of fresh) log.warn({ connector: name, setting }, problem);
  };

  return {
    async look() {
      for (const connector of connectors) await check(connector);
    },
  };
};
