import type { RegionCode } from '../fields/region-code.ts';
import type { Boundaries } from './boundaries.ts';

/** Points from one end of a line to the other, each as longitude and latitude in degrees. */
export type Line = readonly (readonly [longitude: number, latitude: number])[];

/** A regency and the lines that make up its border, in no order. */
export interface RegencyOutline {
  readonly code: RegionCode;
  readonly lines: readonly Line[];
}

const decoded = new WeakMap<Boundaries, readonly RegencyOutline[]>();

/**
 * The regencies of a boundary file with their borders in degrees; decoded once for each file.
 *
 * The arcs are not joined into rings. Whether a point lies inside and how far off it is can be told from the lines
 * alone, so neither their order nor their direction matters.
 */
export const regencyOutlines = (boundaries: Boundaries): readonly RegencyOutline[] => {
  const outlines = decoded.get(boundaries) ?? decode(boundaries);
  decoded.set(boundaries, outlines);
  return outlines;
};

const decode = ({ arcs, transform, objects }: Boundaries): RegencyOutline[] => {
  const lines = arcs.map((arc) => decodeArc(arc, transform));
  return Object.values(objects).flatMap(({ geometries }) =>
    geometries.map((geometry) => ({
      code: geometry.properties.code,
      lines: (geometry.arcs.flat(2) as number[]).flatMap((number) => [lines[number < 0 ? ~number : number] ?? []]),
    })),
  );
};

const decodeArc = (arc: Boundaries['arcs'][number], { scale, translate }: Boundaries['transform']): Line => {
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
};
