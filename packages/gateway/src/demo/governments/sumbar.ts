import type { Institution } from '@lapor/schemas';
import type { DemoGovernment } from '../demo-government.ts';
import { sumbarReports } from '../reports/sumbar.ts';
import { government, type OfficeRow, officesOf } from './institutions.ts';
import { demoSite } from './sites.ts';

const province = government({
  id: 'sumbar',
  name: 'Pemerintah Provinsi Sumatera Barat',
  shortName: 'Pemprov Sumbar',
  kind: 'province',
  regionCode: '13',
});

const offices: readonly OfficeRow[] = [
  ['sekretariat-daerah', 'Sekretariat Daerah', 'Setda', 'tata pemerintahan, hukum, organisasi, pengadaan, umum'],
  ['inspektorat', 'Inspektorat', 'Inspektorat', 'pengawasan, pungutan liar, disiplin pegawai, penyalahgunaan wewenang'],
  ['dinas-pendidikan', 'Dinas Pendidikan', 'Disdik', 'sekolah, SMA, SMK, SLB, guru, PPDB, SPMB, biaya sekolah, ijazah'],
  ['dinas-kesehatan', 'Dinas Kesehatan', 'Dinkes', 'kesehatan, puskesmas, rumah sakit, vaksin, stunting, obat'],
  [
    'dinas-bmcktr',
    'Dinas Bina Marga, Cipta Karya dan Tata Ruang',
    'Dinas BMCKTR',
    'jalan, jalan provinsi, jembatan, drainase, tata ruang, gedung pemerintah, longsor di jalan',
  ],
  [
    'dinas-sdabk',
    'Dinas Sumber Daya Air dan Bina Konstruksi',
    'Dinas SDABK',
    'sungai, irigasi, tanggul, normalisasi sungai, bendung, pantai',
  ],
  [
    'dinas-perkimtan',
    'Dinas Perumahan Rakyat, Kawasan Permukiman dan Pertanahan',
    'Dinas Perkimtan',
    'perumahan, permukiman, rumah tidak layak huni, pertanahan',
  ],
  ['satpol-pp', 'Satuan Polisi Pamong Praja', 'Satpol PP', 'ketertiban umum, perda, pedagang kaki lima, pemalakan'],
  [
    'dinas-sosial',
    'Dinas Sosial',
    'Dinsos',
    'bansos, bantuan sosial, PKH, BPNT, disabilitas, panti, anak terlantar, lansia',
  ],
  [
    'dp3ap2kb',
    'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana',
    'DP3AP2KB',
    'perempuan, anak, kekerasan, keluarga berencana',
  ],
  ['dinas-pangan', 'Dinas Pangan', 'Dinas Pangan', 'pangan, harga beras, cadangan pangan, keamanan pangan'],
  [
    'dinas-lingkungan-hidup',
    'Dinas Lingkungan Hidup',
    'DLH',
    'lingkungan, sampah, limbah, pencemaran, TPA regional, amdal',
  ],
  ['dinas-kehutanan', 'Dinas Kehutanan', 'Dishut', 'hutan, penebangan liar, kebakaran hutan, perhutanan sosial'],
  [
    'dinas-dukcapil',
    'Dinas Kependudukan dan Pencatatan Sipil',
    'Dukcapil',
    'kependudukan, KTP, kartu keluarga, akta kelahiran',
  ],
  ['dinas-pmd', 'Dinas Pemberdayaan Masyarakat dan Desa', 'DPMD', 'nagari, desa, dana desa, wali nagari, BUMNag'],
  [
    'dinas-perhubungan',
    'Dinas Perhubungan',
    'Dishub',
    'angkutan, terminal, rambu, lampu lalu lintas, lampu jalan, parkir, kapal, pelabuhan',
  ],
  [
    'dinas-kominfotik',
    'Dinas Komunikasi, Informatika dan Statistik',
    'Dinas Kominfotik',
    'internet, sinyal, aplikasi pemerintah, situs web, informasi publik, statistik',
  ],
  [
    'dinas-koperasi-ukm',
    'Dinas Koperasi, Usaha Kecil dan Menengah',
    'Dinas Koperasi UKM',
    'koperasi, UMKM, usaha kecil',
  ],
  [
    'dpmptsp',
    'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
    'DPMPTSP',
    'izin, perizinan, penanaman modal, OSS',
  ],
  ['dinas-pemuda-olahraga', 'Dinas Pemuda dan Olahraga', 'Dispora', 'pemuda, olahraga, gelanggang'],
  ['dinas-kebudayaan', 'Dinas Kebudayaan', 'Disbud', 'kebudayaan, museum, cagar budaya, sanggar'],
  [
    'dinas-kearsipan-perpustakaan',
    'Dinas Kearsipan dan Perpustakaan',
    'Dinas Kearsipan dan Perpustakaan',
    'perpustakaan, arsip, buku',
  ],
  [
    'dinas-kelautan-perikanan',
    'Dinas Kelautan dan Perikanan',
    'DKP',
    'laut, nelayan, ikan, bom ikan, pelabuhan perikanan',
  ],
  ['dinas-pariwisata', 'Dinas Pariwisata', 'Dispar', 'pariwisata, wisata, destinasi, tiket masuk, ekonomi kreatif'],
  [
    'dinas-perkebunan-pangan',
    'Dinas Perkebunan, Tanaman Pangan dan Hortikultura',
    'Disbuntanhor',
    'pupuk, sawah, bibit, kelompok tani, kebun, hama',
  ],
  [
    'dinas-peternakan',
    'Dinas Peternakan dan Kesehatan Hewan',
    'Disnakkeswan',
    'ternak, sapi, penyakit hewan, PMK, rabies',
  ],
  ['dinas-esdm', 'Dinas Energi dan Sumber Daya Mineral', 'Dinas ESDM', 'tambang, galian, listrik, air tanah, elpiji'],
  [
    'dinas-perindag',
    'Dinas Perindustrian dan Perdagangan',
    'Disperindag',
    'pasar, harga, perdagangan, industri, timbangan, elpiji',
  ],
  [
    'dinas-nakertrans',
    'Dinas Tenaga Kerja dan Transmigrasi',
    'Disnakertrans',
    'upah, pekerja, PHK, lowongan, transmigrasi, magang',
  ],
  ['bappeda', 'Badan Perencanaan Pembangunan Daerah', 'Bappeda', 'perencanaan, musrenbang, pembangunan'],
  ['bapenda', 'Badan Pendapatan Daerah', 'Bapenda', 'pajak kendaraan, Samsat, pajak daerah, retribusi'],
  ['bpkad', 'Badan Pengelolaan Keuangan dan Aset Daerah', 'BPKAD', 'keuangan daerah, aset, hibah'],
  ['bkd', 'Badan Kepegawaian Daerah', 'BKD', 'pegawai, CPNS, PPPK, mutasi, pensiun'],
  ['bpsdm', 'Badan Pengembangan Sumber Daya Manusia', 'BPSDM', 'pelatihan pegawai, diklat'],
  [
    'bpbd',
    'Badan Penanggulangan Bencana Daerah',
    'BPBD',
    'bencana, banjir, longsor, galodo, gempa, evakuasi, sirene tsunami',
  ],
  ['kesbangpol', 'Badan Kesatuan Bangsa dan Politik', 'Kesbangpol', 'organisasi masyarakat, kerukunan'],
  ['badan-penghubung', 'Badan Penghubung', 'Badan Penghubung', 'perantau, perwakilan di Jakarta'],
  [
    'rsud-achmad-mochtar',
    'Rumah Sakit Umum Daerah Dr. Achmad Mochtar',
    'RSAM Bukittinggi',
    'rumah sakit, rawat inap, poliklinik, antrean, IGD',
  ],
  [
    'rsud-mohammad-natsir',
    'Rumah Sakit Umum Daerah Mohammad Natsir',
    'RSUD M. Natsir',
    'rumah sakit, rawat inap, poliklinik, antrean, IGD',
  ],
];

const regency = (id: string, name: string, regionCode: string): Institution =>
  government({
    id,
    name: `Pemerintah ${name}`,
    shortName: `Pemkab ${name.replace('Kabupaten ', '')}`,
    kind: 'regency',
    regionCode,
  });

const city = (id: string, name: string, regionCode: string): Institution =>
  government({
    id,
    name: `Pemerintah ${name}`,
    shortName: `Pemko ${name.replace('Kota ', '')}`,
    kind: 'regency',
    regionCode,
  });

/** The 12 regencies and 7 cities. Each stands beside the province, not below it (UU 23/2014). */
const regencies: readonly Institution[] = [
  regency('pesisir-selatan', 'Kabupaten Pesisir Selatan', '13.01'),
  regency('kab-solok', 'Kabupaten Solok', '13.02'),
  regency('sijunjung', 'Kabupaten Sijunjung', '13.03'),
  regency('tanah-datar', 'Kabupaten Tanah Datar', '13.04'),
  regency('padang-pariaman', 'Kabupaten Padang Pariaman', '13.05'),
  regency('agam', 'Kabupaten Agam', '13.06'),
  regency('lima-puluh-kota', 'Kabupaten Lima Puluh Kota', '13.07'),
  regency('pasaman', 'Kabupaten Pasaman', '13.08'),
  regency('kepulauan-mentawai', 'Kabupaten Kepulauan Mentawai', '13.09'),
  regency('dharmasraya', 'Kabupaten Dharmasraya', '13.10'),
  regency('solok-selatan', 'Kabupaten Solok Selatan', '13.11'),
  regency('pasaman-barat', 'Kabupaten Pasaman Barat', '13.12'),
  city('kota-padang', 'Kota Padang', '13.71'),
  city('kota-solok', 'Kota Solok', '13.72'),
  city('kota-sawahlunto', 'Kota Sawahlunto', '13.73'),
  city('kota-padang-panjang', 'Kota Padang Panjang', '13.74'),
  city('kota-bukittinggi', 'Kota Bukittinggi', '13.75'),
  city('kota-payakumbuh', 'Kota Payakumbuh', '13.76'),
  city('kota-pariaman', 'Kota Pariaman', '13.77'),
];

/**
 * Sumatera Barat, pilot province of 2019. The decree of the governor names a *Tim Admin* and one *Pejabat Penghubung*
 * an office; here they are keys of the roles `institutionAdmin` and `liaisonOfficer`.
 */
export const sumbar: DemoGovernment = {
  name: 'sumbar',
  institutions: [province, ...officesOf(province, 'Provinsi Sumatera Barat', offices)],
  neighbours: regencies,
  admins: ['Tim Admin SP4N-LAPOR! Provinsi Sumatera Barat'],
  liaisonOffice: 'sumbar.dinas-bmcktr',
  site: demoSite({
    owner: province,
    name: 'LAPOR! Sumatera Barat (peragaan)',
    contact: 'Dinas Komunikasi, Informatika dan Statistik Provinsi Sumatera Barat, pdp@sumbar.example',
  }),
  reports: sumbarReports,
};
