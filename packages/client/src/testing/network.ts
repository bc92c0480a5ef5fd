import type { OperationId } from '@lapor/schemas/contract';
import type { Disturbance, Fault } from './fault.ts';
import type { Random } from './seeded-random.ts';

/** The way between the client and the fake gateway. */
export interface Network {
  /** Has something go wrong from now on. Returns what ends it. */
  disturb(disturbance: Disturbance): () => void;
  /** Ends every disturbance. */
  calm(): void;
  /** What goes wrong with the call that comes now: of several disturbances that strike, the one that was added first. */
  faultOf(operationId: OperationId | undefined): Fault | undefined;
}

const strikes = (disturbance: Disturbance, operationId: OperationId | undefined): boolean => {
  const { on } = disturbance;
  return on === undefined || (operationId !== undefined && [on].flat().includes(operationId));
};

/** Makes the way between the client and the fake gateway. The same calls in the same order meet the same faults. */
export const createNetwork = (random: Random): Network => {
  let pending: { readonly disturbance: Disturbance; skip: number; times: number }[] = [];
  return {
    disturb(disturbance) {
      const { skip = 0, chance, times = chance === undefined ? 1 : Infinity } = disturbance;
      const entry = { disturbance, skip, times };
      pending.push(entry);
      return () => {
        pending = pending.filter((other) => other !== entry);
      };
    },
    calm() {
      pending = [];
    },
    faultOf(operationId) {
      for (const entry of pending) {
        const { disturbance } = entry;
        if (entry.times <= 0 || !strikes(disturbance, operationId)) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        if (random() >= (disturbance.chance ?? 1)) continue;
        entry.times -= 1;
        return disturbance;
      }
      return undefined;
    },
  };
};
