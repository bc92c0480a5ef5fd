/** How a report is written: with the region's keyword before it, or as it is. */
export interface DoorFacts {
  /** The number to which it is sent. */
  readonly number: string;
  readonly keyword: string | undefined;
}

const example = ({ number, keyword }: DoorFacts) =>
  `ketik ${keyword === undefined ? 'isi aduan Anda' : `${keyword} (spasi) isi aduan Anda`}, kirim ke ${number}`;

/** Answers by SMS. They use only letters of the GSM alphabet, in which one message holds 160 of them. */
export const sms = {
  /** What stands above a report whose first words do not do for a title. */
  report: { title: 'Laporan lewat SMS' },
  /** Stands in the text of a report where a part of the message has not arrived. */
  gap: { label: 'Bagian SMS ini tidak sampai' },
  receipt: ({
    trackingId,
    number,
    url,
    token,
  }: {
    readonly trackingId: string;
    readonly number: string;
    readonly url: string;
    readonly token: string;
  }) =>
    `Laporan Anda kami terima, nomor ${trackingId}. Cek status: ketik STATUS ${trackingId}, kirim ke ${number}. Baca dan tanggapi di ${url} dengan kunci rahasia: ${token}`,
  status: ({
    trackingId,
    status,
    owner,
  }: {
    readonly trackingId: string;
    readonly status: string;
    /** Absent where it is not to be told by SMS. */
    readonly owner: string | undefined;
  }) => `Laporan ${trackingId}: ${status}.${owner === undefined ? '' : ` Penanggung jawab: ${owner}.`}`,
  notFound: ({ trackingId }: { readonly trackingId: string }) =>
    `Laporan nomor ${trackingId} tidak ditemukan untuk nomor telepon ini. Periksa lagi nomor laporannya.`,
  help: (facts: DoorFacts) =>
    `Untuk melapor, ${example(facts)}. Cek status: STATUS (spasi) nomor laporan. Tidak mau dikabari lagi: BERHENTI.`,
  stopped:
    'Kami tidak mengirim kabar lagi ke nomor ini. Laporan Anda tetap ditangani. Cek status: STATUS (spasi) nomor laporan.',
  /** Stands behind news of a report. */
  stopHint: ({ number }: { readonly number: string }) => `Tidak mau dikabari lagi: kirim BERHENTI ke ${number}.`,
  tooShort: (facts: DoorFacts) => `Aduan Anda terlalu pendek. Tulis apa yang terjadi dan di mana: ${example(facts)}.`,
  tooLong: ({ maximum }: { readonly maximum: number }) =>
    `Aduan Anda terlalu panjang. Mohon ringkas menjadi paling banyak ${maximum} huruf, lalu kirim lagi.`,
  incomplete: 'SMS Anda tidak sampai seluruhnya, jadi belum menjadi laporan. Mohon kirim ulang.',
  tooMany:
    'Terlalu banyak SMS dari nomor ini. Laporan yang sudah mendapat nomor tetap ditangani. Coba lagi satu jam lagi.',
};
