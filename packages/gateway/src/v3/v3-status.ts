import type { KnownStatusCode } from '@lapor/schemas';

/**
 * Numbers of statuses. Which ones SP4N-LAPOR! uses is not known: these are this gateway's own, and whoever calls should go
 * by the names.
 */
export const statusNumbers: Readonly<Record<KnownStatusCode, number>> = {
  unknown: 0,
  unverified: 1,
  verified: 2,
  disposed: 3,
  inProgress: 4,
  followedUp: 5,
  reporterReplied: 6,
  completed: 7,
  postponed: 8,
  archived: 9,
};

/** A status by the name that SP4N-LAPOR! shows in public. */
export const statusNameOf = (code: string, ownerName: string): string => {
  switch (code as KnownStatusCode) {
    case 'unverified':
      return 'Belum Terverifikasi';
    case 'verified':
      return 'Terverifikasi';
    case 'disposed':
      return `Terdisposisi ke ${ownerName}`;
    case 'inProgress':
      return 'Diproses';
    case 'followedUp':
      return 'Ditindaklanjuti oleh Instansi';
    case 'reporterReplied':
      return 'Ditanggapi oleh Pelapor';
    case 'completed':
      return 'Selesai';
    case 'postponed':
      return 'Ditunda';
    case 'archived':
      return 'Diarsipkan oleh Admin';
    default:
      return 'Status Lain';
  }
};
