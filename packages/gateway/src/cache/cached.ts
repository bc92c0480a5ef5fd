import { isWithinTransaction } from '../database/transaction-scope.ts';

/** A value that is loaded when it is first needed, and again when it is older than it may be. */
export interface Cached<Value> {
  get(): Promise<Value>;
  /** Forgets the value: whoever asks next gets a fresh one. */
  clear(): void;
}

/**
 * Keeps the result of a slow question for a while. Callers that ask at the same time share one loading;
 * a loading that fails is not kept.
 *
 * @param maxAge milliseconds after which the value is loaded anew.
 */
export const cached = <Value>(load: () => Promise<Value>, maxAge: number): Cached<Value> => {
  let current: { readonly value: Promise<Value>; readonly until: number; isLoaded: boolean } | undefined;
  return {
    get() {
      const now = performance.now();
      const fresh = current !== undefined && now < current.until ? current : undefined;
      // Whoever is loading may be waiting for the very connection that this transaction holds.
      if (isWithinTransaction()) return fresh?.isLoaded ? fresh.value : load();
      if (fresh) return fresh.value;
      const value = load();
      const entry = { value, until: now + maxAge, isLoaded: false };
      current = entry;
      value.then(
        () => void (entry.isLoaded = true),
        () => {
          if (current === entry) current = undefined;
        },
      );
      return value;
    },
    clear() {
      current = undefined;
    },
  };
};
