/** Said before everything else, in every form: who must not wait. */
export const emergency: string = 'Keadaan darurat? Jangan menunggu jawaban laporan ini. Telepon 112.';
