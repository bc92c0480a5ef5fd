import type { DemoGovernment } from '../demo-government.ts';
import { sumenepReports } from '../reports/sumenep.ts';
import { districtsOf, government, type OfficeRow, officesOf } from './institutions.ts';
import { demoSite } from './sites.ts';

const regency = government({
  id: 'sumenep',
  name: 'Pemerintah Kabupaten Sumenep',
  shortName: 'Pemkab Sumenep',
  kind: 'regency',
  regionCode: '35.29',
});

/** With the 27 districts these are fifty, one operator each. */
const offices: readonly OfficeRow[] = [
  ['inspektorat', 'Inspektorat', 'Inspektorat', 'pengawasan, pungutan liar, disiplin pegawai, penyalahgunaan wewenang'],
  ['dinas-pendidikan', 'Dinas Pendidikan', 'Disdik', 'sekolah, SD, SMP, PAUD, guru, SPMB, KIP, pungutan sekolah'],
  [
    'dinas-kesehatan',
    'Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana',
    'Dinkes P2KB',
    'puskesmas, polindes, kesehatan, demam berdarah, stunting, vaksin, ambulans laut',
  ],
  [
    'dinas-putr',
    'Dinas Pekerjaan Umum dan Tata Ruang',
    'DPUTR',
    'jalan, jalan rusak, jembatan, drainase, plengsengan, irigasi, tata ruang',
  ],
  [
    'dinas-perkimhub',
    'Dinas Perumahan Rakyat, Kawasan Permukiman dan Perhubungan',
    'Disperkimhub',
    'lampu jalan, parkir, rambu, terminal, pelabuhan, kapal, perumahan, rumah tidak layak huni',
  ],
  [
    'dinas-sosial',
    'Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak',
    'Dinsos P3A',
    'bansos, bantuan sosial, PKH, BPNT, BST, DTKS, disabilitas, lansia, anak, kekerasan',
  ],
  ['dinas-lingkungan-hidup', 'Dinas Lingkungan Hidup', 'DLH', 'sampah, limbah, pencemaran, tambak udang, taman, pohon'],
  [
    'dinas-dukcapil',
    'Dinas Kependudukan dan Pencatatan Sipil',
    'Disdukcapil',
    'KTP, kartu keluarga, akta kelahiran, pindah domisili',
  ],
  ['dinas-pmd', 'Dinas Pemberdayaan Masyarakat dan Desa', 'DPMD', 'desa, dana desa, BLT, kepala desa, BUMDes'],
  [
    'dinas-kominfo',
    'Dinas Komunikasi dan Informatika',
    'Diskominfo',
    'internet, sinyal, situs web, aplikasi pemerintah',
  ],
  [
    'dinas-kukmpp',
    'Dinas Koperasi, Usaha Kecil Menengah, Perindustrian dan Perdagangan',
    'Dinas KUKMPP',
    'pasar, harga, elpiji, koperasi, UMKM, pedagang',
  ],
  [
    'dpmptsp-naker',
    'Dinas Penanaman Modal, Pelayanan Terpadu Satu Pintu dan Tenaga Kerja',
    'DPMPTSP Naker',
    'izin, perizinan, mal pelayanan publik, upah, pekerja, lowongan',
  ],
  [
    'dinas-budporapar',
    'Dinas Kebudayaan, Kepemudaan, Olahraga dan Pariwisata',
    'Disbudporapar',
    'pariwisata, wisata, pantai lombang, pantai slopeng, gili iyang, keraton, museum, tiket, calendar of event, stadion',
  ],
  ['dinas-perikanan', 'Dinas Perikanan', 'Diskan', 'ikan, nelayan, tempat pelelangan ikan, garam, rumput laut'],
  [
    'dinas-ketahanan-pangan',
    'Dinas Ketahanan Pangan dan Pertanian',
    'DKPP',
    'pupuk, sawah, tembakau, bibit, kelompok tani, ternak, sapi',
  ],
  ['dinas-perpustakaan', 'Dinas Perpustakaan dan Kearsipan', 'Disperpusip', 'perpustakaan, arsip, buku'],
  [
    'satpol-pp',
    'Satuan Polisi Pamong Praja',
    'Satpol PP',
    'ketertiban umum, perda, pedagang kaki lima, pemadam kebakaran',
  ],
  ['bappeda', 'Badan Perencanaan Pembangunan Daerah', 'Bappeda', 'perencanaan, musrenbang, penelitian'],
  [
    'bppkad',
    'Badan Pendapatan, Pengelolaan Keuangan dan Aset Daerah',
    'BPPKAD',
    'pajak daerah, PBB, retribusi, aset, keuangan',
  ],
  [
    'bkpsdm',
    'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
    'BKPSDM',
    'pegawai, CPNS, PPPK, mutasi, disiplin',
  ],
  [
    'bpbd',
    'Badan Penanggulangan Bencana Daerah',
    'BPBD',
    'bencana, kekeringan, air bersih, banjir, angin puting beliung',
  ],
  ['kesbangpol', 'Badan Kesatuan Bangsa dan Politik', 'Bakesbangpol', 'organisasi masyarakat, kerukunan'],
  [
    'rsud-moh-anwar',
    'Rumah Sakit Umum Daerah dr. H. Moh. Anwar',
    'RSUDMA',
    'rumah sakit, rawat inap, poliklinik, antrean, IGD',
  ],
];

const districts = [
  'Kota Sumenep',
  'Kalianget',
  'Manding',
  'Talango',
  'Bluto',
  'Saronggi',
  'Lenteng',
  'Giligenting',
  'Guluk-Guluk',
  'Ganding',
  'Pragaan',
  'Ambunten',
  'Pasongsongan',
  'Dasuk',
  'Rubaru',
  'Batang-Batang',
  'Batuputih',
  'Dungkek',
  'Gapura',
  'Gayam',
  'Nonggunong',
  "Ra'as",
  'Masalembu',
  'Arjasa',
  'Sapeken',
  'Batuan',
  'Kangayan',
];

/** Sumenep: the figures of its article are its reports, one for one, and all of them are closed by now. */
export const sumenep: DemoGovernment = {
  name: 'sumenep',
  institutions: [
    regency,
    ...officesOf(regency, 'Kabupaten Sumenep', offices),
    ...districtsOf(regency, 'Kabupaten Sumenep', districts),
  ],
  neighbours: [
    government({
      id: 'jatim',
      name: 'Pemerintah Provinsi Jawa Timur',
      shortName: 'Pemprov Jatim',
      kind: 'province',
      regionCode: '35',
      responsibilities: 'jalan provinsi, SMA, SMK, hutan, pajak kendaraan, pelabuhan penyeberangan',
    }),
  ],
  admins: ['Admin SP4N-LAPOR! Kabupaten Sumenep'],
  liaisonOffice: 'sumenep.dinas-sosial',
  site: demoSite({
    owner: regency,
    name: 'LAPOR! Sumenep (peragaan)',
    contact: 'Dinas Komunikasi dan Informatika Kabupaten Sumenep, pdp@sumenep.example',
  }),
  reports: sumenepReports,
};
