import type { Region } from '../region.ts';

/**
 * A name that says what kind of region it is, so that Kabupaten Bandung and Kota Bandung cannot be confused.
 *
 * The many local words for a village (nagari, gampong, kampung, pekon) are not in the source; the law's own word `Desa`
 * stands for them all.
 *
 * @param style `full` as in a letter: `Kabupaten Bandung`, `Kota Administrasi Jakarta Pusat`, `Provinsi Jawa Barat`.
 *   `short` as in a list: `Kab. Bandung`, `Kota Adm. Jakarta Pusat`, `Jawa Barat`, `DKI Jakarta`, `Kec. Coblong`.
 */
export const formatRegionName = (
  region: Pick<Region, 'level' | 'fullName'>,
  style: 'full' | 'short' = 'full',
): string => {
  if (style === 'full') return region.fullName;
  const shorter = abbreviations.get(region.level) ?? [];
  return shorter.reduce((name, [word, abbreviation]) => name.replace(word, abbreviation), region.fullName);
};

/** Only words before the name itself: they are anchored, and each level has its own. */
const abbreviations = new Map<string, readonly (readonly [word: RegExp, abbreviation: string])[]>([
  [
    'province',
    [
      [/^Provinsi /, ''],
      [/^Daerah Khusus Ibukota /, 'DKI '],
      [/^Daerah Istimewa /, 'DI '],
    ],
  ],
  [
    'regency',
    [
      [/^Kabupaten /, 'Kab. '],
      [/^(Kab\.|Kota) Administrasi /, '$1 Adm. '],
    ],
  ],
  ['district', [[/^Kecamatan /, 'Kec. ']]],
  ['village', [[/^Kelurahan /, 'Kel. ']]],
]);
