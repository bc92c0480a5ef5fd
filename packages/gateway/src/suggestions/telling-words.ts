import { wordForms } from './word-forms.ts';
import { wordsOf } from './words-of.ts';

/** Words that nearly every report has, whatever it is about. */
const commonWords: ReadonlySet<string> = new Set(
  (
    'ada adalah agar akan aku anda antara apa apakah atas atau bagaimana bagi bahwa banyak baru beberapa begitu belum bila bisa buat bulan dalam dan dapat dari dekat dengan depan di dia dua hanya hari harus hingga ' +
    'ini itu jadi jangan jika juga kalau kami kapan karena kasih ke kembali kepada kita lagi lain lalu lama lebih maka mana masih masyarakat mau mengapa menjadi mereka minggu mohon namun nya oleh pada padahal pak para ' +
    'pemerintah pernah perlu pukul sampai sangat satu saja saya sebagai sebab sebelum sebuah secara sedang segera sehingga sejak sekali sekarang selalu selama seluruh semua seperti sering serta setelah setiap siang sore ' +
    'sudah supaya tahun tanpa tapi telah tentang terhadap terima tersebut tetapi tiap tiga tidak tolong untuk warga yang yg'
  ).split(' '),
);

/** More than this a short report does not have, and a long one is known by its beginning. */
const maxWords = 60;

/** The words of a text that tell what it is about, each once, in their order: at most 60. */
export const tellingWords = (text: string): string[] => {
  const telling = new Set<string>();
  for (const { text: word } of wordsOf(text)) {
    if (word.length < 3 || word.length > 40 || commonWords.has(word) || /^\d+$/.test(word)) continue;
    telling.add(word);
    if (telling.size === maxWords) break;
  }
  return [...telling];
};

/** How much two texts are about the same, from 0 to 1: the share of the shorter one's telling words that the other has, too. */
export interface Likeness {
  readonly shared: number;
  readonly share: number;
}

/** Compares the telling words of two texts; endings like "-nya" do not count. */
export const likenessOf = (one: readonly string[], other: readonly string[]): Likeness => {
  const forms = new Set(other.flatMap(wordForms));
  const shared = one.filter((word) => wordForms(word).some((form) => forms.has(form))).length;
  const shorter = Math.min(one.length, other.length);
  return { shared, share: shorter === 0 ? 0 : Math.min(1, shared / shorter) };
};
