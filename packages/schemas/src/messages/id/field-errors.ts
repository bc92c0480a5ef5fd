import type { ExpectedFormat, ExpectedType, FieldErrorSentences } from '../field-error-facts.ts';
import { formatDay, formatNumber, listOfEither } from '../formats.ts';

const number = (value: number) => formatNumber(value, 'id');

/** How to begin a sentence about a field that has no label. */
export const thisField: string = 'Isian ini';

const formats: Readonly<Record<ExpectedFormat, string>> = {
  email: 'Tulis alamat email yang lengkap, misalnya nama@contoh.id.',
  date: 'Tulis tanggal dengan tahun, bulan, dan hari, misalnya 2026-11-22.',
  instant: 'Tulis waktu dalam UTC, misalnya 2026-11-22T01:15:50Z.',
  regionCode: 'Tulis kode wilayah Kemendagri dengan titik, misalnya 13.71.',
  phoneNumber: 'Tulis nomor telepon yang lengkap, misalnya 0812 3456 7890.',
  url: 'Tulis alamat web yang lengkap, diawali https://.',
  identifier: 'Gunakan huruf, angka, titik, tanda hubung, atau garis bawah, paling panjang 64.',
  trackingId: 'Nomor laporan hanya terdiri atas angka, paling banyak 10.',
  other: '',
};

const types: Readonly<Record<ExpectedType, string>> = {
  text: 'teks',
  number: 'angka',
  integer: 'bilangan bulat',
  boolean: 'true atau false',
  list: 'daftar',
  object: 'objek',
  other: 'nilai dari jenis lain',
};

/** What is wrong with a field, and what to do. */
export const fieldErrors: FieldErrorSentences = {
  required: ({ field }) => `${field} perlu diisi.`,
  tooShort: ({ field, minimum, missing }) =>
    `${field} paling sedikit ${number(minimum)} huruf. Tambahkan ${number(missing)} huruf lagi.`,
  tooLong: ({ field, maximum, over }) =>
    `${field} paling panjang ${number(maximum)} huruf. Kurangi ${number(over)} huruf lagi.`,
  tooSmall: ({ field, minimum }) => `${field} paling kecil ${number(minimum)}.`,
  tooLarge: ({ field, maximum }) => `${field} paling besar ${number(maximum)}.`,
  tooFew: ({ field, minimum, missing }) =>
    `${field} paling sedikit ${number(minimum)}. Tambahkan ${number(missing)} lagi.`,
  tooMany: ({ field, maximum, over }) => `${field} paling banyak ${number(maximum)}. Kurangi ${number(over)}.`,
  wrongType: ({ field, expected }) => `${field} harus berupa ${types[expected]}.`,
  wrongFormat: ({ field, format }) => formats[format] || `${field} belum sesuai bentuknya. Periksa kembali tulisannya.`,
  notOneOf: ({ field, options }) =>
    options.length > 0
      ? `${field} harus salah satu dari ${listOfEither(options, 'id')}.`
      : `${field} harus salah satu dari pilihan yang tersedia.`,
  unknownField: () => 'Isian ini tidak dikenal. Periksa ejaannya, atau hapus.',
  inFuture: ({ field }) => `${field} tidak boleh di masa depan. Pilih hari ini atau hari sebelumnya.`,
  tooOld: ({ field, earliest }) =>
    `${field} sudah terlalu lama. Pilih ${earliest ? `${formatDay(earliest, 'id')} atau sesudahnya` : 'tanggal yang lebih baru'}.`,
  unknownReference: ({ field }) => `${field} tidak ada dalam daftar kami. Pilih dari daftar.`,
  duplicate: ({ field }) => `${field} tercantum dua kali. Hapus salah satunya.`,
  notAllowed: ({ field }) => `${field} tidak dapat diterima di sini. Hapus atau ganti.`,
  rangeEmpty: () => 'Akhir bagian harus sesudah awalnya.',
};
