import type { Institution } from '@lapor/schemas';

const national = (
  id: string,
  name: string,
  shortName: string,
  responsibilities: readonly string[],
  isCoordinator = false,
): Institution => ({
  id,
  name,
  shortName,
  kind: 'national',
  isCoordinator,
  responsibilities: [...responsibilities],
});

/** The national admin: without a parent, and coordinating above every coordinator. */
export const nationalAdmin: Institution = national(
  'kemenpanrb',
  'Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi',
  'Kementerian PANRB',
  ['pelayanan publik', 'reformasi birokrasi', 'aparatur negara', 'SP4N-LAPOR!'],
  true,
);

/**
 * The national side of SP4N-LAPOR!: the ministry that runs it, the two that signed at the start, and the two that
 * joined with the memorandum of 9 September 2021.
 */
export const nationalInstitutions: readonly Institution[] = [
  nationalAdmin,
  national('ombudsman', 'Ombudsman Republik Indonesia', 'Ombudsman RI', [
    'maladministrasi',
    'pengawasan pelayanan publik',
    'penundaan berlarut',
  ]),
  national('ksp', 'Kantor Staf Presiden', 'KSP', ['program prioritas', 'program strategis']),
  national('kemendagri', 'Kementerian Dalam Negeri', 'Kemendagri', [
    'pemerintahan daerah',
    'kependudukan',
    'otonomi daerah',
  ]),
  national('komdigi', 'Kementerian Komunikasi dan Digital', 'Komdigi', [
    'internet',
    'sinyal',
    'telekomunikasi',
    'blokir',
    'konten',
  ]),
];
