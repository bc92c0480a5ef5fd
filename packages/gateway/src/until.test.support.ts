import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds: longer than what died with a process is kept from others, and a pause after a failure. */
const patience = 150_000;

/**
 * Waits until something is so.
 *
 * @throws Error that tells `what` did not come about.
 */
export const until = async (isSo: () => boolean | Promise<boolean>, what: string): Promise<void> => {
  const end = performance.now() + patience;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`It did not come about that ${what}`);
    await wait(10);
  }
};
