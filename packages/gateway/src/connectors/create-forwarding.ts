import type { Courier } from '../clock-work/courier.ts';
import type { OutboxSubscriber } from '../clock-work/outbox-subscriber.ts';
import type { Engine } from '../engine/engine.ts';
import { createCircuit } from './circuit.ts';
import { createForwardingCourier } from './forwarding-courier.ts';
import { createForwardingFigures, type ForwardingFigures } from './forwarding-figures.ts';
import { defaultForwardingRules, type ForwardingOptions } from './forwarding-options.ts';
import { createForwardingSubscriber } from './forwarding-subscriber.ts';

/** Everything of forwarding: who hears of events, who carries, and what is counted. */
export interface Forwarding {
  readonly subscriber: OutboxSubscriber;
  readonly courier: Courier;
  readonly figures: ForwardingFigures;
}

/** Makes the forwarding of a gateway. Nothing is sent until its clock work runs. */
export const createForwarding = (engine: Engine, options: ForwardingOptions): Forwarding => {
  const rules = { ...defaultForwardingRules, ...options.rules };
  const circuits = new Map(options.connectors.map(({ name }) => [name, createCircuit(rules)]));
  const figures = createForwardingFigures(
    () => new Map([...circuits].map(([name, circuit]) => [name, circuit.allows() !== 'all'])),
  );
  return {
    figures,
    subscriber: createForwardingSubscriber(engine, options),
    courier: createForwardingCourier(engine, { rules, connectors: options.connectors, circuits, figures }),
  };
};
