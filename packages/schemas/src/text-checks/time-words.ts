const months =
  'jan(?:uari)?|feb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|agu(?:s|stus)?|ags|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?';
const unit = '(?:menit|jam|hari|malam|minggu|pekan|bulan|tahun|thn|bln)';
const count = '(?:\\d{1,4}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|beberapa)';
const times = new RegExp(
  '(?:^|[^\\p{L}\\p{N}])(?:' +
    [
      '\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{2}|\\d{4})',
      '\\d{4}-\\d{2}-\\d{2}',
      `\\d{1,2} (?:${months})`,
      `(?:bulan|sejak|awal|akhir) (?:${months})`,
      `(?:${count} |se|ber)${unit}`,
      `(?:${unit}) (?:ini|lalu|kemarin|kemaren|yang lalu|yg lalu)`,
      '(?:tanggal|tgl|pukul|pkl)\\.? ?\\d{1,2}',
      'jam \\d{1,2}',
      'hari (?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)',
      'kemarin|kemaren|tadi|semalam|barusan|baru-baru ini|sejak|semenjak|setiap|tiap|selama|hingga kini|sampai sekarang',
    ].join('|') +
    ')(?![\\p{L}\\p{N}])',
  'iu',
);

/** Whether a text says when: a date, a weekday, "kemarin", "sudah dua minggu", "setiap malam". */
export const namesTime = (text: string): boolean => times.test(text);
