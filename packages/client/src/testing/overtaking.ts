import { pause } from '../http/pause.ts';

/** Who came when, and whose answer a later one is to overtake. */
export interface Overtaking {
  /** Gives a call that has come its number. */
  arrive(): number;
  /** Waits until a call that came later was answered, or so long. */
  wait(call: number, milliseconds: number, signal: AbortSignal | undefined): Promise<void>;
  /** Says that a call was answered, and lets go of those that came before it. */
  answered(call: number): void;
}

/** Keeps the answers that a later one is to overtake. */
export const createOvertaking = (): Overtaking => {
  let arrived = 0;
  let latest = 0;
  let waiting: { readonly call: number; readonly letGo: () => void }[] = [];
  return {
    arrive: () => (arrived += 1),
    async wait(call, milliseconds, signal) {
      if (latest > call) return;
      const overtaken = new Promise<void>((resolve) => void waiting.push({ call, letGo: resolve }));
      await Promise.race([overtaken, pause(milliseconds, signal)]);
    },
    answered(call) {
      latest = Math.max(latest, call);
      for (const one of waiting) if (one.call < latest) one.letGo();
      waiting = waiting.filter((one) => one.call >= latest);
    },
  };
};
