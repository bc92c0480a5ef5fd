/** How many reports were counted, apart: those that everybody can read, and those whose content is confidential. */
export interface Tally {
  readonly public: number;
  readonly confidential: number;
}

/** Nothing counted. */
export const noTally: Tally = Object.freeze({ public: 0, confidential: 0 });

/** Both together: the figure that is told, where one is. */
export const countOf = (tally: Tally): number => tally.public + tally.confidential;

/** Two tallies together. */
export const plus = (one: Tally, other: Tally): Tally => ({
  public: one.public + other.public,
  confidential: one.confidential + other.confidential,
});

/** Tallies by key: of the statuses, say. A key that nothing was counted under is absent. */
export type Tallies = ReadonlyMap<string, Tally>;

/** All of several tallies. */
export const sumOf = (tallies: Iterable<Tally>): Tally => [...tallies].reduce(plus, noTally);

/** Tallies under wider keys: of days by their years, of villages by their districts. */
export const rolledUp = (tallies: Tallies, keyOf: (key: string) => string): Tallies => {
  const wider = new Map<string, Tally>();
  for (const [key, tally] of tallies) wider.set(keyOf(key), plus(wider.get(keyOf(key)) ?? noTally, tally));
  return wider;
};

/**
 * Whether a figure may be told: it is not small, and confidential reports in it are in the company of enough public
 * ones. Public reports can be counted in the public list, so that without company the figure would be theirs alone.
 * Nothing at all may always be told.
 *
 * @param least smallest figure that is told.
 */
export const isTellable = (tally: Tally, least: number): boolean => {
  const count = countOf(tally);
  return count === 0 || (count >= least && (tally.confidential === 0 || tally.public >= Math.max(1, least)));
};
