import { type DemoReportDraft, on } from '../demo-report.ts';
import { answer, closesByItself, confirm, dispose, dispute, passOn, startWork, verify } from '../story-step.ts';
import { civilRegistry, hospital, roads, social, tourism, transport, villages } from './sumenep-offices.ts';

/** The 12 reports of 2021, invented: 4 on social aid and its data, 3 on roads, 2 on tourism. */
export const sumenepReports2021: readonly DemoReportDraft[] = [
  {
    received: on('2021-01-19', '10:15'),
    categoryId: 'bantuan-sosial',
    regionCode: '35.29.06.2009',
    answers: { programme: 'bst' },
    title: 'Undangan BST datang setelah hari pengambilan',
    content:
      'Undangan dari kantor pos baru sampai dua hari setelah tanggal pengambilan. Petugas bilang harus menunggu tahap berikutnya.',
    story: [
      ...passOn(1, social),
      answer(3, 'Pengambilan susulan dibuka pada hari Jumat di kantor pos kecamatan. Undangan lama tetap berlaku.'),
      confirm(3, 5),
    ],
  },
  {
    received: on('2021-02-16', '08:20'),
    categoryId: 'jalan',
    regionCode: '35.29.13.2005',
    landmark: 'Sebelum jembatan kecil',
    title: 'Bahu jalan longsor di Lebeng Timur',
    content: 'Bahu jalan longsor sepanjang tujuh meter dan sekarang retaknya sudah sampai ke tengah aspal.',
    story: [
      ...passOn(1, roads),
      startWork(1),
      answer(4, 'Plengsengan darurat sudah dibuat dan jalan dibatasi untuk truk sampai plengsengan permanen selesai.'),
      closesByItself,
    ],
  },
  {
    received: on('2021-03-23', '13:44'),
    categoryId: 'ktp',
    regionCode: '35.29.09.2007',
    title: 'Nama di KTP salah satu huruf',
    content:
      'Nama di KTP dan di ijazah berbeda satu huruf. Kantor kecamatan menyuruh ke kabupaten, kabupaten menyuruh ke kecamatan.',
    story: [
      ...passOn(2, civilRegistry),
      answer(
        2,
        'Perbaikan cukup di kecamatan dengan membawa ijazah. Petugas sudah kami beri tahu dan Anda ditunggu besok.',
      ),
      confirm(2, 5),
    ],
  },
  {
    received: on('2021-04-20', '16:38'),
    categoryId: 'bantuan-sosial',
    regionCode: '35.29.02.2001',
    answers: { programme: 'bpnt' },
    title: 'Petambak garam tidak lagi menerima sembako',
    content: 'Bulan lalu kartu saya masih terisi, bulan ini dinyatakan sudah mampu. Padahal harga garam sedang jatuh.',
    story: [
      ...passOn(2, social),
      startWork(2),
      answer(
        4,
        'Data Anda dinilai dari catatan lama. Setelah kunjungan rumah, kepesertaan diaktifkan lagi mulai bulan depan.',
      ),
      confirm(4, 4),
    ],
  },
  {
    received: on('2021-05-25', '09:31'),
    categoryId: 'pariwisata',
    regionCode: '35.29.08.2003',
    classification: 'aspiration',
    title: 'Perahu wisata ke Gili Labak perlu pelampung',
    content:
      'Sebagian perahu tidak membawa pelampung cukup. Kami senang wisatawan datang, tetapi keselamatan jangan dilupakan.',
    story: [
      ...passOn(1, tourism),
      startWork(2),
      answer(4, 'Seratus pelampung dibagikan dan perahu tanpa pelampung tidak boleh berangkat.'),
      confirm(3, 5),
    ],
  },
  {
    received: on('2021-06-22', '11:11'),
    categoryId: 'pelayanan-kesehatan',
    regionCode: '35.29.01.2019',
    targetInstitutionId: hospital,
    title: 'Kamar penuh, pasien menunggu di lorong',
    content: 'Ayah saya menunggu kamar dua belas jam di lorong dengan oksigen. Mohon ada kejelasan urutan.',
    story: [
      verify(1),
      answer(
        1,
        'Ruang tambahan dibuka sore itu juga dan ayah Anda sudah mendapat kamar. Urutan kini dapat dilihat di layar ruang tunggu.',
      ),
      confirm(3, 4),
    ],
  },
  {
    received: on('2021-07-27', '08:58'),
    categoryId: 'bantuan-sosial',
    regionCode: '35.29.17',
    answers: { programme: 'blt-dana-desa' },
    title: 'BLT tiga bulan dibayar sekali',
    content: 'BLT kami dibayar hanya satu bulan padahal sudah menandatangani untuk tiga bulan.',
    anonymous: true,
    story: [
      verify(1, 'supervisory'),
      dispose(0, villages),
      startWork(2),
      answer(4, 'Desa mengakui kekeliruan pencatatan. Dua bulan sisanya dibayarkan di hadapan pendamping kecamatan.'),
      confirm(3, 5),
    ],
  },
  {
    received: on('2021-08-24', '14:02'),
    categoryId: 'jalan',
    regionCode: '35.29.19.2004',
    title: 'Jalan Gapura Timur penuh tanah dari truk',
    content:
      'Truk pengangkut tanah menumpahkan tanah di jalan. Saat hujan sangat licin, tiga motor jatuh dalam seminggu.',
    story: [
      ...passOn(2, roads),
      answer(3, 'Jalan sudah disiram dan kontraktor wajib menutup muatan serta membersihkan setiap sore.'),
      dispute(2, 'Baru dua hari bersih, sekarang kotor lagi.'),
      answer(2, 'Izin angkut dihentikan sampai kontraktor menempatkan petugas pembersih tetap.'),
      confirm(4, 4),
    ],
  },
  {
    received: on('2021-09-21', '10:26'),
    categoryId: 'transportasi-laut',
    regionCode: '35.29.25.2004',
    channel: 'sms',
    title: 'Kapal perintis tidak singgah di Pagerungan',
    content: 'Dua kali kapal perintis tidak singgah padahal di jadwal ada. Barang dagangan kami tertahan.',
    story: [
      ...passOn(2, transport),
      answer(
        4,
        'Operator menerima teguran. Jadwal singgah dipulihkan dan perubahan wajib diumumkan sehari sebelumnya.',
      ),
      closesByItself,
    ],
  },
  {
    received: on('2021-10-19', '19:17'),
    categoryId: 'pariwisata',
    regionCode: '35.29.16.2016',
    channel: 'android',
    title: 'Parkir bus di Lombang menutup jalan warga',
    content:
      'Akhir pekan bus diparkir di jalan kampung karena lahan parkir dipakai berjualan. Warga tidak bisa keluar rumah.',
    story: [
      ...passOn(1, tourism),
      startWork(2),
      answer(3, 'Pedagang dipindahkan ke kios dan lahan parkir dibuka kembali untuk bus.'),
      confirm(4, 4),
    ],
  },
  {
    received: on('2021-11-16', '09:06'),
    categoryId: 'jalan',
    regionCode: '35.29.24.2021',
    title: 'Jembatan di jalan Kalinganyar sempit',
    content: 'Badan jalan sudah dilebarkan tetapi jembatannya belum. Setiap malam ada yang hampir masuk kali.',
    story: [
      ...passOn(3, roads),
      startWork(2),
      answer(5, 'Rambu pantul dan pagar pengaman dipasang. Pelebaran jembatan diusulkan tahun depan.'),
      closesByItself,
    ],
  },
  {
    received: on('2021-12-14', '13:29'),
    categoryId: 'dtks',
    regionCode: '35.29.12.2002',
    title: 'Sudah pindah tetapi masih terdaftar di desa lama',
    content: 'Kami pindah ke Ambunten dua tahun lalu. Bantuan masih dikirim ke desa lama dan tidak bisa kami ambil.',
    story: [
      ...passOn(2, social),
      answer(3, 'Perpindahan sudah dicatat. Mulai bulan depan bantuan disalurkan di Ambunten.'),
      confirm(2, 5),
    ],
  },
];
