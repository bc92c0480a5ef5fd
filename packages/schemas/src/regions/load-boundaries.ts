import type { RegionCode } from '../fields/region-code.ts';
import type { Boundaries } from './boundaries.ts';
import type { LoadData } from './load-data.ts';
import { provinceBoxes } from './province-boxes.ts';

/**
 * The borders of a province's regencies; about 6 kB over the wire, up to 14 kB for an archipelago.
 *
 * @param provinceCode for instance `13`.
 * @param load brings `boundaries/13.json`.
 * @throws RangeError when there is no such province (nothing is loaded then), TypeError when what was loaded is not a
 *   file of boundaries, and whatever `load` throws.
 */
export const loadBoundaries = async (provinceCode: RegionCode, load: LoadData): Promise<Boundaries> => {
  if (!Object.keys(provinceBoxes).includes(provinceCode)) {
    throw new RangeError('loadBoundaries: `provinceCode` is not the code of a province. Pass two digits such as `13`.');
  }
  const path = `boundaries/${provinceCode}.json`;
  const file = await load(path);
  if (!isBoundaries(file)) {
    throw new TypeError(`loadBoundaries: \`${path}\` holds no boundaries. Serve the \`data\` folder unchanged.`);
  }
  return file;
};

const isBoundaries = (file: unknown): file is Boundaries => {
  const { arcs, transform, objects } = (file ?? {}) as Partial<Boundaries>;
  return Array.isArray(arcs) && transform !== undefined && objects !== undefined;
};
