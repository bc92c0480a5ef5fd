import { hidden } from './readable-text.ts';
import type { Span } from './span.ts';

/** The letters before the number, by police region. `RT`, `RW`, `KM`, `NO` and `UU` are not among them. */
const region = 'A[ABDEG]?|B[A-HK-NP]?|D[A-EGHK-NPR-TW]?|E[ABD]?|[FGHLMNRSTWZ]|K[BHTU]?|P[ABG]?';
const gap = `[ .${hidden}-]{0,2}`;
const letter = /\p{L}/u;
const plate = new RegExp(`(?:${region})${gap}(\\d{1,4})(?:(${gap})([A-Z]{1,3})(?!\\p{L})|(?![\\p{L}\\p{N}]))`, 'giu');

/** What stands before a plate when somebody means one. */
const label =
  /(?:^|[^a-z])(?:plat|nopol|no\.? ?pol|polisi|tnkb|mobil|motor|truk|bus|angkot)(?:nya)?(?: (?:nomor|no))?[\s:.(-]{1,3}$/i;

/** Words of up to three letters that follow a number more often than they end a plate. */
const words = new Set(
  'ada air cm dan dgn di dll dr dst gr ha hal ini itu jam jl jln jt juz ke kel kec kg kk km kva kwh l lt m mb ml mm oh org per pkl rb rp rt rw sd sdh sma smp tgl th thn utk va wib wit yg'.split(
    ' ',
  ),
);

/** Finds licence plates such as `BA 1234 XY`; one without its last letters, or with fewer than three digits, only after "plat" or the like. */
export const findLicencePlates = (plain: string): Span[] => {
  const found: Span[] = [];
  plate.lastIndex = 0;
  for (let match = plate.exec(plain); match !== null; match = plate.exec(plain)) {
    const [whole, digits = '', space = '', suffix = ''] = match;
    const start = match.index;
    const isWord = words.has(suffix.toLowerCase());
    const labelled = label.test(plain.slice(Math.max(0, start - 24), start));
    const isInsideWord = letter.test(plain[start - 1] ?? '');
    if (isInsideWord || (!labelled && (digits.length < 3 || suffix === '' || isWord))) {
      plate.lastIndex = start + 1;
      continue;
    }
    const end = start + whole.length - (isWord && space !== '' ? space.length + suffix.length : 0);
    plate.lastIndex = end;
    found.push({ start, end });
  }
  return found;
};
