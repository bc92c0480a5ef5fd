import type { Institution } from '@lapor/schemas';

/** An office as it is written down: its id within the government, its name, what people call it, and what it is responsible for. */
export type OfficeRow = readonly [id: string, name: string, shortName: string, responsibilities: string];

interface GovernmentRow {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: 'province' | 'regency';
  readonly regionCode: string;
  readonly responsibilities?: string;
}

const words = (list: string): string[] => list.split(', ');

/**
 * A government that stands by itself.
 *
 * It is the coordinator of its own tree: what no office owns, its admins own. Where the admins sit (a communications
 * office, the Inspektorat) differs from one government to the next and changes nothing of that.
 */
export const government = ({ responsibilities, ...row }: GovernmentRow): Institution => ({
  ...row,
  isCoordinator: true,
  ...(responsibilities !== undefined && { responsibilities: words(responsibilities) }),
});

/**
 * The offices of a government. Dozens of governments have a "Dinas Kesehatan", so that each name ends with whose it is.
 *
 * @param whose for instance `Kabupaten Tabanan`.
 */
export const officesOf = (
  owner: Institution,
  whose: string,
  rows: readonly OfficeRow[],
  kind: 'office' | 'enterprise' = 'office',
): Institution[] =>
  rows.map(([id, name, shortName, responsibilities]) => ({
    id: `${owner.id}.${id}`,
    name: `${name} ${whose}`,
    shortName,
    kind,
    parentId: owner.id,
    ...(owner.regionCode !== undefined && { regionCode: owner.regionCode }),
    isCoordinator: false,
    responsibilities: words(responsibilities),
  }));

/** All district offices (*kecamatan*) of a regency, their names in the order of the districts' codes. */
export const districtsOf = (owner: Institution, whose: string, names: readonly string[]): Institution[] =>
  names.map((name, index) => ({
    id: `${owner.id}.kecamatan-${name.toLowerCase().replaceAll("'", '').replaceAll(' ', '-')}`,
    name: `Kecamatan ${name} ${whose}`,
    shortName: `Kec. ${name}`,
    kind: 'office',
    parentId: owner.id,
    regionCode: `${owner.regionCode}.${String(index + 1).padStart(2, '0')}`,
    isCoordinator: false,
    responsibilities: ['kecamatan', 'camat', 'surat pengantar', 'pelayanan kecamatan', name.toLowerCase()],
  }));
