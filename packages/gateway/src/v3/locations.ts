import type { Region } from '@lapor/schemas';
import { provinces, regenciesOf } from '@lapor/schemas/regions';
import { childrenOf } from '../directory/find-regions.ts';

/** What V3 calls the whole country, which is no region of Kemendagri's. */
export const nationalLocation = 'nasional';

/** A place as the master data tell it. */
export interface Location {
  readonly id: string;
  readonly name: string;
  readonly parentId?: string;
}

const locationOf = ({ code, fullName, parentCode }: Region): Location => ({
  id: code,
  name: fullName,
  parentId: parentCode ?? nationalLocation,
});

/** The country with its provinces and regencies; below a regency its districts, below a district its villages. */
export const locationsBelow = async (parent: string | undefined): Promise<Location[]> => {
  if (parent !== undefined && parent !== nationalLocation) return (await childrenOf(parent)).map(locationOf);
  const high = provinces().flatMap((province) => [province, ...regenciesOf(province.code)]);
  return [{ id: nationalLocation, name: 'Nasional' }, ...high.map(locationOf)];
};
