import { listOfAll } from '../formats.ts';

/** Why an institution is proposed. Each reason can be checked by reading the draft beside the directory of institutions. */
export const suggestionReasons = {
  words: ({ words }: { words: readonly string[] }) =>
    `Laporan menyebut ${listOfAll(
      words.map((word) => `“${word}”`),
      'id',
    )}.`,
  category: ({ category }: { category: string }) => `Kategori “${category}” termasuk tugas instansi ini.`,
  place: ({ region }: { region: string }) => `Kejadiannya di ${region}.`,
  namedPlace: ({ region }: { region: string }) => `Laporan menyebut ${region}.`,
};
