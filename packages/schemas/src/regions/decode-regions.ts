import type { RegionCode } from '../fields/region-code.ts';
import type { Region } from '../region.ts';
import { timeZoneOfProvince } from './time-zone-of.ts';

/**
 * A file of `data/districts` or `data/villages` as parsed JSON: for each parent's code the names of its children,
 * `|` between them, in the order of their codes.
 *
 * A child's number is one more than the one before it (the first district is 01, the first village 2001) unless its
 * name starts with a number and `=`: `Padang Barat|Nanggalo|11=Lubuk Begalung`.
 */
export type RegionFile = Readonly<Record<RegionCode, string>>;

/** The regions of one file, in the order of their codes. */
export const decodeRegions = (file: RegionFile): readonly Readonly<Region>[] =>
  Object.entries(file).flatMap(([parentCode, names]) => {
    const child = parentCode.length > '13.71'.length ? village : district;
    let number = child === village ? 2000 : 0;
    return names.split('|').map((entry) => {
      const [, explicit, name = ''] = /^(?:(\d+)=)?(.*)$/.exec(entry) ?? [];
      number = explicit ? Number(explicit) : number + 1;
      return Object.freeze(child(parentCode, number, name));
    });
  });

/** The law on Papua's autonomy (UU 21/2001) calls a Kecamatan a Distrik; all provinces from 91 on are Papuan. */
const district = (parentCode: RegionCode, number: number, name: string): Region => ({
  code: `${parentCode}.${String(number).padStart(2, '0')}`,
  level: 'district',
  name,
  fullName: `${parentCode > '9' ? 'Distrik' : 'Kecamatan'} ${name}`,
  parentCode,
  timeZone: timeZoneOfProvince(parentCode),
});

/** Kemendagri numbers urban villages from 1001, rural ones from 2001 and those of customary law (`Desa Adat …`) from 3001. */
const village = (parentCode: RegionCode, number: number, name: string): Region => ({
  code: `${parentCode}.${number}`,
  level: 'village',
  kind: number < 2000 ? 'kelurahan' : 'desa',
  name,
  fullName: number < 2000 ? `Kelurahan ${name}` : name.startsWith('Desa ') ? name : `Desa ${name}`,
  parentCode,
  timeZone: timeZoneOfProvince(parentCode),
});
