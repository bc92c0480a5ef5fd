import type { RegionCode } from '../fields/region-code.ts';
import type { Boundaries } from './boundaries.ts';
import { isPoint, type Point } from './point.ts';
import { regencyOutlines, type Line } from './regency-outlines.ts';

/** The regency in which a point seems to lie: a suggestion, which the reporter confirms. */
export interface RegencyGuess {
  readonly code: RegionCode;
  /** `nearest`: the point lies outside all borders, at sea or on a coast that was simplified away. */
  readonly how: 'inside' | 'nearest';
  /** From the point to the regency, along the ground, in kilometres; 0 inside. */
  readonly distanceKm: number;
}

/** Half a degree of latitude, in kilometres. A regency farther off than this says nothing about a point at sea. */
const reachKm = 55.6;

/**
 * The regency of a province that holds a point, or else the nearest one within half a degree.
 *
 * The borders are simplified and of unofficial origin, so close to a border the answer can be the neighbour.
 *
 * @param boundaries the province's file of `data/boundaries`, parsed. Where the province is not known, use
 *   {@link locateRegency}: the nearest regency of a wrong province is found just as readily.
 * @returns `undefined` when the point is too far off, not finite, or not on the globe. A bad point never throws.
 */
export const regencyAt = (point: Point, boundaries: Boundaries): RegencyGuess | undefined => {
  if (!isPoint(point)) return undefined;
  const outlines = regencyOutlines(boundaries);
  const holder = outlines.find(({ lines }) => isInside(point, lines));
  if (holder) return { code: holder.code, how: 'inside', distanceKm: 0 };
  let nearest: RegencyGuess | undefined;
  for (const { code, lines } of outlines) {
    const distanceKm = Math.min(...lines.map((line) => distanceTo(point, line)));
    if (distanceKm < (nearest?.distanceKm ?? reachKm)) nearest = { code, how: 'nearest', distanceKm };
  }
  return nearest;
};

/**
 * Even-odd rule: a ray to the east crosses the border an odd number of times. Islands and enclaves are only more border.
 * An edge holds its lower end but not its upper one, so that a ray through a corner counts once.
 */
const isInside = ({ latitude, longitude }: Point, lines: readonly Line[]): boolean => {
  let inside = false;
  for (const line of lines) {
    let [x1, y1] = line[0] ?? [NaN, NaN];
    for (const [x2, y2] of line) {
      if (y1 > latitude !== y2 > latitude && longitude < x1 + ((latitude - y1) * (x2 - x1)) / (y2 - y1))
        inside = !inside;
      [x1, y1] = [x2, y2];
    }
  }
  return inside;
};

/** Kilometres to a line, on the plane that touches the globe at the point. Within reach that is exact to 0.3 %. */
const distanceTo = ({ latitude, longitude }: Point, line: Line): number => {
  const kmPerDegree = 111.195;
  const kmPerLongitude = kmPerDegree * Math.cos((latitude * Math.PI) / 180);
  let [x1, y1] = [NaN, NaN];
  let least = Infinity;
  for (const [east, north] of line) {
    const x2 = (east - longitude) * kmPerLongitude;
    const y2 = (north - latitude) * kmPerDegree;
    // The share of the edge, from its first end, at which it comes closest; the first point has no edge and stands alone.
    const share = -(x1 * (x2 - x1) + y1 * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2);
    const part = Math.min(1, Math.max(0, share));
    least = Math.min(
      least,
      Number.isNaN(part) ? Math.hypot(x2, y2) : Math.hypot(x1 + part * (x2 - x1), y1 + part * (y2 - y1)),
    );
    [x1, y1] = [x2, y2];
  }
  return least;
};
