const kinds =
  'jalan|jln?|gang|gg|lorong|lr|rt|rw|dusun|desa|kelurahan|kel|kecamatan|kec|kabupaten|kab|kota|provinsi|nagari|jorong|kampung|kp|distrik|banjar|' +
  'perumahan|perum|komplek|kompleks|blok|pasar|terminal|halte|stasiun|pelabuhan|bandara|jembatan|simpang|perempatan|pertigaan|bundaran|sungai|pantai|' +
  'puskesmas|pustu|rsud|rs|sdn?|smpn?|sman?|smkn?|kantor|samsat|disdukcapil|masjid|mushala|gereja|pura|taman|lapangan|gedung|alun-alun|tpa|tps';
const places = new RegExp(
  `(?:^|[^\\p{L}\\p{N}])(?:${kinds}|di (?:depan|samping|sebelah|seberang|belakang|dekat)|km\\.? ?\\d)(?![\\p{L}])`,
  'iu',
);

/** Whether a text says where: a street, a village, a building, or what it is beside. */
export const namesPlace = (text: string): boolean => places.test(text);
