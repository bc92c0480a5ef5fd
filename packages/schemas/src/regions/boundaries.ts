import type { RegionCode } from '../fields/region-code.ts';

/** Two numbers that belong together: east first, then north. */
export type GridPair = readonly [x: number, y: number];

/** Numbers of arcs, nested by ring and, where there are several, by polygon. `~number` is the arc walked backwards. */
export type ArcNumbers = readonly (number | ArcNumbers)[];

/**
 * The borders of the regencies of one province: a file of `data/boundaries` as parsed JSON.
 *
 * A quantised TopoJSON topology with one object, whose polygons carry the regency's code. Only what is read is typed.
 */
export interface Boundaries {
  /** Lines between junctions: the first point in steps of the grid, then the steps from point to point. */
  readonly arcs: readonly (readonly GridPair[])[];
  /** From grid to degrees: longitude, then latitude. */
  readonly transform: { readonly scale: GridPair; readonly translate: GridPair };
  readonly objects: Readonly<Record<string, { readonly geometries: readonly BoundaryGeometry[] }>>;
}

/** The area of one regency, with its islands and without its enclaves. */
export interface BoundaryGeometry {
  readonly arcs: ArcNumbers;
  readonly properties: { readonly code: RegionCode };
}
