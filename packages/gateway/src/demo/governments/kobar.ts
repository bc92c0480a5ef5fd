import type { DemoGovernment } from '../demo-government.ts';
import { kobarReports } from '../reports/kobar.ts';
import { districtsOf, government, type OfficeRow, officesOf } from './institutions.ts';
import { demoSite, nationalChannels } from './sites.ts';

const regency = government({
  id: 'kobar',
  name: 'Pemerintah Kabupaten Kotawaringin Barat',
  shortName: 'Pemkab Kobar',
  kind: 'regency',
  regionCode: '62.01',
});

const offices: readonly OfficeRow[] = [
  ['sekretariat-daerah', 'Sekretariat Daerah', 'Setda', 'tata pemerintahan, hukum, organisasi, pengadaan, umum'],
  ['sekretariat-dprd', 'Sekretariat Dewan Perwakilan Rakyat Daerah', 'Sekretariat DPRD', 'DPRD, aspirasi dewan'],
  ['inspektorat', 'Inspektorat', 'Inspektorat', 'pengawasan, pungutan liar, disiplin pegawai, penyalahgunaan wewenang'],
  [
    'dinas-pendidikan',
    'Dinas Pendidikan dan Kebudayaan',
    'Disdikbud',
    'sekolah, SD, SMP, PAUD, guru, SPMB, kebudayaan, istana kuning',
  ],
  ['dinas-kesehatan', 'Dinas Kesehatan', 'Dinkes', 'puskesmas, kesehatan, asap, ISPA, fogging, stunting, vaksin'],
  [
    'dinas-pupr',
    'Dinas Pekerjaan Umum dan Penataan Ruang',
    'Dinas PUPR',
    'jalan, jembatan, drainase, irigasi, titian, tata ruang',
  ],
  [
    'dinas-perkimtan',
    'Dinas Perumahan, Kawasan Permukiman dan Pertanahan',
    'Dinas Perkimtan',
    'perumahan, permukiman, rumah tidak layak huni, pertanahan, pemakaman',
  ],
  [
    'satpol-pp-damkar',
    'Satuan Polisi Pamong Praja dan Pemadam Kebakaran',
    'Satpol PP dan Damkar',
    'ketertiban umum, perda, kebakaran, pemadam, walet',
  ],
  ['dinas-sosial', 'Dinas Sosial', 'Dinsos', 'bansos, PKH, BPNT, disabilitas, lansia, orang terlantar'],
  [
    'dinas-nakertrans',
    'Dinas Tenaga Kerja dan Transmigrasi',
    'Disnakertrans',
    'upah, pekerja kebun, PHK, lowongan, transmigrasi',
  ],
  [
    'dp3ap2kb',
    'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana',
    'DP3AP2KB',
    'perempuan, anak, kekerasan, keluarga berencana',
  ],
  ['dinas-ketahanan-pangan', 'Dinas Ketahanan Pangan', 'DKP', 'pangan, cadangan pangan, pangan murah'],
  [
    'dinas-lingkungan-hidup',
    'Dinas Lingkungan Hidup',
    'DLH',
    'sampah, limbah, limbah sawit, pencemaran, sungai keruh, asap, kebakaran lahan, taman',
  ],
  [
    'dinas-dukcapil',
    'Dinas Kependudukan dan Pencatatan Sipil',
    'Disdukcapil',
    'KTP, kartu keluarga, akta kelahiran, pindah domisili',
  ],
  ['dinas-pmd', 'Dinas Pemberdayaan Masyarakat dan Desa', 'DPMD', 'desa, dana desa, kepala desa, BUMDes'],
  [
    'dinas-perhubungan',
    'Dinas Perhubungan',
    'Dishub',
    'lampu jalan, parkir, rambu, terminal, pelabuhan, truk sawit, kelotok',
  ],
  [
    'dinas-kominfo',
    'Dinas Komunikasi, Informatika, Statistik dan Persandian',
    'Diskominfo',
    'internet, sinyal, situs web, aplikasi pemerintah, CCTV',
  ],
  ['dpmptsp', 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', 'DPMPTSP', 'izin, perizinan, penanaman modal'],
  ['dinas-pemuda-olahraga', 'Dinas Kepemudaan dan Olahraga', 'Dispora', 'pemuda, olahraga, stadion'],
  [
    'dinas-pariwisata',
    'Dinas Pariwisata',
    'Dispar',
    'pariwisata, tanjung puting, kelotok wisata, pantai kubu, pantai bugam raya',
  ],
  ['dinas-perpustakaan', 'Dinas Perpustakaan dan Kearsipan', 'Dispusip', 'perpustakaan, arsip, buku'],
  ['dinas-perikanan', 'Dinas Perikanan', 'Diskan', 'ikan, nelayan, keramba, setrum ikan'],
  [
    'dinas-tanaman-pangan',
    'Dinas Tanaman Pangan, Hortikultura dan Perkebunan',
    'Dinas TPHP',
    'pupuk, sawah, kebun sawit, harga TBS, kelompok tani',
  ],
  ['dinas-peternakan', 'Dinas Peternakan dan Kesehatan Hewan', 'Disnakkeswan', 'ternak, sapi, penyakit hewan, rabies'],
  [
    'dinas-perindagkop',
    'Dinas Perindustrian, Perdagangan, Koperasi dan Usaha Mikro, Kecil dan Menengah',
    'Disperindagkop UMKM',
    'pasar, harga, elpiji, koperasi, UMKM, pedagang',
  ],
  [
    'bappeda',
    'Badan Perencanaan Pembangunan Daerah',
    'Bappeda',
    'perencanaan, musrenbang, penelitian, data pembangunan',
  ],
  ['bpkad', 'Badan Pengelolaan Keuangan dan Aset Daerah', 'BPKAD', 'keuangan daerah, aset, hibah'],
  ['bapenda', 'Badan Pendapatan Daerah', 'Bapenda', 'pajak daerah, PBB, BPHTB, retribusi, pajak walet'],
  ['bkpsdm', 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', 'BKPSDM', 'pegawai, CPNS, PPPK, mutasi'],
  [
    'bpbd',
    'Badan Penanggulangan Bencana Daerah',
    'BPBD',
    'bencana, kebakaran lahan, karhutla, titik api, banjir, asap, evakuasi',
  ],
  ['kesbangpol', 'Badan Kesatuan Bangsa dan Politik', 'Kesbangpol', 'organisasi masyarakat, kerukunan'],
  [
    'rsud-sultan-imanuddin',
    'Rumah Sakit Umum Daerah Sultan Imanuddin',
    'RSSI',
    'rumah sakit, rawat inap, poliklinik, antrean, IGD',
  ],
];

const enterprises: readonly OfficeRow[] = [
  [
    'perumda-tirta-arut',
    'Perusahaan Umum Daerah Air Minum Tirta Arut',
    'Perumda Tirta Arut',
    'air minum, PDAM, air keruh, air mati, pipa bocor, rekening air',
  ],
];

const districts = ['Kumai', 'Arut Selatan', 'Kotawaringin Lama', 'Arut Utara', 'Pangkalan Lada', 'Pangkalan Banteng'];

/** Kotawaringin Barat: every channel is offered, confidentiality is explained, fires and pollution are reported with a place. */
export const kobar: DemoGovernment = {
  name: 'kobar',
  institutions: [
    regency,
    ...officesOf(regency, 'Kabupaten Kotawaringin Barat', offices),
    ...districtsOf(regency, 'Kabupaten Kotawaringin Barat', districts),
    ...officesOf(regency, 'Kabupaten Kotawaringin Barat', enterprises, 'enterprise'),
  ],
  neighbours: [
    government({
      id: 'kalteng',
      name: 'Pemerintah Provinsi Kalimantan Tengah',
      shortName: 'Pemprov Kalteng',
      kind: 'province',
      regionCode: '62',
      responsibilities: 'jalan provinsi, SMA, SMK, hutan, tambang, izin kebun lintas kabupaten',
    }),
  ],
  admins: ['Admin SP4N-LAPOR! Kabupaten Kotawaringin Barat'],
  liaisonOffice: 'kobar.dinas-lingkungan-hidup',
  site: demoSite({
    owner: regency,
    name: 'LAPOR! Kotawaringin Barat (peragaan)',
    contact: 'Dinas Komunikasi, Informatika, Statistik dan Persandian Kabupaten Kotawaringin Barat, pdp@kobar.example',
    // A photo of a fire says little without the place: here the map is on.
    features: { map: true },
    channels: {
      ...nationalChannels,
      others: [
        { label: 'X @lapor1708', url: 'https://x.com/lapor1708' },
        {
          label: 'Aplikasi SP4N-LAPOR! untuk Android',
          url: 'https://play.google.com/store/apps/details?id=com.deptech.lapor',
        },
        { label: 'Aplikasi SP4N-LAPOR! untuk iPhone', url: 'https://apps.apple.com/id/app/id1486554343' },
      ],
    },
  }),
  reports: kobarReports,
};
