import { countOf, isTellable, type Tallies, type Tally } from './tally.ts';

/** One row that is shown: its figure, or `null` where that is hidden. */
export interface ShownRow {
  readonly key: string;
  readonly count: number | null;
}

/**
 * Whether what is hidden stays so when somebody takes the shown rows from the total: at least two rows share the rest,
 * and each of them could, for all that is told, be 1 or as large as the smallest figure that is told.
 */
export const isHiddenWell = (hidden: readonly Tally[], least: number): boolean =>
  hidden.length >= 2 && hidden.reduce((sum, tally) => sum + countOf(tally), 0) >= hidden.length + least - 1;

/** A row of confidential reports alone is not even named. */
const isNamed = (tally: Tally): boolean => tally.public > 0;

/**
 * Hides small figures among those that add up to a total which is told, and with them the smallest others that are
 * needed so that none can be had by subtraction.
 *
 * It guards against arithmetic on the figures that share this total.
 *
 * @param least smallest figure that is told.
 * @returns the rows that are named, in the order given; none when they are too few to hide anything among them.
 */
export const suppress = (tallies: Tallies, least: number): ShownRow[] => {
  const named = [...tallies].filter(([, tally]) => isNamed(tally));
  const isSmallAnywhere = [...tallies.values()].some((tally) => !isTellable(tally, least));
  if (!isSmallAnywhere) return named.map(([key, tally]) => ({ key, count: countOf(tally) }));

  const hidden = new Map(named.filter(([, tally]) => !isTellable(tally, least)));
  const others = named
    .filter(([key]) => !hidden.has(key))
    .sort(([oneKey, one], [otherKey, other]) => countOf(one) - countOf(other) || (oneKey < otherKey ? -1 : 1));
  for (const [key, tally] of others) {
    if (isHiddenWell([...hidden.values()], least)) break;
    hidden.set(key, tally);
  }
  if (!isHiddenWell([...hidden.values()], least)) return [];
  return named.map(([key, tally]) => ({ key, count: hidden.has(key) ? null : countOf(tally) }));
};
