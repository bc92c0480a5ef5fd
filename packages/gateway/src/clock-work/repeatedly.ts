/** Work that goes on until it is stopped. */
export interface Repetition {
  /** Begins the next round at once. */
  wake(): void;
  /** Resolves when the round that is under way is finished; no other begins. */
  stop(): Promise<void>;
}

/**
 * Does a piece of work again and again, each time a pause after the last. A round that fails is told of, and the next
 * one comes all the same.
 */
export const repeatedly = (
  work: () => Promise<unknown>,
  pauseMilliseconds: number,
  onError: (error: unknown) => void,
): Repetition => {
  const state = { stopped: false, woken: false, endPause: () => {} };
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseMilliseconds);
      state.endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async () => {
    while (!state.stopped) {
      state.woken = false;
      await work().catch(onError);
      if (!state.stopped && !state.woken) await pause();
    }
  };
  const running = run();
  return {
    wake() {
      state.woken = true;
      state.endPause();
    },
    async stop() {
      state.stopped = true;
      state.endPause();
      await running;
    },
  };
};
