import type { NewReportInput } from './report.ts';

/** A report in which every member is present: invented, but as long and as detailed as real ones are. */
export const fullReport: NewReportInput = {
  classification: 'complaint',
  title: 'Lampu penerangan jalan padam di depan Puskesmas Andalas',
  content: [
    'Sejak hari Senin malam tiga lampu jalan di depan Puskesmas Andalas padam, dari simpang empat sampai jembatan kecil.',
    'Jalan menjadi gelap sekali dan kemarin malam seorang pengendara motor jatuh karena tidak melihat lubang di pinggir jalan.',
    'Kami sudah memberi tahu ketua RT, tetapi belum ada petugas yang datang. Mohon lampunya diperbaiki sebelum ada korban lagi.',
  ].join('\n\n'),
  incident: {
    date: '2026-11-16',
    place: {
      regionCode: '13.71.03.1005',
      landmark: 'Jalan Andalas Raya, di depan Puskesmas, sebelah warung Bu Upik',
      position: { latitude: -0.932451, longitude: 100.387265, accuracyMetres: 18 },
    },
  },
  categoryId: 'penerangan-jalan',
  answers: { poleNumber: 'PJU-117', lampsOut: 3, dangerous: true, times: ['evening', 'night'] },
  targetInstitutionId: 'dishub-padang',
  attachments: ['upl_7Hq2kXv0', 'upl_9Zt4mRb1', 'upl_3Kc8nWd5'],
  reporter: { name: 'Rahmi Yuliani', email: 'rahmi.yuliani@contoh.example', phone: '+628126712345', notifyBy: 'email' },
  anonymous: true,
  confidential: false,
  privacyNotice: { version: '2026-03', at: '2026-11-22T01:15:50Z' },
  language: 'id',
  challenge: 'eyJhbGciOiJTSEEtMjU2IiwibnVtYmVyIjo0ODIxMywic2FsdCI6IjRmM2E5YzEyIiwic2lnbmF0dXJlIjoiOWMxZSJ9',
};
