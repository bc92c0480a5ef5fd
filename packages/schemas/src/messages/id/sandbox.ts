/** Why the clock of a sandbox gateway cannot be moved as asked: the `reason` of `actionNotPossible`. */
export const sandbox = {
  neverBack: 'Jam hanya dapat dimajukan. Pilih waktu sesudah waktu gateway sekarang.',
  tooFar: 'Waktu itu terlalu jauh di depan. Pilih waktu sebelum tahun 2190.',
};
