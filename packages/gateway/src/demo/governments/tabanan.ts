import type { DemoGovernment } from '../demo-government.ts';
import { tabananReports } from '../reports/tabanan.ts';
import { districtsOf, government, type OfficeRow, officesOf } from './institutions.ts';
import { demoSite } from './sites.ts';

const regency = government({
  id: 'tabanan',
  name: 'Pemerintah Kabupaten Tabanan',
  shortName: 'Pemkab Tabanan',
  kind: 'regency',
  regionCode: '51.02',
});

/** With the ten districts these are fifty: the sections (*bagian*) of the secretariat answer for themselves. */
const offices: readonly OfficeRow[] = [
  [
    'bagian-pemerintahan',
    'Bagian Pemerintahan Sekretariat Daerah',
    'Bagian Pemerintahan',
    'batas wilayah, tata pemerintahan, pertanahan',
  ],
  [
    'bagian-kesra',
    'Bagian Kesejahteraan Rakyat Sekretariat Daerah',
    'Bagian Kesra',
    'hibah, tempat ibadah, pura, keagamaan',
  ],
  ['bagian-hukum', 'Bagian Hukum Sekretariat Daerah', 'Bagian Hukum', 'peraturan daerah, bantuan hukum'],
  [
    'bagian-perekonomian',
    'Bagian Perekonomian dan Sumber Daya Alam Sekretariat Daerah',
    'Bagian Perekonomian',
    'elpiji, perekonomian, perusahaan daerah',
  ],
  [
    'bagian-pembangunan',
    'Bagian Administrasi Pembangunan Sekretariat Daerah',
    'Bagian Pembangunan',
    'proyek, administrasi pembangunan',
  ],
  [
    'bagian-pengadaan',
    'Bagian Pengadaan Barang dan Jasa Sekretariat Daerah',
    'Bagian PBJ',
    'tender, pengadaan barang dan jasa',
  ],
  [
    'bagian-organisasi',
    'Bagian Organisasi Sekretariat Daerah',
    'Bagian Organisasi',
    'pelayanan publik, standar pelayanan, reformasi birokrasi',
  ],
  ['bagian-umum', 'Bagian Umum Sekretariat Daerah', 'Bagian Umum', 'kendaraan dinas, gedung kantor'],
  [
    'bagian-perencanaan-keuangan',
    'Bagian Perencanaan dan Keuangan Sekretariat Daerah',
    'Bagian Perencanaan dan Keuangan',
    'anggaran sekretariat',
  ],
  [
    'bagian-protokol',
    'Bagian Protokol dan Komunikasi Pimpinan Sekretariat Daerah',
    'Bagian Prokopim',
    'protokol, audiensi, komunikasi pimpinan',
  ],
  ['sekretariat-dprd', 'Sekretariat Dewan Perwakilan Rakyat Daerah', 'Sekretariat DPRD', 'DPRD, aspirasi dewan'],
  [
    'inspektorat',
    'Inspektorat',
    'Inspektorat',
    'pengawasan, pungutan liar, disiplin pegawai, penyalahgunaan wewenang, sekretariat pengaduan',
  ],
  ['dinas-pendidikan', 'Dinas Pendidikan', 'Disdik', 'sekolah, SD, SMP, PAUD, guru, SPMB, pungutan sekolah'],
  ['dinas-kesehatan', 'Dinas Kesehatan', 'Dinkes', 'puskesmas, kesehatan, fogging, demam berdarah, stunting, vaksin'],
  [
    'dinas-puprpkp',
    'Dinas Pekerjaan Umum, Penataan Ruang, Perumahan dan Kawasan Permukiman',
    'Dinas PUPRPKP',
    'jalan, jembatan, drainase, irigasi, trotoar, senderan, perumahan, tata ruang',
  ],
  [
    'dinas-sosial',
    'Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak',
    'Dinsos P3A',
    'bansos, PKH, BPNT, disabilitas, lansia, kekerasan, anak',
  ],
  ['satpol-pp', 'Satuan Polisi Pamong Praja', 'Satpol PP', 'ketertiban umum, perda, baliho, kebisingan, anjing liar'],
  ['dinas-tenaga-kerja', 'Dinas Tenaga Kerja', 'Disnaker', 'upah, pekerja, lowongan, pekerja migran'],
  [
    'dinas-lingkungan-hidup',
    'Dinas Lingkungan Hidup',
    'DLH',
    'sampah, TPA Mandung, limbah, pencemaran, pohon tumbang, taman',
  ],
  [
    'dinas-dukcapil',
    'Dinas Kependudukan dan Pencatatan Sipil',
    'Disdukcapil',
    'KTP, kartu keluarga, akta kelahiran, pindah domisili',
  ],
  ['dinas-pmd', 'Dinas Pemberdayaan Masyarakat dan Desa', 'DPMD', 'desa, dana desa, perbekel, BUMDes'],
  [
    'dinas-ppkb',
    'Dinas Pengendalian Penduduk dan Keluarga Berencana',
    'DPPKB',
    'keluarga berencana, stunting, penyuluh',
  ],
  [
    'dinas-perhubungan',
    'Dinas Perhubungan',
    'Dishub',
    'lampu jalan, parkir, rambu, terminal, lampu lalu lintas, bus sekolah',
  ],
  [
    'dinas-kominfo',
    'Dinas Komunikasi dan Informatika',
    'Diskominfo',
    'internet, sinyal, situs web, aplikasi pemerintah, CCTV',
  ],
  ['dinas-koperasi-ukm', 'Dinas Koperasi dan Usaha Kecil Menengah', 'Diskop UKM', 'koperasi, UMKM, LPD'],
  ['dinas-perindag', 'Dinas Perindustrian dan Perdagangan', 'Disperindag', 'pasar, harga, pedagang, retribusi pasar'],
  [
    'dpmptsp',
    'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
    'DPMPTSP',
    'izin, perizinan, PBG, mal pelayanan publik',
  ],
  ['dinas-kebudayaan', 'Dinas Kebudayaan', 'Disbud', 'kebudayaan, subak, desa adat, sanggar'],
  ['dinas-perpustakaan', 'Dinas Perpustakaan dan Arsip', 'Dispusip', 'perpustakaan, arsip, buku'],
  [
    'dinas-pariwisata',
    'Dinas Pariwisata',
    'Dispar',
    'pariwisata, tanah lot, jatiluwih, bedugul, tiket masuk, daya tarik wisata',
  ],
  ['dinas-pertanian', 'Dinas Pertanian', 'Distan', 'pupuk, sawah, subak, bibit, hama tikus, ternak, rabies'],
  ['dinas-perikanan', 'Dinas Perikanan', 'Diskan', 'ikan, nelayan, kolam, bantuan benih ikan'],
  ['dinas-ketahanan-pangan', 'Dinas Ketahanan Pangan', 'DKP', 'pangan, cadangan pangan, keamanan pangan'],
  ['bappeda', 'Badan Perencanaan Pembangunan Daerah', 'Bappeda', 'perencanaan, musrenbang, penelitian'],
  ['badan-keuangan', 'Badan Keuangan Daerah', 'Bakeuda', 'pajak daerah, PBB, retribusi, BPHTB, aset'],
  ['bkpsdm', 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', 'BKPSDM', 'pegawai, CPNS, PPPK, mutasi'],
  ['bpbd', 'Badan Penanggulangan Bencana Daerah', 'BPBD', 'bencana, longsor, pohon tumbang, banjir, angin kencang'],
  ['kesbangpol', 'Badan Kesatuan Bangsa dan Politik', 'Kesbangpol', 'organisasi masyarakat, kerukunan'],
  ['rsud-tabanan', 'Rumah Sakit Umum Daerah', 'RSUD Tabanan', 'rumah sakit, rawat inap, poliklinik, antrean, IGD'],
  [
    'rsud-singasana',
    'Rumah Sakit Umum Daerah Singasana',
    'RSUD Singasana',
    'rumah sakit, rawat inap, poliklinik, antrean, IGD',
  ],
];

const enterprises: readonly OfficeRow[] = [
  [
    'perumda-tirta-amertha-buana',
    'Perusahaan Umum Daerah Air Minum Tirta Amertha Buana',
    'Perumda TAB',
    'air minum, PDAM, air mati, pipa bocor, rekening air, meteran air',
  ],
  [
    'perumda-dharma-santhika',
    'Perusahaan Umum Daerah Dharma Santhika',
    'Perumda Dharma Santhika',
    'usaha daerah, beras lokal, hasil tani, rumah kos daerah',
  ],
];

const districts = [
  'Selemadeg',
  'Selemadeg Timur',
  'Selemadeg Barat',
  'Kerambitan',
  'Tabanan',
  'Kediri',
  'Marga',
  'Penebel',
  'Baturiti',
  'Pupuan',
];

/**
 * Tabanan: 50 offices and 2 enterprises, and no other complaint platform. Four admins work in the secretariat, which
 * sits in the Inspektorat but acts for the whole government: their keys belong to the government, not to the office.
 */
export const tabanan: DemoGovernment = {
  name: 'tabanan',
  institutions: [
    regency,
    ...officesOf(regency, 'Kabupaten Tabanan', offices),
    ...districtsOf(regency, 'Kabupaten Tabanan', districts),
    ...officesOf(regency, 'Kabupaten Tabanan', enterprises, 'enterprise'),
  ],
  neighbours: [
    government({
      id: 'bali',
      name: 'Pemerintah Provinsi Bali',
      shortName: 'Pemprov Bali',
      kind: 'province',
      regionCode: '51',
      responsibilities: 'jalan provinsi, SMA, SMK, hutan, pajak kendaraan',
    }),
  ],
  admins: [
    'Sekretariat SP4N-LAPOR! (Inspektorat), admin 1',
    'Sekretariat SP4N-LAPOR! (Inspektorat), admin 2',
    'Sekretariat SP4N-LAPOR! (Inspektorat), admin 3',
    'Sekretariat SP4N-LAPOR! (Inspektorat), admin 4',
  ],
  liaisonOffice: 'tabanan.dinas-puprpkp',
  site: demoSite({
    owner: regency,
    name: 'LAPOR! Tabanan (peragaan)',
    contact: 'Inspektorat Kabupaten Tabanan, pdp@tabanan.example',
  }),
  reports: tabananReports,
};
