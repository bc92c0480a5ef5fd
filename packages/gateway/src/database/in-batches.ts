/** How calls are gathered. */
export interface BatchOptions {
  /** How many are done together at most. */
  readonly most: number;
  /** Batches that are under way at the same time. */
  readonly atOnce: number;
  /** Whether a batch that failed so is done again one by one, because one of its calls can have spoilt it for the others. */
  readonly isWorthTryingAlone: (error: unknown) => boolean;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result | PromiseLike<Result>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets calls that come at the same time be done together. Nobody waits for company: what came in one turn of the event
 * loop is done at its end, and what comes while others are under way is gathered. So batches grow with the load.
 *
 * @param work does several calls and gives their results in the same order.
 */
export const inBatches = <Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
  { most, atOnce, isWorthTryingAlone }: BatchOptions,
): ((item: Item) => Promise<Result>) => {
  const waiting: Waiting<Item, Result>[] = [];
  let underWay = 0;

  const runBatch = async (batch: readonly Waiting<Item, Result>[]): Promise<void> => {
    try {
      const results = await work(batch.map(({ item }) => item));
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
    } catch (error) {
      const alone = batch.length > 1 && isWorthTryingAlone(error);
      for (const { item, resolve, reject } of batch) {
        if (alone) await work([item]).then(([result]) => resolve(result as Result), reject);
        else reject(error);
      }
    }
  };

  let isAwaited = false;

  const runWaiting = async (): Promise<void> => {
    isAwaited = false;
    underWay += 1;
    while (waiting.length > 0) await runBatch(waiting.splice(0, most));
    underWay -= 1;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (underWay >= atOnce || isAwaited) return;
      isAwaited = true;
      setImmediate(() => void runWaiting());
    });
};
