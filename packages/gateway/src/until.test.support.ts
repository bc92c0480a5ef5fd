import { setTimeout as wait } from 'node:timers/promises';

/**
 * Waits until something is so.
 *
 * @param patience milliseconds.
 * @throws Error that tells `what` did not come about.
 */
export const until = async (
  isSo: () => boolean | Promise<boolean>,
  what: string,
  patience = 120_000,
): Promise<void> => {
  const end = performance.now() + patience;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`It did not come about that ${what}`);
    await wait(10);
  }
};
