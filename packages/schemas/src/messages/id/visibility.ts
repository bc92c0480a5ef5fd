/**
 * Who sees what of a report, said without promising more than the system does: both switches hide from the reported
 * institution or the public, and neither hides from those who run the system.
 */
export const visibility = {
  anonymous:
    'Nama Anda tidak ditampilkan kepada instansi terlapor dan publik. Admin koordinator tetap dapat melihat nama yang Anda isi. Anda tetap dapat mengikuti laporan ini lewat tanda terimanya.',
  confidential: 'Isi laporan tidak ditampilkan kepada publik. Admin dan instansi yang menanganinya tetap membacanya.',
  both: 'Nama Anda tidak ditampilkan kepada instansi terlapor dan publik, dan isi laporan tidak ditampilkan kepada publik. Admin koordinator tetap dapat melihat keduanya, dan instansi yang menanganinya membaca isinya.',
  neither:
    'Publik dapat membaca isi laporan. Instansi yang menanganinya mengetahui nama Anda. Bila laporan diteruskan ke SP4N-LAPOR!, nama itu dapat tampil di sana.',
  nameless: 'Publik dan instansi yang menanganinya dapat membaca isi laporan. Anda tidak mengisikan nama.',
  limits:
    'Kami tidak dapat menjamin bahwa tidak ada yang bisa menduga siapa Anda. Hindari menulis nama, alamat, atau hal yang hanya Anda ketahui.',
};
