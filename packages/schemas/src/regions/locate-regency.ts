import type { LoadData } from './load-data.ts';
import type { Point } from './point.ts';
import { loadBoundaries } from './load-boundaries.ts';
import { provinceCandidates } from './province-candidates.ts';
import { regencyAt, type RegencyGuess } from './regency-at.ts';

/**
 * The regency of any province that holds a point, or else the nearest one within half a degree.
 *
 * Loads the likeliest province first and stops as soon as one holds the point; only near a corner or at sea are several
 * files needed. Files are not kept: let `load` cache them.
 *
 * @param load brings `boundaries/13.json` and others.
 * @returns `undefined` when no regency is near, or the point is not on the globe; nothing is loaded for such a point.
 * @throws TypeError when what was loaded is not a file of boundaries, and whatever `load` throws.
 */
export const locateRegency = async (point: Point, load: LoadData): Promise<RegencyGuess | undefined> => {
  let nearest: RegencyGuess | undefined;
  for (const province of provinceCandidates(point)) {
    const guess = regencyAt(point, await loadBoundaries(province, load));
    if (guess?.how === 'inside') return guess;
    if (guess && guess.distanceKm < (nearest?.distanceKm ?? Infinity)) nearest = guess;
  }
  return nearest;
};
