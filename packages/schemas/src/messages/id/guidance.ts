import { emergency } from './emergency.ts';

/** What a form tells beside its fields: other doors, and what this one is not for. */
export const guidance = {
  emergency,
  noWrongDoor: 'Tidak tahu instansi mana yang berwenang? Kirim saja. Kami akan meneruskannya.',
  notHandled:
    'Yang tidak ditangani di sini: proses hukum, urusan legislatif, korupsi, dan tindak pidana. Pelayanan kepolisian dan kejaksaan boleh dilaporkan.',
  whistleblowing: 'Untuk melaporkan pelanggaran oleh pegawai, gunakan saluran whistleblowing daerah ini.',
  nationalPage: 'Anda juga dapat melapor di lapor.go.id.',
  /** Nothing is said about what an SMS costs: sources differ. */
  sms: ({ number, keyword }: { number: string; keyword?: string | undefined }) =>
    `Internet sedang bermasalah? Kirim SMS ke ${number}: tulis ${keyword ? `${keyword} (spasi) ` : ''}isi laporan Anda.`,
  ombudsman: ({ trackingId }: { trackingId: string }) =>
    `Batas waktu menurut undang-undang sudah lewat. Anda dapat mengadu kepada Ombudsman RI lewat telepon 137. Sebutkan nomor laporan Anda, ${trackingId}.`,
};
