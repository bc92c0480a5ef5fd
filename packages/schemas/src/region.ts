import * as z from 'zod/mini';
import { openSet } from './fields/open-set.ts';
import { RegionCode } from './fields/region-code.ts';
import { TimeZone } from './fields/time-zone.ts';

/** The four levels of Indonesian government by place. */
export const RegionLevel = z.enum(['province', 'regency', 'district', 'village']);
/** What {@link RegionLevel} parses to. */
export type RegionLevel = z.infer<typeof RegionLevel>;

/** A region as the gateway tells it. 26 names belong to both a Kabupaten and a Kota: show `fullName`, never `name` alone. */
export const Region = z.object({
  code: RegionCode,
  /** An open set. */
  level: openSet(RegionLevel),
  /** For regencies and villages: which of the two kinds it is. An open set. */
  kind: z.optional(openSet(z.enum(['kabupaten', 'kota', 'kelurahan', 'desa']))),
  /** The bare name, for instance `Bandung`. */
  name: z.string(),
  /** The name that cannot be mistaken, for instance `Kabupaten Bandung`. */
  fullName: z.string(),
  parentCode: z.optional(RegionCode),
  /** An open set. */
  timeZone: openSet(TimeZone),
  /** Where it lies, for instance `Kota Padang, Provinsi Sumatera Barat`. Told of what was found by name: names recur. */
  within: z.optional(z.string()),
});
/** What {@link Region} parses to. */
export type Region = z.infer<typeof Region>;
