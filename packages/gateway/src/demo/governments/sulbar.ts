import type { Institution } from '@lapor/schemas';
import type { DemoGovernment } from '../demo-government.ts';
import { sulbarReports } from '../reports/sulbar.ts';
import { government, type OfficeRow, officesOf } from './institutions.ts';
import { demoSite } from './sites.ts';

const province = government({
  id: 'sulbar',
  name: 'Pemerintah Provinsi Sulawesi Barat',
  shortName: 'Pemprov Sulbar',
  kind: 'province',
  regionCode: '76',
});

/** Thirty offices: as many SKPD as were trained in Mamuju on 11 August 2016. */
const offices: readonly OfficeRow[] = [
  ['sekretariat-daerah', 'Sekretariat Daerah', 'Setda', 'tata pemerintahan, hukum, organisasi, pengadaan, umum'],
  ['inspektorat', 'Inspektorat', 'Inspektorat', 'pengawasan, pungutan liar, disiplin pegawai, penyalahgunaan wewenang'],
  [
    'dinas-pendidikan',
    'Dinas Pendidikan dan Kebudayaan',
    'Disdikbud',
    'sekolah, SMA, SMK, SLB, guru, SPMB, biaya sekolah, kebudayaan',
  ],
  ['dinas-kesehatan', 'Dinas Kesehatan', 'Dinkes', 'kesehatan, puskesmas, vaksin, stunting, obat, bidan'],
  [
    'dinas-pupr',
    'Dinas Pekerjaan Umum dan Penataan Ruang',
    'Dinas PUPR',
    'jalan, jalan provinsi, jembatan, drainase, irigasi, sungai, tata ruang',
  ],
  [
    'dinas-perkimtan',
    'Dinas Perumahan, Permukiman dan Pertanahan',
    'Dinas Perkimtan',
    'perumahan, rumah rusak, huntap, hunian tetap, permukiman, pertanahan',
  ],
  ['satpol-pp', 'Satuan Polisi Pamong Praja', 'Satpol PP', 'ketertiban umum, perda, pedagang kaki lima'],
  ['dinas-sosial', 'Dinas Sosial', 'Dinsos', 'bansos, bantuan sosial, PKH, BPNT, disabilitas, lansia, pengungsi'],
  ['dinas-tenaga-kerja', 'Dinas Tenaga Kerja', 'Disnaker', 'upah, pekerja, PHK, lowongan, pelatihan kerja'],
  ['dinas-transmigrasi', 'Dinas Transmigrasi', 'Distrans', 'transmigrasi, lahan transmigrasi'],
  [
    'dp3ap2kb',
    'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana',
    'DP3AP2KB',
    'perempuan, anak, kekerasan, perkawinan anak, keluarga berencana',
  ],
  ['dinas-ketahanan-pangan', 'Dinas Ketahanan Pangan', 'DKP', 'pangan, cadangan pangan, harga beras'],
  ['dinas-lingkungan-hidup', 'Dinas Lingkungan Hidup', 'DLH', 'lingkungan, sampah, limbah, pencemaran, amdal'],
  ['dinas-kehutanan', 'Dinas Kehutanan', 'Dishut', 'hutan, penebangan liar, kayu, perhutanan sosial'],
  ['dinas-pmd', 'Dinas Pemberdayaan Masyarakat dan Desa', 'DPMD', 'desa, dana desa, kepala desa, BUMDes'],
  [
    'dinas-perhubungan',
    'Dinas Perhubungan',
    'Dishub',
    'angkutan, terminal, rambu, lampu jalan, parkir, kapal, pelabuhan',
  ],
  [
    'dinas-kominfopers',
    'Dinas Komunikasi, Informatika, Persandian dan Statistik',
    'Dinas Kominfopers',
    'internet, sinyal, aplikasi pemerintah, situs web, informasi publik',
  ],
  [
    'dinas-perindagkop',
    'Dinas Perindustrian, Perdagangan, Koperasi, Usaha Kecil dan Menengah',
    'Disperindagkop UKM',
    'pasar, harga, perdagangan, koperasi, UMKM, elpiji',
  ],
  [
    'dpmptsp',
    'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
    'DPMPTSP',
    'izin, perizinan, penanaman modal, OSS',
  ],
  ['dinas-pemuda-olahraga', 'Dinas Kepemudaan dan Olahraga', 'Dispora', 'pemuda, olahraga, stadion'],
  ['dinas-pariwisata', 'Dinas Pariwisata', 'Dispar', 'pariwisata, wisata, destinasi, pantai, pulau karampuang'],
  ['dinas-perpustakaan', 'Dinas Perpustakaan dan Kearsipan', 'Disperpus', 'perpustakaan, arsip, buku'],
  [
    'dinas-kelautan-perikanan',
    'Dinas Kelautan dan Perikanan',
    'Dinas KP',
    'laut, nelayan, ikan, bom ikan, rumpon, pelabuhan perikanan',
  ],
  [
    'dinas-tanaman-pangan',
    'Dinas Tanaman Pangan, Hortikultura dan Peternakan',
    'Dinas TPHP',
    'pupuk, sawah, bibit, kelompok tani, ternak, penyakit hewan',
  ],
  ['dinas-perkebunan', 'Dinas Perkebunan', 'Disbun', 'kebun, sawit, kakao, harga TBS, bibit kakao'],
  [
    'dinas-esdm',
    'Dinas Energi dan Sumber Daya Mineral',
    'Dinas ESDM',
    'tambang, galian, pasir, listrik desa, air tanah',
  ],
  ['bappeda', 'Badan Perencanaan Pembangunan Daerah', 'Bappeda', 'perencanaan, musrenbang, pembangunan'],
  [
    'bpkpd',
    'Badan Pengelola Keuangan dan Pendapatan Daerah',
    'BPKPD',
    'pajak kendaraan, Samsat, pajak daerah, keuangan, aset',
  ],
  ['bpbd', 'Badan Penanggulangan Bencana Daerah', 'BPBD', 'bencana, gempa, banjir, longsor, evakuasi, tenda'],
  ['rsud-sulbar', 'Rumah Sakit Umum Daerah', 'RSUD Sulbar', 'rumah sakit, rawat inap, poliklinik, antrean, IGD'],
];

const regency = (id: string, name: string, regionCode: string): Institution =>
  government({
    id,
    name: `Pemerintah Kabupaten ${name}`,
    shortName: `Pemkab ${name}`,
    kind: 'regency',
    regionCode,
    responsibilities: 'jalan kabupaten, drainase kota, sampah, lampu jalan, puskesmas, SD, SMP, pasar, KTP',
  });

/**
 * Sulawesi Barat, whose article is about *no wrong door*: its reports hold one that came to the wrong office and
 * found the right one, one that two offices called not theirs, and one that was filed twice.
 */
export const sulbar: DemoGovernment = {
  name: 'sulbar',
  institutions: [province, ...officesOf(province, 'Provinsi Sulawesi Barat', offices)],
  neighbours: [
    regency('pasangkayu', 'Pasangkayu', '76.01'),
    regency('mamuju', 'Mamuju', '76.02'),
    regency('mamasa', 'Mamasa', '76.03'),
    regency('polewali-mandar', 'Polewali Mandar', '76.04'),
    regency('majene', 'Majene', '76.05'),
    regency('mamuju-tengah', 'Mamuju Tengah', '76.06'),
  ],
  admins: ['Admin SP4N-LAPOR! Provinsi Sulawesi Barat'],
  liaisonOffice: 'sulbar.dinas-pupr',
  site: demoSite({
    owner: province,
    name: 'LAPOR! Sulawesi Barat (peragaan)',
    contact: 'Dinas Komunikasi, Informatika, Persandian dan Statistik Provinsi Sulawesi Barat, pdp@sulbar.example',
  }),
  reports: sulbarReports,
};
