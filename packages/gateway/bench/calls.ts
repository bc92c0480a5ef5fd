import type { Request } from 'autocannon';

/** The headers of a call with a key. */
export const withKey = (key: string): Record<string, string> => ({
  authorization: `Bearer ${key}`,
  'accept-language': 'id,en;q=0.8',
});

type Place = readonly [regionCode: string, landmark: string, latitude: number, longitude: number];

const firstPlace: Place = ['13.71', 'di depan SD Negeri 11, Kelurahan Parupuk Tabing', -0.8637, 100.3421];
const places: readonly Place[] = [
  firstPlace,
  ['13.06', 'jembatan Jorong Koto Tuo, sebelah surau', -0.3011, 100.3688],
  ['13.75', 'Simpang Tembok, dekat pos ronda', -0.3055, 100.3692],
  ['13.01', 'pasar nagari, los ikan sebelah timur', -1.3503, 100.5761],
];

type Trouble = readonly [title: string, content: string];

const firstTrouble: Trouble = [
  'Lampu jalan mati',
  'Sudah sembilan hari lampu jalan di sini mati. Malam gelap sekali, kemarin ada pengendara motor jatuh.',
];
const troubles: readonly Trouble[] = [
  firstTrouble,
  [
    'Jalan berlubang',
    'Jalan berlubang sedalam dua jengkal dan tergenang bila hujan. Anak sekolah lewat di sini setiap pagi.',
  ],
  [
    'Sampah menumpuk',
    'Sampah di tempat penampungan tidak diangkut sejak Senin. Baunya sampai ke dalam rumah dan lalat banyak sekali.',
  ],
  [
    'Pipa air bocor',
    'Pipa air bersih bocor di pinggir jalan. Air terbuang siang dan malam, dan di rumah kami mengalir kecil.',
  ],
];

/** An invented report, as a form on a page of the province sends it: with a place, a day, and somebody to answer to. */
export const newReport = (number: number): object => {
  const [regionCode, landmark, latitude, longitude] = places[number % places.length] ?? firstPlace;
  const [title, content] = troubles[(number >> 2) % troubles.length] ?? firstTrouble;
  return {
    classification: 'complaint',
    title: `${title} ${number}`,
    content: `${content} Mohon petugas memeriksa tempat ini. Terima kasih.`,
    incident: {
      date: '2026-03-09',
      place: { regionCode, landmark, position: { latitude, longitude, accuracyMetres: 12 } },
    },
    reporter: {
      name: 'Rahmat Hidayat',
      email: 'rahmat.hidayat@example.com',
      phone: '+6281200001111',
      notifyBy: 'email',
    },
    anonymous: true,
    privacyNotice: { version: '2026-01' },
    language: 'id',
  };
};

let attempts = 0;

/** Filing reports, each under a name of its own. The generator writes a new name and title into each call. */
export const filing = (key: string): Request[] =>
  Array.from({ length: 32 }, (_, number) => {
    const body = JSON.stringify(newReport(number));
    return {
      method: 'POST',
      path: '/v1/reports',
      headers: { ...withKey(key), 'content-type': 'application/json' },
      body,
      setupRequest: (request) => ({
        ...request,
        headers: { ...request.headers, 'idempotency-key': `bench-${process.pid}-${(attempts += 1)}` },
      }),
    } satisfies Request;
  });
