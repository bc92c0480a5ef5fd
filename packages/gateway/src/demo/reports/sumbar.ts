import { ago, reportsOf } from '../demo-report.ts';
import {
  answer,
  archive,
  closesByItself,
  complete,
  confirm,
  deadlinePasses,
  dispose,
  dispute,
  giveBack,
  note,
  ombudsmanOffered,
  passOn,
  postpone,
  reply,
  startWork,
  support,
  verify,
  withdraw,
} from '../story-step.ts';

/** Invented reports for Sumatera Barat, the oldest first. */
export const sumbarReports = reportsOf('sumbar', [
  {
    received: ago(88, '20:12'),
    categoryId: 'biaya-sekolah',
    regionCode: '13.06.02',
    anonymous: true,
    confidential: true,
    title: 'Sumbangan wajib untuk pembangunan pagar sekolah',
    content:
      'Orang tua murid kelas X diminta menyetor sumbangan untuk pagar sekolah dengan jumlah yang sudah ditentukan dan batas waktu akhir bulan. Yang belum membayar dipanggil lewat anaknya. Mohon diperiksa apakah sumbangan boleh ditentukan jumlahnya.',
    story: [
      verify(2, 'supervisory'),
      dispose(0, 'sumbar.dinas-pendidikan'),
      note(1, 'Nama sekolah jangan disebut dalam surat panggilan agar pelapor tidak dapat diterka.'),
      startWork(1, 'Kami meminta keterangan dari kepala sekolah dan komite.'),
      answer(
        3,
        'Hasil pemeriksaan: penetapan jumlah tidak sesuai dengan aturan tentang komite sekolah. Sekolah telah mencabut edaran dan mengembalikan uang yang sudah disetor.',
      ),
      confirm(2, 5, 'Uangnya sudah dikembalikan. Terima kasih.'),
    ],
  },
  {
    received: ago(84, '07:45'),
    categoryId: 'irigasi',
    regionCode: '13.02.10',
    title: 'Saluran irigasi putus, tiga musim tanam gagal',
    landmark: 'Saluran sekunder di hilir bendung, Kecamatan Kubung',
    content:
      'Saluran irigasi putus sepanjang kurang lebih 15 meter sejak banjir tahun lalu. Sawah di bagian hilir tidak mendapat air dan petani hanya mengandalkan hujan. Sudah dua kali ditinjau tetapi belum ada pengerjaan.',
    story: [
      ...passOn(1, 'sumbar.dinas-sdabk'),
      deadlinePasses,
      postpone(
        2,
        'awaitingOthers',
        'Perbaikan permanen menunggu anggaran perubahan. Untuk sementara kami menyiapkan saluran darurat dari bronjong.',
      ),
      ombudsmanOffered,
    ],
  },
  {
    received: ago(70, '09:05'),
    categoryId: 'jalan',
    regionCode: '13.05.01',
    landmark: 'Sebelum simpang pasar, arah ke Padang Panjang',
    latitude: -0.681,
    longitude: 100.283,
    title: 'Lubang besar di jalan provinsi dekat pasar Lubuk Alung',
    content:
      'Ada dua lubang sedalam mata kaki di jalur kiri. Kalau hujan tertutup air sehingga tidak kelihatan. Minggu ini sudah ada pengendara motor yang jatuh.',
    story: [
      ...passOn(1, 'sumbar.dinas-bmcktr'),
      startWork(1, 'Tim pemeliharaan rutin dijadwalkan minggu ini.'),
      answer(2, 'Lubang telah ditambal dengan aspal dingin. Pelapisan ulang ruas ini masuk jadwal triwulan depan.'),
      confirm(1, 5, 'Sudah mulus, cepat sekali. Terima kasih.'),
    ],
  },
  {
    received: ago(66, '13:30'),
    categoryId: 'pelayanan-kesehatan',
    regionCode: '13.75.03',
    targetInstitutionId: 'sumbar.rsud-achmad-mochtar',
    latitude: -0.3132,
    longitude: 100.3774,
    title: 'Antrean poliklinik mata sejak subuh',
    content:
      'Pasien lanjut usia harus datang pukul lima pagi untuk mengambil nomor, padahal dokter baru mulai pukul sepuluh. Kursi tunggu juga kurang. Mohon ada pendaftaran daring atau jam antre yang jelas.',
    story: [
      verify(1),
      startWork(2),
      answer(
        3,
        'Mulai bulan ini nomor antrean dapat diambil lewat telepon atau aplikasi, dan pasien di atas 60 tahun dilayani di loket khusus.',
      ),
      closesByItself,
    ],
  },
  {
    received: ago(61, '16:40'),
    categoryId: 'transportasi-darat',
    regionCode: '13.71.11.1003',
    classification: 'aspiration',
    latitude: -0.832,
    longitude: 100.341,
    title: 'Usul tambahan halte di dekat kampus Aie Pacah',
    content:
      'Mahasiswa yang naik bus kota turun di tepi jalan karena halte terdekat hampir satu kilometer. Saya mengusulkan satu halte sederhana di depan gerbang selatan, cukup dengan atap dan bangku.',
    story: [
      ...passOn(2, 'sumbar.dinas-perhubungan'),
      giveBack(1, 'Halte di ruas itu dikelola Pemerintah Kota Padang.', 'kota-padang'),
      answer(4, 'Usul diterima. Titik halte sudah disurvei dan dimasukkan ke rencana tahun depan.'),
      support(2, 6),
      closesByItself,
    ],
  },
  {
    received: ago(58, '10:22'),
    categoryId: 'pajak-daerah',
    regionCode: '13.76.01',
    classification: 'informationRequest',
    title: 'Syarat membayar pajak kendaraan atas nama orang tua yang sudah meninggal',
    content:
      'Bapak saya meninggal tahun lalu dan motornya masih atas nama beliau. Apakah pajak tahunan bisa dibayar oleh ahli waris sebelum balik nama, dan apa saja yang harus dibawa?',
    story: [
      ...passOn(1, 'sumbar.bapenda'),
      answer(
        1,
        'Pajak tahunan dapat dibayar ahli waris dengan membawa STNK asli, surat keterangan kematian, dan kartu keluarga. Balik nama dapat diurus kemudian di Samsat yang sama.',
      ),
      confirm(1, 5),
    ],
  },
  {
    received: ago(55, '21:03'),
    categoryId: 'keresahan',
    regionCode: '13.71.03',
    landmark: 'Deretan kafe tenda di tepi pantai',
    channel: 'sms',
    title: 'Parkir dipungut dua kali di tepi pantai',
    content:
      'Sudah bayar parkir di gerbang, di dalam diminta lagi tanpa karcis. Kalau tidak diberi, petugas tidak mau menjaga motor. Mohon ditertibkan.',
    story: [
      verify(1),
      dispose(0, 'kota-padang', 'Pengelolaan parkir pantai adalah kewenangan Pemerintah Kota Padang.'),
      startWork(2),
      answer(2, 'Dua juru parkir tidak resmi telah ditertibkan. Papan tarif resmi dipasang di kedua gerbang.'),
      confirm(3, 4),
    ],
  },
  {
    received: ago(50, '08:18'),
    categoryId: 'penebangan-liar',
    regionCode: '13.11.01',
    anonymous: true,
    title: 'Truk kayu keluar malam dari hutan nagari',
    content:
      'Hampir setiap malam antara pukul satu dan tiga ada truk kayu keluar dari jalan hutan. Kayunya besar-besar dan tidak ada tanda. Warga takut menegur. Mohon dicek izinnya.',
    story: [
      verify(1, 'supervisory'),
      dispose(0, 'sumbar.dinas-kehutanan'),
      startWork(1, 'Polisi kehutanan menyelidiki bersama KPH setempat.'),
      answer(
        4,
        'Petugas menemukan penebangan di luar izin seluas setengah hektare. Kegiatan dihentikan dan berkas diserahkan kepada penyidik.',
      ),
      confirm(4, 4, 'Sudah tidak ada truk malam lagi. Semoga dijaga terus.'),
    ],
  },
  {
    received: ago(46, '11:50'),
    categoryId: 'bantuan-sosial',
    regionCode: '13.01.05',
    answers: { programme: 'pkh' },
    title: 'PKH ibu saya berhenti tanpa penjelasan',
    content:
      'Sejak dua tahap terakhir bantuan PKH ibu saya tidak masuk. Kartu masih ada, data tidak berubah, dan beliau masih merawat dua cucu yatim. Pendamping bilang tunggu saja.',
    story: [
      verify(2),
      dispose(0, 'pesisir-selatan', 'Pemutakhiran data penerima dilakukan oleh dinas sosial kabupaten.'),
      answer(
        4,
        'Data ibu Anda nonaktif karena nomor rekening tidak padan. Perbaikan sudah diusulkan dan bantuan dibayarkan pada tahap berikutnya.',
      ),
      reply(2, 'Apakah ibu saya perlu datang ke kantor?'),
      answer(1, 'Tidak perlu. Pendamping akan datang ke rumah untuk mencocokkan rekening.'),
      confirm(6, 5, 'Sudah cair. Alhamdulillah.'),
    ],
  },
  {
    received: ago(43, '14:09'),
    categoryId: 'pencemaran',
    regionCode: '13.05.02',
    title: 'Debu tebal di atap rumah setiap pagi',
    content:
      'Sudah sebulan debu dari tempat pemecah batu turun sampai ke rumah. Jemuran kotor dan anak-anak batuk. Mohon kualitas udara di nagari kami diukur dan hasilnya dibuka.',
    story: [
      ...passOn(1, 'sumbar.dinas-lingkungan-hidup'),
      startWork(2, 'Alat ukur debu dipasang selama lima hari di dua titik.'),
      answer(
        6,
        'Hasil ukur sudah kami unggah. Satu dari dua titik melewati baku mutu. Pengelola diminta menyiram dan menutup mesin pemecah batu dalam 30 hari.',
      ),
      dispute(3, 'Sudah dua minggu tetapi debunya masih sama. Perbaikannya belum terlihat.'),
      answer(
        4,
        'Kami periksa ulang bersama warga. Satu mesin belum ditutup; pekerjaannya selesai kemarin dan akan kami ukur lagi.',
      ),
      closesByItself,
    ],
  },
  {
    received: ago(40, '19:27'),
    categoryId: 'topik-lainnya',
    regionCode: '13',
    title: 'Tolong perhatikan rakyat kecil',
    content:
      'Bapak Gubernur, tolong lebih perhatikan rakyat kecil. Kami hanya ingin hidup lebih baik dan pelayanan yang lebih baik untuk semua.',
    story: [
      archive(
        2,
        'tooGeneral',
        'Terima kasih atas perhatian Anda. Agar dapat kami teruskan, mohon sebutkan layanan, tempat, dan kejadiannya dalam laporan baru.',
      ),
    ],
  },
  {
    received: ago(36, '09:41'),
    categoryId: 'guru',
    regionCode: '13.09.03',
    latitude: -1.6,
    longitude: 99.19,
    title: 'SMA di Siberut Selatan kekurangan guru matematika',
    content:
      'Sejak awal semester kelas XI dan XII tidak punya guru matematika tetap. Jam pelajaran diisi guru lain yang bukan bidangnya. Ujian tinggal beberapa bulan lagi.',
    story: [
      ...passOn(1, 'sumbar.dinas-pendidikan'),
      startWork(2),
      answer(5, 'Satu guru ditugaskan sementara mulai bulan depan sambil menunggu penempatan PPPK.'),
      support(1, 9),
      reply(2, 'Gurunya datang sendiri atau daring? Sinyal di sini sering hilang.'),
      answer(2, 'Guru datang langsung dan tinggal di rumah dinas sekolah.'),
      confirm(5, 4),
    ],
  },
  {
    received: ago(33, '15:15'),
    categoryId: 'jembatan',
    regionCode: '13.04.02',
    channel: 'android',
    title: 'Lantai jembatan gantung lapuk',
    content:
      'Papan lantai jembatan gantung ke jorong seberang sudah banyak yang lapuk dan bolong. Anak sekolah lewat setiap hari. Kami pasang papan bekas sendiri tetapi tidak kuat.',
    story: [
      verify(1),
      dispose(0, 'tanah-datar', 'Jembatan gantung jorong dikelola pemerintah kabupaten.'),
      startWork(2),
      answer(3, 'Lantai diganti dengan kayu baru sepanjang 24 meter. Tali sling juga sudah diperiksa.'),
      complete(8),
    ],
  },
  {
    received: ago(30, '08:55'),
    categoryId: 'elpiji',
    regionCode: '13.77.01',
    channel: 'sms',
    title: 'Elpiji tiga kilogram langka dua minggu',
    content:
      'Di pangkalan dekat rumah elpiji 3 kg habis dalam setengah jam, sedangkan di warung dijual hampir dua kali harga. Mohon diawasi.',
    story: [
      ...passOn(2, 'sumbar.dinas-perindag'),
      answer(3, 'Bersama pemerintah kota dan agen, tambahan pasokan disalurkan dan tiga pangkalan mendapat teguran.'),
      closesByItself,
    ],
  },
  {
    received: ago(27, '12:34'),
    categoryId: 'aplikasi-pemerintah',
    regionCode: '13',
    title: 'Tidak bisa masuk ke aplikasi pendaftaran magang',
    content:
      'Setelah mengisi surel dan kata sandi, halaman hanya berputar terus. Sudah dicoba di dua ponsel. Pendaftaran ditutup akhir pekan ini.',
    story: [withdraw(1, 'Sudah bisa masuk setelah memperbarui peramban. Maaf dan terima kasih.')],
  },
  {
    received: ago(24, '17:20'),
    categoryId: 'lampu-jalan',
    regionCode: '13.71.09.1006',
    answers: { poleNumber: 'KRJ-214' },
    latitude: -0.919,
    longitude: 100.398,
    title: 'Lampu jalan mati di jalan bypass Korong Gadang',
    content:
      'Enam lampu berturut-turut mati sejak hujan angin pekan lalu. Jalannya lebar dan banyak kendaraan besar, menyeberang jadi berbahaya.',
    story: [
      ...passOn(1, 'sumbar.dinas-perhubungan'),
      startWork(1),
      answer(4, 'Kabel yang putus sudah diganti. Lima lampu menyala; satu lampu menunggu suku cadang.'),
      reply(2, 'Terima kasih, tinggal satu di depan bengkel yang masih mati.'),
      answer(3, 'Lampu terakhir sudah menyala tadi malam.'),
      confirm(2, 5),
    ],
  },
  {
    received: ago(22, '10:02'),
    categoryId: 'disabilitas',
    regionCode: '13.71.03.1006',
    classification: 'aspiration',
    latitude: -0.9445,
    longitude: 100.3615,
    title: 'Jalur landai di kantor pelayanan',
    content:
      'Saya memakai kursi roda. Di kantor pelayanan pajak kendaraan ada tangga lima anak tangga tanpa jalur landai. Petugas baik mau mengangkat, tetapi saya ingin masuk sendiri.',
    story: [
      ...passOn(1, 'sumbar.bapenda'),
      startWork(2, 'Kami minta ukuran dan biaya dari Dinas BMCKTR.'),
      answer(
        3,
        'Jalur landai dengan pegangan mulai dikerjakan pekan depan dan selesai dalam sepuluh hari. Sementara itu loket samping dibuka tanpa tangga.',
      ),
      support(1, 11),
      confirm(7, 5, 'Sudah saya coba. Terima kasih banyak.'),
    ],
  },
  {
    received: ago(10, '07:58'),
    categoryId: 'longsor',
    regionCode: '13.02.13',
    channel: 'android',
    title: 'Tebing di tepi jalan ke Danau Singkarak mulai runtuh',
    content:
      'Batu kecil jatuh setiap hujan di tikungan sebelum nagari. Ada retakan panjang di atas tebing. Takutnya longsor waktu akhir pekan ramai.',
    story: [
      ...passOn(1, 'sumbar.dinas-bmcktr'),
      startWork(1, 'Rambu hati-hati dipasang dan lereng dipantau.'),
      answer(5, 'Batu yang menggantung sudah diturunkan dan jaring pengaman dipasang sepanjang 30 meter.'),
    ],
  },
  {
    received: ago(10, '11:11'),
    categoryId: 'kepegawaian',
    regionCode: '13',
    classification: 'informationRequest',
    title: 'Jadwal pengambilan surat keputusan PPPK',
    content:
      'Saya lulus PPPK tahap kedua. Kapan dan di mana surat keputusan dapat diambil, dan apakah boleh diwakilkan? Saya masih bekerja di luar provinsi.',
    story: [
      ...passOn(1, 'sumbar.bkd'),
      answer(
        2,
        'Surat keputusan diserahkan pada tanggal yang diumumkan di situs BKD. Pengambilan dapat diwakilkan dengan surat kuasa bermeterai.',
      ),
    ],
  },
  {
    received: ago(9, '18:44'),
    categoryId: 'pariwisata',
    regionCode: '13.75.01',
    latitude: -0.3051,
    longitude: 100.3692,
    title: 'Tarif toilet di sekitar Jam Gadang tidak seragam',
    content:
      'Di satu tempat dua ribu, di tempat lain lima ribu, dan tidak ada airnya. Sebagai wisatawan saya jadi segan kembali.',
    story: [
      verify(1),
      dispose(0, 'kota-bukittinggi', 'Kawasan ini dikelola Pemerintah Kota Bukittinggi.'),
      startWork(1),
      answer(3, 'Tarif diseragamkan dan ditempel di pintu. Pompa air di toilet timur sudah diganti.'),
    ],
  },
  {
    received: ago(8, '08:07'),
    categoryId: 'jalan',
    regionCode: '13.12.03',
    title: 'Aspal mengelupas sebulan setelah diperbaiki',
    content:
      'Ruas jalan provinsi yang baru diaspal bulan lalu sudah mengelupas di beberapa tempat. Mohon diperiksa mutunya selagi masih masa pemeliharaan.',
    story: [...passOn(2, 'sumbar.dinas-bmcktr')],
  },
  {
    received: ago(7, '14:55'),
    categoryId: 'jaringan-internet',
    regionCode: '13.09.08',
    classification: 'aspiration',
    title: 'Titik internet publik untuk pelajar di Tuapejat',
    content:
      'Sinyal hanya kuat di dekat pelabuhan. Mohon dipertimbangkan satu titik internet di perpustakaan agar pelajar bisa mengerjakan tugas sore hari.',
    story: [
      ...passOn(2, 'sumbar.dinas-kominfotik'),
      giveBack(
        2,
        'Perpustakaan di Tuapejat milik pemerintah kabupaten. Kami membantu peralatannya.',
        'kepulauan-mentawai',
      ),
    ],
  },
  {
    received: ago(6, '09:09'),
    categoryId: 'pupuk',
    regionCode: '13.07.05',
    title: 'Jatah pupuk bersubsidi tidak sesuai RDKK',
    content:
      'Di RDKK kelompok kami tercatat 1.200 kilogram, yang ditebus hanya 700. Kios bilang sisanya untuk kelompok lain. Padi sudah umur 25 hari.',
    story: [
      ...passOn(2, 'sumbar.dinas-perkebunan-pangan'),
      startWork(2, 'Penyuluh mencocokkan RDKK dengan catatan kios.'),
    ],
  },
  {
    received: ago(6, '13:13'),
    categoryId: 'gaji',
    regionCode: '13.71.06',
    anonymous: true,
    title: 'Upah lembur tidak dibayar tiga bulan',
    content:
      'Kami dua belas orang di gudang bekerja sampai pukul delapan malam tetapi lembur tidak pernah dihitung. Kalau bertanya, kontrak tidak diperpanjang.',
    story: [
      verify(1, 'supervisory'),
      dispose(0, 'sumbar.dinas-nakertrans'),
      note(1, 'Pengawas datang sebagai pemeriksaan rutin, bukan karena laporan.'),
      startWork(1, 'Pengawas ketenagakerjaan memeriksa daftar hadir dan slip upah.'),
    ],
  },
  {
    received: ago(6, '20:31'),
    categoryId: 'ketertiban-umum',
    regionCode: '13.71.02',
    confidential: true,
    title: 'Balap liar setiap malam Minggu',
    content:
      'Di jalan lurus dekat stadion ada balap motor dari pukul sebelas sampai pukul dua. Suaranya keras dan sudah ada yang kecelakaan. Saya tinggal di situ, tolong jangan sebut sumbernya.',
    story: [
      ...passOn(1, 'sumbar.satpol-pp'),
      giveBack(2, 'Penindakan di jalan kota dilakukan Satpol PP Kota Padang bersama kepolisian.', 'kota-padang'),
      startWork(2),
    ],
  },
  {
    received: ago(5, '10:37'),
    categoryId: 'peternakan',
    regionCode: '13.10.04',
    title: 'Sapi mati mendadak di dua kandang',
    content:
      'Dalam empat hari ada tiga sapi mati dengan mulut berbusa. Kami khawatir menular dan minta dokter hewan datang.',
    story: [...passOn(1, 'sumbar.dinas-peternakan')],
  },
  {
    received: ago(4, '15:48'),
    categoryId: 'sumber-daya-air',
    regionCode: '13.71.10.1001',
    latitude: -0.895,
    longitude: 100.375,
    title: 'Tanggul Batang Kuranji tergerus',
    content:
      'Tanggul di belakang rumah warga tergerus kira-kira dua meter setelah hujan Jumat malam. Jarak ke dapur rumah terdekat tinggal empat meter.',
    story: [
      ...passOn(1, 'sumbar.dinas-sdabk'),
      startWork(0, 'Tim darurat memasang karung pasir hari ini.'),
      support(1, 14),
    ],
  },
  {
    received: ago(3, '09:26'),
    categoryId: 'pelayanan-kesehatan',
    regionCode: '13.72.01',
    targetInstitutionId: 'sumbar.rsud-mohammad-natsir',
    title: 'AC ruang rawat anak mati',
    content:
      'Sudah tiga malam pendingin di ruang rawat anak tidak hidup. Jendela tidak bisa dibuka. Anak-anak sulit tidur.',
    story: [verify(1)],
  },
  {
    received: ago(2, '21:46'),
    categoryId: 'harga-pokok',
    regionCode: '13.74.02',
    channel: 'sms',
    title: 'Harga cabai naik tajam di pasar pusat',
    content: 'Minggu lalu masih empat puluh ribu sekarang sembilan puluh ribu sekilo. Apakah akan ada pasar murah?',
    story: [],
  },
  {
    received: ago(1, '08:33'),
    categoryId: 'drainase',
    regionCode: '13.71.04.1005',
    landmark: 'Seberang masjid, Jalan Khatib Sulaiman',
    latitude: -0.9145,
    longitude: 100.3601,
    channel: 'android',
    title: 'Air menggenang setiap hujan karena selokan tersumbat',
    content:
      'Selokan di sisi timur jalan penuh sampah dan pasir. Hujan setengah jam saja air sudah setinggi mata kaki sampai ke teras toko.',
    story: [],
  },
]);
