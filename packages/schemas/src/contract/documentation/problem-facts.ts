import type { problems } from '../../messages/id/problems.ts';

type Problems = typeof problems;
type TakesFacts<Code extends keyof Problems> = Problems[Code]['detail'] extends () => string ? never : Code;

/** The occurrence that stands as the example of a problem, for each whose sentence takes facts. */
export const problemFacts: {
  readonly [Code in keyof Problems as TakesFacts<Code>]: Parameters<Problems[Code]['detail']>[0];
} = {
  originNotAllowed: { origin: 'https://berita.example' },
  actionNotAllowed: { reason: 'Peran Anda tidak mencakup tindakan ini.' },
  methodNotAllowed: { allowed: ['GET', 'POST'] },
  actionNotPossible: { reason: 'Laporan ini belum dijawab oleh instansi yang menanganinya.' },
  uploadOffsetMismatch: { received: 524_288 },
  bodyTooLarge: { maximumBytes: 2 * 1024 * 1024 },
  mediaTypeUnsupported: { allowed: ['application/json'] },
  validationFailed: { count: 1 },
  attachmentRefused: {
    reason: 'Berkas “bukti.pdf” rusak atau tidak dapat dibuka. Coba ambil foto lagi atau pilih berkas lain.',
  },
  rateLimited: { retryAfterSeconds: 30 },
};
