/** What a process that was ended by a signal answers, by the custom of shells. */
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;

/** A terminal's Ctrl-C arrives twice when npm stands between: within this time it is the same one. */
const samePressMilliseconds = 300;

/** Listens for signals to stop. */
export interface StopSignals {
  /** Resolves at the first signal. */
  readonly first: Promise<void>;
  /** Whether there was one. */
  readonly hasCome: boolean;
}

/** Waits for `SIGINT` or `SIGTERM`. The first one asks to stop; another one ends the process at once. */
export const stopSignals = (): StopSignals => {
  let since: number | undefined;
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (since === undefined) {
        since = performance.now();
        resolve();
      } else if (performance.now() - since > samePressMilliseconds) {
        process.stderr.write('lapor-gateway: stopped at once. Everything that was accepted is kept.\n');
        process.exit(exitCodes[signal]);
      }
    });
  }
  return {
    first: promise,
    get hasCome() {
      return since !== undefined;
    },
  };
};
