/** A cause as an operator may see it: its own words can hold an address, and a body's. */
const reasonOf = (error: unknown, patience: number): string => {
  const { name, code } = error as NodeJS.ErrnoException;
  if (name === 'TimeoutError' || name === 'AbortError') return `no answer within ${patience} seconds`;
  return `it went wrong on the way (${code ?? name ?? 'unknown'})`;
};

/**
 * Makes one call, and gives it up when it takes too long.
 *
 * @param otherwise what a call counts as that was given up or threw.
 */
export const withinPatience = async <Result>(
  patience: number,
  call: (signal: AbortSignal) => Promise<Result>,
  otherwise: (reason: string) => Result,
): Promise<Result> => {
  const signal = AbortSignal.timeout(patience * 1000);
  const tooLong = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
  );
  tooLong.catch(() => {});
  try {
    return await Promise.race([call(signal), tooLong]);
  } catch (error) {
    return otherwise(reasonOf(error, patience));
  }
};
