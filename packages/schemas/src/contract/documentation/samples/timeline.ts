import type { Hop, TimelineEvent } from '../../../timeline.ts';
import type { ReportStatus } from '../../../status.ts';
import { cityGovernment, referenceTo, transportOffice, worksOffice } from './institutions.ts';

const city = referenceTo(cityGovernment);
const transport = referenceTo(transportOffice);
const works = referenceTo(worksOffice);

const unverified: ReportStatus = { code: 'unverified', label: 'Belum terverifikasi' };
const verified: ReportStatus = { code: 'verified', label: 'Terverifikasi' };
const disposed: ReportStatus = { code: 'disposed', label: 'Diteruskan ke instansi' };
const inProgress: ReportStatus = { code: 'inProgress', label: 'Diproses' };
const followedUp: ReportStatus = { code: 'followedUp', label: 'Ditindaklanjuti' };

const notOurs = 'Jalannya memang kami rawat, tetapi lampunya diurus Dinas Perhubungan.';

/** From hand to hand: one office was the wrong door, and the report went on all the same. */
export const hops: Hop[] = [
  { to: city, at: '2026-11-16T02:10:24Z', how: 'received' },
  { from: city, to: works, at: '2026-11-16T07:46:02Z', how: 'disposed' },
  { from: works, to: city, at: '2026-11-17T03:20:41Z', how: 'returned', reason: notOurs },
  { from: city, to: transport, at: '2026-11-17T06:05:33Z', how: 'disposed' },
];

/** The whole way of the report. */
export const timeline: TimelineEvent[] = [
  {
    sequence: 0,
    type: 'received',
    at: '2026-11-16T02:10:24Z',
    actor: { kind: 'reporter' },
    summary: 'Laporan diterima. Penanggung jawabnya Pemerintah Kota Padang.',
    status: unverified,
  },
  {
    sequence: 1,
    type: 'verified',
    at: '2026-11-16T07:45:10Z',
    actor: { kind: 'institution', institution: city },
    summary: 'Laporan sudah diverifikasi.',
    status: verified,
  },
  {
    sequence: 2,
    type: 'disposed',
    at: '2026-11-16T07:46:02Z',
    actor: { kind: 'institution', institution: city },
    summary: 'Diteruskan dari Pemerintah Kota Padang ke Dinas Pekerjaan Umum dan Penataan Ruang Kota Padang.',
    from: city,
    to: works,
    status: disposed,
  },
  {
    sequence: 3,
    type: 'returned',
    at: '2026-11-17T03:20:41Z',
    actor: { kind: 'institution', institution: works },
    summary:
      'Dikembalikan Dinas Pekerjaan Umum dan Penataan Ruang Kota Padang ke Pemerintah Kota Padang karena di luar wewenangnya.',
    message: notOurs,
    from: works,
    to: city,
    status: verified,
  },
  {
    sequence: 4,
    type: 'disposed',
    at: '2026-11-17T06:05:33Z',
    actor: { kind: 'institution', institution: city },
    summary: 'Diteruskan dari Pemerintah Kota Padang ke Dinas Perhubungan Kota Padang.',
    from: city,
    to: transport,
    status: disposed,
  },
  {
    sequence: 5,
    type: 'followUpStarted',
    at: '2026-11-18T02:30:00Z',
    actor: { kind: 'institution', institution: transport },
    summary: 'Dinas Perhubungan Kota Padang mulai menindaklanjuti laporan.',
    status: inProgress,
  },
  {
    sequence: 6,
    type: 'responded',
    at: '2026-11-19T08:15:47Z',
    actor: { kind: 'institution', institution: transport },
    summary: 'Dinas Perhubungan Kota Padang menjawab laporan.',
    message:
      'Kelima lampu sudah kami ganti pada Kamis siang, 19 November 2026. Mohon diperiksa, terima kasih sudah melapor.',
    status: followedUp,
  },
];
