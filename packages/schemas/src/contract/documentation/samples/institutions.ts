import type { Institution, InstitutionReference } from '../../../institution.ts';

/** The government of the city, which owns what none of its offices does. */
export const cityGovernment: Institution = {
  id: 'pemko-padang',
  name: 'Pemerintah Kota Padang',
  shortName: 'Pemko Padang',
  kind: 'regency',
  regionCode: '13.71',
  isCoordinator: true,
};

/** The office that is responsible for street lights. */
export const transportOffice: Institution = {
  id: 'dishub-padang',
  name: 'Dinas Perhubungan Kota Padang',
  shortName: 'Dishub Padang',
  kind: 'office',
  parentId: 'pemko-padang',
  regionCode: '13.71',
  isCoordinator: false,
  responsibilities: ['penerangan jalan umum', 'rambu dan marka', 'parkir', 'angkutan kota'],
};

/** The office that is responsible for the roads themselves. */
export const worksOffice: Institution = {
  id: 'dpupr-padang',
  name: 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Padang',
  shortName: 'DPUPR Padang',
  kind: 'office',
  parentId: 'pemko-padang',
  regionCode: '13.71',
  isCoordinator: false,
  responsibilities: ['jalan kota', 'jembatan', 'drainase'],
};

/** An institution as it stands inside other things. */
export const referenceTo = ({ id, name }: Institution): InstitutionReference => ({ id, name });
