/**
 * How many letters must be added, left out, changed or swapped with their neighbour to turn `typed` into the start of
 * `name`. Letters of `name` that were not typed yet cost nothing.
 *
 * @returns at most `limit + 1`, which stands for "more than `limit`". Takes time in proportion to the product of the lengths.
 */
export const editDistance = (typed: string, name: string, limit: number): number => {
  if (typed.length > name.length + limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: name.length + 1 }, (_, column) => column);
  for (let i = 1; i <= typed.length; i++) {
    const next = [i];
    for (let j = 1; j <= name.length; j++) {
      const same = typed[i - 1] === name[j - 1];
      let cost = Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + (same ? 0 : 1));
      const swapped = typed[i - 1] === name[j - 2] && typed[i - 2] === name[j - 1];
      if (i > 1 && j > 1 && swapped) cost = Math.min(cost, at(before, j - 2) + 1);
      next.push(cost);
    }
    [before, row] = [row, next];
  }
  return Math.min(limit + 1, ...row);
};

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity;
