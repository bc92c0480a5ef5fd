import type { RegionCode } from '../fields/region-code.ts';
import type { Region } from '../region.ts';
import { provincesAndRegencies } from './provinces-and-regencies.ts';
import { timeZoneOfProvince } from './time-zone-of.ts';

type Regions = ReadonlyMap<RegionCode, Readonly<Region>>;

let known: Regions | undefined;

/** The provinces and regencies by code, in the order of their codes. Decoded at the first call, then kept. */
export const knownRegions = (): Regions => (known ??= decode(provincesAndRegencies));

/** Reads the text that `scripts/encode-regions.ts` writes; `data/README.md` tells its form. */
const decode = (text: string): Regions => {
  const regions = new Map<RegionCode, Readonly<Region>>();
  let provinceNumber = 0;
  for (const line of text.split(';')) {
    let province: Readonly<Region> | undefined;
    let number = provinceNumber;
    for (const [, explicit, short = ''] of line.matchAll(/(\d*)([A-Z][^A-Z\d]*)/g)) {
      number = explicit ? Number(explicit) : number + 1;
      const name = restore(short);
      const region = Object.freeze(province ? regency(province.code, number, name) : provinceOf(number, name));
      regions.set(region.code, region);
      if (province) continue;
      province = region;
      provinceNumber = number;
      number = 0;
    }
  }
  return regions;
};

/** Capitals mark where a name starts, so inside it they were lowered, and the five commonest words cut to a letter. */
const restore = (name: string): string =>
  name.replace(/\w+/g, (word) => shortened[word] ?? word.charAt(0).toUpperCase() + word.slice(1));

const shortened: Readonly<Record<string, string>> = {
  u: 'Utara',
  s: 'Selatan',
  b: 'Barat',
  t: 'Timur',
  e: 'Tengah',
  dan: 'dan',
};

/** A province that calls itself a region (`Daerah Istimewa Yogyakarta`) is not called a province as well. */
const provinceOf = (number: number, name: string): Region => ({
  code: `${number}`,
  level: 'province',
  name,
  fullName: name.startsWith('Daerah ') ? name : `Provinsi ${name}`,
  timeZone: timeZoneOfProvince(`${number}`),
});

/**
 * Kemendagri numbers cities from 71. The regencies of Jakarta have no government of their own (UU 29/2007) and are
 * called administrative.
 */
const regency = (parentCode: RegionCode, number: number, name: string): Region => ({
  code: `${parentCode}.${String(number).padStart(2, '0')}`,
  level: 'regency',
  kind: number > 70 ? 'kota' : 'kabupaten',
  name,
  fullName: `${number > 70 ? 'Kota' : 'Kabupaten'} ${parentCode === '31' ? 'Administrasi ' : ''}${name}`,
  parentCode,
  timeZone: timeZoneOfProvince(parentCode),
});
