import type { Boundaries } from './boundaries.ts';

/** Points of a closed ring, each as longitude and latitude. */
export type Ring = readonly (readonly [number, number])[];

/** A regency as TopoJSON means it: polygons of an outer ring and its holes. */
export interface RegencyArea {
  readonly code: string;
  readonly polygons: readonly (readonly Ring[])[];
}

/**
 * The regencies of a boundary file with their arcs joined into rings, as the TopoJSON specification describes it.
 *
 * The sources do without rings, so this is a second, independent way to the same answers.
 */
export const regencyAreas = ({ arcs, transform, objects }: Boundaries): RegencyArea[] => {
  const lines = arcs.map((arc) => {
    const position: [number, number] = [0, 0];
    return arc.map(([dx, dy]): [number, number] => {
      position[0] += dx;
      position[1] += dy;
      const [x, y] = [position[0] * transform.scale[0], position[1] * transform.scale[1]];
      return [x + transform.translate[0], y + transform.translate[1]];
    });
  });
  const ring = (numbers: readonly number[]): Ring =>
    numbers.flatMap((number) => (number < 0 ? (lines[~number] ?? []).toReversed() : (lines[number] ?? [])));
  return Object.values(objects).flatMap(({ geometries }) =>
    geometries.map((geometry) => {
      const nested = geometry.arcs as unknown as number[][][] | number[][];
      const polygons = (Array.isArray(nested[0]?.[0]) ? nested : [nested]) as number[][][];
      return { code: geometry.properties.code, polygons: polygons.map((rings) => rings.map(ring)) };
    }),
  );
};

/** Whether a ring goes around a point: the sum of the angles under which its edges are seen is a full turn, not nothing. */
export const goesAround = (ring: Ring, x: number, y: number): boolean => {
  let turn = 0;
  ring.forEach(([x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
    turn += Math.atan2((x1 - x) * (y2 - y) - (x2 - x) * (y1 - y), (x1 - x) * (x2 - x) + (y1 - y) * (y2 - y));
  });
  return Math.abs(turn) > Math.PI;
};

/** Whether a point lies in a regency: within an outer ring and in none of its holes. */
export const holds = ({ polygons }: RegencyArea, x: number, y: number): boolean =>
  polygons.some(([outer = [], ...holes]) => goesAround(outer, x, y) && !holes.some((hole) => goesAround(hole, x, y)));

/** The area of the box around a polygon, in square degrees. */
const boxArea = (rings: readonly Ring[]): number => {
  const [xs, ys] = [rings.flat().map(([x]) => x), rings.flat().map(([, y]) => y)];
  return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
};

/** A point well inside the regency: the middle of the longest stretch on some lines across its largest polygon. */
export const interiorPoint = ({ polygons }: RegencyArea): { latitude: number; longitude: number } => {
  const largest = polygons.toSorted((a, b) => boxArea(b) - boxArea(a))[0] ?? [];
  const ys = largest.flat().map(([, y]) => y);
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  let best = { width: 0, latitude: NaN, longitude: NaN };
  for (const share of [0.5, 0.41, 0.59, 0.33, 0.67]) {
    const latitude = south + share * (north - south);
    const crossings = largest
      .flatMap((ring) =>
        ring.flatMap(([x1, y1], index) => {
          const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
          return y1 > latitude === y2 > latitude ? [] : [x1 + ((latitude - y1) * (x2 - x1)) / (y2 - y1)];
        }),
      )
      .toSorted((a, b) => a - b);
    for (let i = 1; i < crossings.length; i += 2) {
      const [west, east] = [crossings[i - 1] ?? NaN, crossings[i] ?? NaN];
      if (east - west > best.width) best = { width: east - west, latitude, longitude: (west + east) / 2 };
    }
  }
  return best;
};
