import type { Category, Question } from '@lapor/schemas';

type Leaf = readonly [id: string, name: string, questions?: readonly Question[], institutionId?: string];

const poleNumber: Question = {
  id: 'poleNumber',
  type: 'text',
  label: 'Nomor tiang lampu',
  hint: 'Tertulis pada tiang, misalnya PJU-117. Kosongkan jika tidak terbaca.',
  required: false,
  maxLength: 30,
};

const programme: Question = {
  id: 'programme',
  type: 'choice',
  label: 'Program bantuan',
  required: false,
  options: [
    { value: 'pkh', label: 'Program Keluarga Harapan (PKH)' },
    { value: 'bpnt', label: 'Bantuan pangan/sembako (BPNT)' },
    { value: 'bst', label: 'Bantuan Sosial Tunai (BST)' },
    { value: 'blt-dana-desa', label: 'BLT Dana Desa' },
    { value: 'daerah', label: 'Bantuan dari pemerintah daerah' },
    { value: 'tidak-tahu', label: 'Lainnya atau tidak tahu' },
  ],
};

const fire: readonly Question[] = [
  { id: 'stillBurning', type: 'boolean', label: 'Apakah api masih menyala?', required: true },
  {
    id: 'hectares',
    type: 'number',
    label: 'Perkiraan luas (hektare)',
    hint: 'Satu lapangan sepak bola kira-kira 0,7 hektare.',
    required: false,
    minimum: 0,
    maximum: 100_000,
  },
];

/**
 * A region-sized selection from the categories of SP4N-LAPOR! (July 2025), in readable case. The national list has
 * 38 heads and 929 below them and changes often; a gateway loads its own.
 */
const tree: readonly (readonly [id: string, name: string, leaves: readonly Leaf[]])[] = [
  [
    'pekerjaan-umum',
    'Pekerjaan umum dan penataan ruang',
    [
      ['jalan', 'Infrastruktur jalan'],
      ['jembatan', 'Jembatan'],
      ['drainase', 'Drainase (gorong-gorong/parit)'],
      ['trotoar', 'Trotoar'],
      ['permukiman', 'Permukiman'],
      ['sumber-daya-air', 'Sumber daya air'],
      ['taman', 'Taman dan lapangan olahraga'],
      ['pekerjaan-umum-lainnya', 'Lainnya terkait pekerjaan umum'],
    ],
  ],
  [
    'perhubungan',
    'Perhubungan',
    [
      ['lampu-jalan', 'Lampu penerangan jalan umum', [poleNumber]],
      ['parkir-liar', 'Parkir liar'],
      ['transportasi-darat', 'Transportasi darat'],
      ['transportasi-laut', 'Transportasi laut'],
      ['perhubungan-lainnya', 'Lainnya terkait perhubungan'],
    ],
  ],
  [
    'kesehatan',
    'Kesehatan',
    [
      ['pelayanan-kesehatan', 'Pelayanan rumah sakit dan puskesmas'],
      ['jaminan-kesehatan', 'Jaminan sosial kesehatan'],
      ['obat', 'Pelayanan obat'],
      ['stunting', 'Gizi buruk/stunting'],
      ['kesehatan-lainnya', 'Lainnya terkait kesehatan'],
    ],
  ],
  [
    'pendidikan',
    'Pendidikan dan kebudayaan',
    [
      ['biaya-sekolah', 'Biaya sekolah'],
      ['penerimaan-siswa', 'Penerimaan siswa baru'],
      ['kip', 'Kartu Indonesia Pintar (KIP)'],
      ['guru', 'Guru dan tenaga kependidikan'],
      ['kebudayaan', 'Kebudayaan'],
      ['pendidikan-lainnya', 'Lainnya terkait pendidikan'],
    ],
  ],
  [
    'kependudukan',
    'Kependudukan',
    [
      ['ktp', 'KTP (kartu tanda penduduk)'],
      ['kartu-keluarga', 'Kartu keluarga'],
      ['akta', 'Akta kelahiran dan kematian'],
      ['pindah-domisili', 'Pindah domisili'],
      ['kependudukan-lainnya', 'Lainnya terkait kependudukan'],
    ],
  ],
  [
    'sosial',
    'Sosial dan kesejahteraan',
    [
      ['bantuan-sosial', 'Bantuan sosial', [programme]],
      ['dtks', 'Data Terpadu Kesejahteraan Sosial (DTKS)'],
      ['disabilitas', 'Akses penyandang disabilitas'],
      ['anak-terlantar', 'Anak terlantar'],
      ['sosial-lainnya', 'Lainnya terkait sosial dan kesejahteraan'],
    ],
  ],
  [
    'lingkungan',
    'Lingkungan hidup dan kehutanan',
    [
      ['sampah', 'Pengelolaan sampah'],
      ['pencemaran', 'Pencemaran lingkungan'],
      ['banjir', 'Banjir'],
      ['longsor', 'Longsor'],
      ['penebangan-liar', 'Penebangan liar'],
      ['kelautan-perikanan', 'Kelautan dan perikanan'],
      ['kebakaran-lahan', 'Kebakaran hutan dan lahan', fire, 'kobar'],
      ['lingkungan-lainnya', 'Lainnya terkait lingkungan hidup'],
    ],
  ],
  [
    'ketertiban',
    'Ketenteraman, ketertiban umum, dan pelindungan masyarakat',
    [
      ['ketertiban-umum', 'Ketertiban umum'],
      ['keresahan', 'Keresahan masyarakat'],
      ['pemadam', 'Pemadaman kebakaran'],
      ['ketertiban-lainnya', 'Lainnya terkait ketertiban umum'],
    ],
  ],
  [
    'ketenagakerjaan',
    'Ketenagakerjaan',
    [
      ['gaji', 'Gaji pekerja'],
      ['rekrutmen', 'Rekrutmen tenaga kerja'],
      ['kepegawaian', 'Kepegawaian'],
      ['ketenagakerjaan-lainnya', 'Lainnya terkait ketenagakerjaan'],
    ],
  ],
  [
    'ekonomi',
    'Ekonomi dan keuangan',
    [
      ['pariwisata', 'Pariwisata'],
      ['pajak-daerah', 'Pajak dan retribusi daerah'],
      ['harga-pokok', 'Harga dan ketersediaan bahan pokok'],
      ['koperasi-ukm', 'Koperasi, usaha kecil, dan menengah'],
      ['perizinan', 'Penanaman modal dan perizinan'],
      ['ekonomi-lainnya', 'Lainnya terkait ekonomi dan keuangan'],
    ],
  ],
  [
    'energi',
    'Energi dan sumber daya alam',
    [
      ['air-minum', 'Layanan air minum'],
      ['listrik', 'Listrik'],
      ['elpiji', 'Kelangkaan BBM/elpiji'],
      ['pertambangan', 'Pertambangan'],
      ['energi-lainnya', 'Lainnya terkait energi'],
    ],
  ],
  [
    'pertanian',
    'Pertanian dan peternakan',
    [
      ['pupuk', 'Pupuk'],
      ['irigasi', 'Irigasi pertanian'],
      ['bantuan-pertanian', 'Bantuan pertanian'],
      ['peternakan', 'Peternakan'],
      ['pertanian-lainnya', 'Lainnya terkait pertanian'],
    ],
  ],
  [
    'desa',
    'Pembangunan desa',
    [
      ['dana-desa', 'Dana desa'],
      ['pemerintahan-desa', 'Pemerintahan desa'],
      ['bumdes', 'Badan usaha milik desa'],
    ],
  ],
  [
    'teknologi',
    'Teknologi informasi dan komunikasi',
    [
      ['jaringan-internet', 'Jaringan internet'],
      ['aplikasi-pemerintah', 'Layanan daring/aplikasi pemerintah'],
      ['teknologi-lainnya', 'Lainnya terkait teknologi informasi'],
    ],
  ],
];

const leaf = (parentId: string, [id, name, questions = [], institutionId]: Leaf): Category => ({
  id,
  name,
  parentId,
  selectable: true,
  questions: [...questions],
  ...(institutionId !== undefined && { institutionId }),
});

/** The categories of the demo data, each head before what is below it. */
export const demoCategories: readonly Category[] = [
  ...tree.flatMap(([id, name, leaves]) => [
    { id, name, selectable: false, questions: [] },
    ...leaves.map((each) => leaf(id, each)),
  ]),
  { id: 'topik-lainnya', name: 'Topik lainnya', selectable: true, questions: [] },
];
