/** What programs are told at the Open311 door, and people through them. Names of parameters stay as the specification has them. */
export const open311 = {
  /** The service for what fits no category. */
  general: {
    title: 'Laporan umum',
    description: 'Untuk laporan yang belum jelas kategorinya. Petugas yang menentukannya.',
  },
  serviceDescription: ({ name, group }: { readonly name: string; readonly group: string | undefined }) =>
    group === undefined ? `Laporan tentang ${name}.` : `Laporan tentang ${name} (${group}).`,
  yes: { label: 'Ya' },
  no: { label: 'Tidak' },
  /** What a question's answer has to look like. */
  datatypes: {
    text: 'Teks bebas.',
    number: 'Angka.',
    date: 'Tanggal, misalnya 2026-03-31.',
    choice: 'Pilih satu.',
    choices: 'Pilih satu atau lebih.',
  },
  serviceNotice: ({
    trackingId,
    institution,
    url,
  }: {
    readonly trackingId: string;
    readonly institution: string;
    readonly url: string;
  }) =>
    `Laporan nomor ${trackingId} kami terima dan sedang diperiksa oleh ${institution}. Ikuti perkembangannya di ${url}.`,
  /** A note for officers. */
  photosAt: ({ urls }: { readonly urls: readonly string[] }) =>
    `Foto atau tautan dari pelapor, lewat Open311: ${urls.join(' ')}`,
  keyService: ({ jurisdictions }: { readonly jurisdictions: readonly string[] }) =>
    `Minta kunci kepada pengelola situs. Nilai jurisdiction_id yang tersedia: ${jurisdictions.join(', ')}.`,
  /** An update without words. */
  saidClosed: 'Pelapor menyatakan masalahnya sudah selesai.',
  saidOpen: 'Pelapor menyatakan masalahnya belum selesai.',
  faults: {
    jurisdictionMissing: ({ jurisdictions }: { readonly jurisdictions: readonly string[] }) =>
      `Sertakan jurisdiction_id. Pilihannya: ${jurisdictions.join(', ')}.`,
    jurisdictionUnknown: 'Nilai jurisdiction_id ini tidak dikenal.',
    jurisdictionOfOthers: 'Kunci api_key ini bukan untuk jurisdiction_id tersebut.',
    keyMissing: 'Sertakan api_key.',
    keyUnknown: 'Kunci api_key ini tidak dikenal atau sudah tidak berlaku.',
    serviceMissing: 'Sertakan service_code.',
    serviceUnknown: 'Nilai service_code ini tidak dikenal. Ambil daftar layanan yang terbaru.',
    positionIncomplete: 'Sertakan lat dan long bersama-sama, dalam derajat desimal.',
    requestMissing: 'Sertakan service_request_id.',
    requestUnknown: 'Tidak ada laporan dengan service_request_id ini.',
    tokenUnknown: 'Token ini tidak dikenal.',
    nothingHere: 'Alamat ini tidak ada. Mulailah dari discovery.xml.',
    dateUnreadable: ({ name }: { readonly name: string }) =>
      `Isi ${name} tidak dapat dibaca. Tulis tanggal dan waktu beserta zonanya, misalnya 2026-03-31T08:00:00Z.`,
    windowTooLong: ({ days }: { readonly days: number }) =>
      `Jarak start_date dan end_date paling lama ${days} hari. Ambil sisanya dengan permintaan berikutnya.`,
    windowReversed: 'Waktu end_date harus sesudah start_date.',
    statusUnknown: 'Nilai status hanya open atau closed.',
    pageUnreadable: 'Nilai page dan page_size harus bilangan bulat mulai dari 1; page_size paling besar 1000.',
    updateEmpty: 'Sertakan description atau status.',
    updateNotForKey: 'Tanggapan hanya dapat dikirim dengan kunci rahasia (sk_) milik sistem yang mengirim laporannya.',
  },
};
