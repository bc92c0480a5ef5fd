import type { RegionCode } from '../fields/region-code.ts';
import { isPoint, type Point } from './point.ts';
import { provinceBoxes } from './province-boxes.ts';

/** Degrees around a box in which its regencies can still be within reach: half a degree, as longitude at 11° south. */
const margin = 0.51;

/**
 * The provinces that may hold a point, likeliest first: those to whose boxes the point is closest, and among the boxes
 * around it the smallest. Tells which boundary files are worth loading.
 *
 * @returns an empty array when the point is far from Indonesia, not finite, or not on the globe.
 */
export const provinceCandidates = (point: Point): readonly RegionCode[] => {
  if (!isPoint(point)) return [];
  const { latitude, longitude } = point;
  return Object.entries(provinceBoxes)
    .map(([code, [west, south, east, north]]) => ({
      code,
      away: Math.max(west - longitude, longitude - east, south - latitude, latitude - north, 0),
      area: (east - west) * (north - south),
    }))
    .filter(({ away }) => away <= margin)
    .sort((a, b) => a.away - b.away || a.area - b.area)
    .map(({ code }) => code);
};
