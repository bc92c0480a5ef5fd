import { ago, reportsOf } from '../demo-report.ts';
import {
  absorb,
  answer,
  archive,
  closesByItself,
  complete,
  confirm,
  deadlinePasses,
  dispose,
  dispute,
  giveBack,
  mergeInto,
  note,
  passOn,
  postpone,
  reply,
  startWork,
  support,
  verify,
  withdraw,
} from '../story-step.ts';

/** Invented reports for Sulawesi Barat, the oldest first. Three of them tell what *no wrong door* means; they are marked. */
export const sulbarReports = reportsOf('sulbar', [
  {
    received: ago(72, '09:14'),
    categoryId: 'permukiman',
    regionCode: '76.05.04',
    title: 'Hunian tetap korban gempa belum ada air',
    content:
      'Kami sudah menempati hunian tetap sejak tahun lalu tetapi sambungan air belum berfungsi. Setiap hari mengangkut air dari sungai, sekitar 400 meter.',
    story: [
      ...passOn(1, 'sulbar.dinas-perkimtan'),
      startWork(2),
      deadlinePasses,
      answer(3, 'Pompa dan tandon sudah dipasang. Air mengalir dua kali sehari, pagi dan sore.'),
      confirm(4, 3, 'Air sudah ada, walaupun sempat lama.'),
    ],
  },
  {
    received: ago(68, '13:02'),
    categoryId: 'jalan',
    regionCode: '76.03.01',
    channel: 'sms',
    title: 'Jalan Mambi ke Mamasa amblas separuh badan',
    content:
      'Separuh badan jalan amblas di tikungan setelah jembatan kecil. Mobil harus bergantian. Kalau malam tidak ada tanda.',
    story: [
      ...passOn(1, 'sulbar.dinas-pupr'),
      startWork(1, 'Rambu dan lampu kedip dipasang lebih dahulu.'),
      answer(4, 'Badan jalan sudah ditimbun dan diperkuat bronjong. Jalan dapat dilalui dua arah.'),
      confirm(2, 5),
    ],
  },
  {
    received: ago(64, '19:50'),
    categoryId: 'kelautan-perikanan',
    regionCode: '76.05.01',
    anonymous: true,
    title: 'Bom ikan sebelum matahari terbit',
    content:
      'Dua kali seminggu terdengar ledakan di laut pada dini hari. Besoknya banyak ikan kecil mengapung. Nelayan pancing makin susah dapat ikan.',
    story: [
      verify(2, 'supervisory'),
      dispose(0, 'sulbar.dinas-kelautan-perikanan'),
      startWork(1, 'Patroli bersama polisi perairan.'),
      answer(4, 'Satu kapal dengan bahan peledak diamankan. Patroli subuh diteruskan sampai akhir bulan.'),
      closesByItself,
    ],
  },
  {
    received: ago(60, '10:10'),
    categoryId: 'pelayanan-kesehatan',
    regionCode: '76.02.01.1013',
    targetInstitutionId: 'sulbar.rsud-sulbar',
    latitude: -2.683,
    longitude: 118.886,
    title: 'Menunggu hasil laboratorium dua hari',
    content:
      'Ibu saya dirawat dan hasil pemeriksaan darah baru keluar setelah dua hari. Perawat bilang alatnya sedang rusak. Apakah tidak ada kerja sama dengan laboratorium lain?',
    story: [
      verify(1),
      startWork(1),
      answer(
        3,
        'Alat sudah diperbaiki. Selama alat rusak sampel sekarang dikirim ke laboratorium rekanan pada hari yang sama.',
      ),
      confirm(2, 4),
    ],
  },
  {
    // No wrong door: the reporter chose an office, the task was another government's. One visible hop, and it was done.
    key: 'sulbar-wrong-door',
    received: ago(57, '08:21'),
    categoryId: 'drainase',
    regionCode: '76.02.01.1002',
    landmark: 'Depan deretan toko, Jalan Ahmad Yani',
    targetInstitutionId: 'sulbar.dinas-perhubungan',
    latitude: -2.6748,
    longitude: 118.8885,
    title: 'Got di depan pertokoan Binanga meluap ke jalan',
    content:
      'Setiap hujan got meluap dan air masuk ke toko. Sampah plastik menutup lubang airnya. Saya tidak tahu ini tugas siapa, jadi saya kirim ke perhubungan karena jalannya ikut banjir.',
    story: [
      giveBack(
        1,
        'Drainase di jalan kota Mamuju adalah tugas Pemerintah Kabupaten Mamuju. Kami usulkan laporan ini langsung diteruskan ke sana.',
        'mamuju',
      ),
      verify(1),
      startWork(1, 'Pengerukan dijadwalkan pekan ini.'),
      answer(3, 'Got sudah dikeruk sepanjang 120 meter dan tutupnya diganti dengan kisi yang dapat dibuka.'),
      confirm(2, 5, 'Saya kira akan disuruh lapor ulang. Ternyata diteruskan sendiri. Terima kasih.'),
    ],
  },
  {
    received: ago(54, '16:16'),
    categoryId: 'bantuan-pertanian',
    regionCode: '76.04.03',
    title: 'Traktor bantuan dipakai sendiri oleh ketua kelompok',
    content:
      'Traktor tangan bantuan untuk kelompok tani disimpan di rumah ketua dan anggota harus menyewa. Padahal waktu serah terima dikatakan milik bersama.',
    anonymous: true,
    story: [
      verify(1, 'supervisory'),
      dispose(0, 'sulbar.dinas-tanaman-pangan'),
      startWork(2),
      answer(
        5,
        'Penyuluh sudah memimpin musyawarah. Jadwal pemakaian ditempel di balai kelompok dan sewa hanya untuk solar.',
      ),
      closesByItself,
    ],
  },
  {
    // No wrong door: two offices called it not theirs. The coordinator decided, and nobody had to write again.
    key: 'sulbar-two-returns',
    received: ago(51, '11:33'),
    categoryId: 'lampu-jalan',
    regionCode: '76.04.04.1007',
    latitude: -3.4325,
    longitude: 119.3435,
    title: 'Lampu jalan poros Madatte padam sejak bulan lalu',
    content:
      'Lampu di sepanjang jalan poros depan pasar padam semua. Pedagang sayur yang datang sebelum subuh memakai senter.',
    story: [
      ...passOn(1, 'sulbar.dinas-perhubungan'),
      giveBack(2, 'Lampu di ruas itu bukan aset Dinas Perhubungan Provinsi.'),
      dispose(1, 'sulbar.dinas-pupr'),
      giveBack(1, 'Ruas jalan provinsi, tetapi lampunya dipasang oleh kabupaten.'),
      dispose(
        0,
        'polewali-mandar',
        'Setelah dicocokkan dengan daftar aset, lampu di ruas ini milik Pemerintah Kabupaten Polewali Mandar.',
      ),
      startWork(1),
      answer(2, 'Panel yang rusak diganti. Seluruh lampu di ruas itu menyala kembali.'),
      confirm(1, 4, 'Sempat berputar, tetapi kami tidak perlu lapor ulang.'),
    ],
  },
  {
    received: ago(48, '14:44'),
    categoryId: 'perizinan',
    regionCode: '76',
    classification: 'informationRequest',
    title: 'Izin usaha depot air minum',
    content:
      'Saya mau membuka depot air isi ulang. Apakah cukup lewat OSS, atau perlu pemeriksaan air dulu dari dinas kesehatan?',
    story: [
      ...passOn(1, 'sulbar.dpmptsp'),
      answer(
        2,
        'Daftarkan usaha lewat OSS, kemudian ajukan pemeriksaan air ke dinas kesehatan kabupaten. Urutan lengkapnya kami lampirkan di situs DPMPTSP.',
      ),
      confirm(1, 5),
    ],
  },
  {
    received: ago(45, '07:36'),
    categoryId: 'guru',
    regionCode: '76.03.10',
    title: 'Guru jarang masuk di SMK',
    content:
      'Tiga mata pelajaran kejuruan sering kosong karena gurunya tinggal di kota dan hanya datang dua hari seminggu.',
    story: [
      ...passOn(2, 'sulbar.dinas-pendidikan'),
      startWork(2),
      answer(4, 'Kepala sekolah sudah menata ulang jadwal dan presensi guru diperiksa setiap pekan.'),
      dispute(4, 'Bulan ini masih kosong juga, anak saya mencatat delapan jam tidak ada guru.'),
      answer(3, 'Satu guru dipindahtugaskan ke SMK tersebut dan mulai mengajar hari Senin.'),
      confirm(6, 4),
    ],
  },
  {
    received: ago(41, '20:05'),
    categoryId: 'topik-lainnya',
    regionCode: '76.02.12.1002',
    title: 'Sengketa batas kebun dengan tetangga',
    content:
      'Tetangga menggeser patok batas kebun kami dua meter dan sekarang sudah ditanami. Perkaranya sedang berjalan di pengadilan negeri. Mohon gubernur memutuskan.',
    story: [
      archive(
        2,
        'outsideScope',
        'Perkara yang sedang diperiksa pengadilan tidak dapat ditangani melalui pengaduan pelayanan publik. Untuk pendampingan, Anda dapat meminta bantuan hukum di kantor pengadilan.',
      ),
    ],
  },
  {
    received: ago(38, '09:59'),
    categoryId: 'bantuan-sosial',
    regionCode: '76.02.04',
    answers: { programme: 'daerah' },
    title: 'Nama ada di daftar tetapi bantuan tidak sampai',
    content:
      'Di kantor desa nama saya ada di daftar penerima beras, tanda tangan juga sudah ada, padahal saya belum pernah menerima atau menandatangani.',
    story: [
      verify(1, 'supervisory'),
      dispose(0, 'sulbar.dinas-sosial'),
      note(1, 'Minta salinan daftar terima dari pendamping, bukan dari desa.'),
      startWork(1),
      answer(
        5,
        'Beras Anda terbukti disalurkan kepada orang lain karena salah nama. Penyaluran ulang dilakukan kemarin dan daftar diperbaiki.',
      ),
      confirm(2, 5),
    ],
  },
  {
    received: ago(35, '12:25'),
    categoryId: 'listrik',
    regionCode: '76.02.16.2001',
    classification: 'aspiration',
    title: 'Listrik malam hari di Bala-Balakang',
    content:
      'Listrik di pulau kami hanya menyala dari pukul enam sampai pukul sepuluh malam. Mohon panel surya yang rusak diperbaiki supaya puskesmas pembantu bisa menyimpan vaksin.',
    story: [
      ...passOn(2, 'sulbar.dinas-esdm'),
      startWork(3),
      postpone(2, 'awaitingOthers', 'Baterai pengganti dalam pengadaan dan dikirim dengan kapal perintis berikutnya.'),
      support(2, 17),
      answer(8, 'Baterai sudah terpasang. Puskesmas pembantu sekarang mendapat listrik sepanjang hari.'),
      confirm(3, 5, 'Terima kasih dari kami di pulau.'),
    ],
  },
  {
    received: ago(32, '10:48'),
    categoryId: 'sampah',
    regionCode: '76.02.01.1012',
    channel: 'android',
    title: 'Sampah menumpuk di Pantai Manakarra',
    content: 'Setelah acara akhir pekan sampah dibiarkan tiga hari. Baunya sampai ke jalan dan banyak lalat.',
    story: [
      verify(1),
      dispose(0, 'mamuju', 'Kebersihan kota ditangani Pemerintah Kabupaten Mamuju.'),
      answer(1, 'Sampah sudah diangkut dan panitia acara mendapat teguran.'),
      complete(6),
    ],
  },
  {
    received: ago(25, '15:31'),
    categoryId: 'gaji',
    regionCode: '76.01.02',
    anonymous: true,
    confidential: true,
    title: 'Gaji buruh kebun dibayar di bawah upah minimum',
    content:
      'Kami bekerja harian di kebun dan dibayar jauh di bawah upah minimum. Alat pelindung juga beli sendiri. Mohon jangan sampai mandor tahu siapa yang melapor.',
    story: [
      verify(1, 'supervisory'),
      dispose(0, 'sulbar.dinas-tenaga-kerja'),
      startWork(2, 'Pengawas ketenagakerjaan turun minggu ini.'),
      answer(6, 'Perusahaan diwajibkan membayar kekurangan upah enam bulan terakhir dan menyediakan alat pelindung.'),
      closesByItself,
    ],
  },
  {
    received: ago(24, '11:05'),
    categoryId: 'transportasi-laut',
    regionCode: '76.02.01.2006',
    classification: 'aspiration',
    title: 'Jadwal perahu ke Pulau Karampuang',
    content:
      'Kalau ada papan jadwal dan tarif di dermaga, pengunjung tidak bingung dan warga pulau tidak berebut. Mohon dipasang.',
    story: [
      ...passOn(1, 'sulbar.dinas-perhubungan'),
      giveBack(1, 'Dermaga itu dikelola Pemerintah Kabupaten Mamuju.', 'mamuju'),
      answer(4, 'Papan jadwal dan tarif sudah dipasang di kedua dermaga.'),
      closesByItself,
    ],
  },
  {
    received: ago(22, '18:22'),
    categoryId: 'stunting',
    regionCode: '76.04.05.2004',
    channel: 'sms',
    title: 'Posyandu tidak buka tiga bulan',
    content:
      'Posyandu di dusun kami tidak buka sejak kadernya pindah. Balita tidak ditimbang dan tidak ada makanan tambahan.',
    story: [
      ...passOn(1, 'sulbar.dinas-kesehatan'),
      startWork(2),
      answer(
        4,
        'Bersama dinas kesehatan kabupaten, dua kader baru dilatih. Posyandu buka lagi tanggal lima setiap bulan.',
      ),
      confirm(5, 5, 'Kemarin sudah buka.'),
    ],
  },
  {
    received: ago(15, '13:40'),
    categoryId: 'pertambangan',
    regionCode: '76.02.08',
    title: 'Galian pasir membuat sungai keruh',
    content:
      'Alat berat mengambil pasir di tengah sungai. Air untuk mencuci keruh terus dan tebing di kebun warga runtuh sedikit demi sedikit.',
    story: [
      ...passOn(2, 'sulbar.dinas-esdm'),
      startWork(1),
      deadlinePasses,
      answer(2, 'Kegiatan di luar titik izin dihentikan. Pemegang izin wajib memasang pengaman tebing.'),
      dispute(2, 'Alat beratnya pindah ke hulu, masih jalan.'),
    ],
  },
  {
    // The same bridge, told twice in one morning: the second report was merged into this one, and its reporter sees it.
    key: 'sulbar-bridge',
    received: ago(13, '07:12'),
    categoryId: 'jembatan',
    regionCode: '76.02.03.2004',
    landmark: 'Jembatan dekat pasar, jalan provinsi',
    latitude: -2.51,
    longitude: 119.07,
    title: 'Jembatan Sondoang retak dan bergoyang',
    content:
      'Setelah banjir malam tadi satu tiang jembatan retak. Kalau truk lewat terasa bergoyang. Tolong segera ditutup untuk kendaraan berat.',
    story: [
      ...passOn(1, 'sulbar.dinas-pupr'),
      startWork(0, 'Jembatan dibatasi untuk kendaraan di bawah lima ton dan dijaga siang malam.'),
      absorb('sulbar-bridge-again'),
      support(0, 8),
      answer(
        4,
        'Tiang sudah diperkuat dengan penyangga baja dan lulus uji beban. Batas delapan ton tetap berlaku sampai tiang baru selesai.',
      ),
      reply(2, 'Kapan tiang barunya mulai dikerjakan?'),
      answer(1, 'Lelang sudah selesai, pekerjaan mulai awal bulan depan.'),
    ],
  },
  {
    key: 'sulbar-bridge-again',
    received: ago(13, '08:40'),
    categoryId: 'jembatan',
    regionCode: '76.02.03.2004',
    channel: 'sms',
    title: 'Tiang jembatan dekat pasar Sondoang pecah',
    content: 'Tiang jembatan provinsi di Sondoang pecah kena kayu hanyut. Orang masih lewat. Mohon diperiksa hari ini.',
    story: [
      verify(2),
      mergeInto(
        0,
        'sulbar-bridge',
        'Jembatan yang sama sudah dilaporkan pada pagi yang sama. Laporan Anda digabung ke sana agar ditangani sekali dan Anda mengikuti jawaban yang sama.',
      ),
    ],
  },
  {
    received: ago(9, '08:08'),
    categoryId: 'banjir',
    regionCode: '76.06.04',
    channel: 'android',
    title: 'Normalisasi Sungai Budong-Budong',
    content:
      'Dua kali sebulan air sungai masuk ke kampung. Dasar sungai dangkal karena pasir. Kami minta dikeruk sebelum puncak musim hujan.',
    story: [...passOn(1, 'sulbar.dinas-pupr'), startWork(3, 'Pengukuran penampang sungai.'), support(2, 21)],
  },
  {
    received: ago(8, '09:47'),
    categoryId: 'pajak-daerah',
    regionCode: '76.05.08.1001',
    title: 'Loket Samsat keliling tidak datang',
    content:
      'Jadwal di media sosial hari Selasa, kami sudah tunggu dua minggu tidak datang. Rumah ke kantor Samsat 60 kilometer.',
    story: [
      ...passOn(1, 'sulbar.bpkpd'),
      answer(
        3,
        'Mobil Samsat keliling rusak dan jadwal lama lupa dihapus. Mulai Selasa depan pelayanan berjalan lagi; jadwal diperbarui setiap Senin.',
      ),
    ],
  },
  {
    received: ago(7, '12:12'),
    categoryId: 'kebudayaan',
    regionCode: '76.04.12.2007',
    classification: 'aspiration',
    title: 'Festival perahu sandeq masuk kalender sekolah',
    content:
      'Anak-anak di Pambusuang pandai membuat sandeq kecil. Usul saya, ada lomba antarsekolah setiap tahun bersamaan dengan festival.',
    story: [...passOn(2, 'sulbar.dinas-pendidikan'), startWork(2)],
  },
  {
    received: ago(6, '10:19'),
    categoryId: 'penebangan-liar',
    regionCode: '76.03.05',
    anonymous: true,
    title: 'Kayu ulin diangkut lewat sungai',
    content: 'Kayu bulat dihanyutkan pada malam hari lalu dinaikkan ke truk di hilir. Sudah tiga kali saya lihat.',
    story: [verify(2, 'supervisory'), dispose(0, 'sulbar.dinas-kehutanan'), startWork(1)],
  },
  {
    received: ago(6, '14:03'),
    categoryId: 'harga-pokok',
    regionCode: '76.01.02',
    title: 'Harga TBS sawit di pabrik lebih rendah dari ketetapan',
    content:
      'Ketetapan provinsi sudah diumumkan tetapi pabrik membeli tiga ratus rupiah di bawahnya dengan alasan mutu.',
    story: [...passOn(2, 'sulbar.dinas-perkebunan')],
  },
  {
    received: ago(6, '19:19'),
    categoryId: 'elpiji',
    regionCode: '76.04.06.1005',
    channel: 'sms',
    title: 'Elpiji melon dijual tiga puluh lima ribu',
    content: 'Di kios harganya 35 ribu, di pangkalan selalu bilang kosong.',
    story: [
      ...passOn(1, 'sulbar.dinas-perindagkop'),
      postpone(
        3,
        'notClear',
        'Mohon tuliskan nama pangkalan atau jalannya, agar petugas dapat memeriksa catatan penyalurannya.',
      ),
    ],
  },
  {
    received: ago(5, '09:33'),
    categoryId: 'pariwisata',
    regionCode: '76.05.01.1007',
    title: 'Tangga menuju makam raja-raja licin',
    content: 'Tangga ke kompleks makam berlumut dan tidak ada pegangan. Ibu saya hampir jatuh.',
    story: [withdraw(1, 'Saya salah lokasi, akan saya tulis lagi dengan foto yang benar.')],
  },
  {
    received: ago(5, '16:52'),
    categoryId: 'aplikasi-pemerintah',
    regionCode: '76',
    title: 'Situs pengumuman beasiswa tidak bisa dibuka',
    content: 'Sejak kemarin situs pengumuman menampilkan halaman kosong, padahal batas unggah berkas lusa.',
    story: [
      ...passOn(1, 'sulbar.dinas-kominfopers'),
      answer(1, 'Server sudah pulih dan batas unggah diperpanjang tiga hari.'),
    ],
  },
  {
    received: ago(3, '07:29'),
    categoryId: 'jalan',
    regionCode: '76.02.11.2009',
    title: 'Jalan ke Leling putus tertimbun lumpur',
    content:
      'Longsor kecil menutup jalan sejak dini hari. Motor bisa lewat, mobil tidak. Sembako di kampung mulai menipis.',
    story: [...passOn(1, 'sulbar.dinas-pupr'), startWork(0, 'Alat berat dari pos terdekat sedang menuju lokasi.')],
  },
  {
    received: ago(2, '20:56'),
    categoryId: 'ketertiban-umum',
    regionCode: '76.02.01',
    anonymous: true,
    title: 'Musik keras sampai dini hari',
    content:
      'Rumah hiburan di dekat permukiman memutar musik sampai pukul tiga pagi hampir setiap hari. Anak sekolah susah tidur.',
    story: [verify(1)],
  },
  {
    received: ago(1, '10:01'),
    categoryId: 'obat',
    regionCode: '76.03.03',
    channel: 'android',
    title: 'Obat darah tinggi kosong di puskesmas',
    content: 'Sudah dua kali kontrol obatnya kosong dan disuruh beli di luar. Harganya lumayan untuk pensiunan.',
    story: [],
  },
]);
