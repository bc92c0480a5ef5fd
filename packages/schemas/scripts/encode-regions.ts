import type { AreaRow } from './read-area-data.ts';

/**
 * The provinces and regencies as one short text, which `src/regions/known-regions.ts` decodes.
 *
 * For each province, ended by `;`: its name, then those of its regencies, with nothing between them. A capital starts a
 * name; inside it capitals are lowered, and the five words for a direction are cut to a letter. A number stands before
 * a name only where it is not one more than the number before.
 */
export const encodeProvincesAndRegencies = (provinces: readonly AreaRow[], regencies: readonly AreaRow[]): string => {
  const encoded = numbered(
    provinces.map(({ code, name }) => ({ number: Number(code), name: shorten(name) })),
    0,
  );
  const regenciesOf = ({ code }: AreaRow): AreaRow[] =>
    regencies.filter((regency) => regency.code.startsWith(`${code}.`));
  return provinces.map((province, index) => `${encoded[index]}${encodeRegencies(regenciesOf(province))}`).join(';');
};

const encodeRegencies = (regencies: readonly AreaRow[]): string =>
  numbered(
    regencies.map(({ code, name }) => ({ number: lastNumber(code), name: shorten(bareName(code, name)) })),
    0,
  ).join('');

/**
 * The children of some parents as the object that `src/regions/decode-regions.ts` decodes: for each parent's code the
 * names, `|` between them, and `number=` before a name whose number is not one more than the number before.
 */
export const encodeChildren = (rows: readonly AreaRow[]): Record<string, string> => {
  const children: Record<string, Numbered[]> = {};
  for (const { code, name } of rows) {
    (children[parentOf(code)] ??= []).push({ number: lastNumber(code), name: unambiguous(name) });
  }
  return Object.fromEntries(
    Object.entries(children).map(([parent, entries]) => [
      parent,
      numbered(entries, parent.length === regencyCodeLength ? 0 : 2000, '=').join('|'),
    ]),
  );
};

const regencyCodeLength = 5;

interface Numbered {
  readonly number: number;
  readonly name: string;
}

const numbered = (entries: readonly Numbered[], before: number, mark = ''): string[] =>
  entries.map(({ number, name }, index) => {
    const expected = (entries[index - 1]?.number ?? before) + 1;
    return number === expected ? name : `${number}${mark}${name}`;
  });

const parentOf = (code: string): string => code.slice(0, code.lastIndexOf('.'));

const lastNumber = (code: string): number => Number(code.slice(code.lastIndexOf('.') + 1));

/** Which kind it is follows from the number (cities from 71), and which are administrative from the province. */
const bareName = (code: string, name: string): string => {
  const kind = lastNumber(code) > 70 ? 'Kota ' : 'Kabupaten ';
  const word = code.startsWith('31.') ? `${kind}Administrasi ` : kind;
  if (!name.startsWith(word)) throw new Error(`encodeRegions: ${code} ${name} should start with ${word}`);
  return name.slice(word.length);
};

const shorten = (name: string): string => {
  const short = name
    .replace(/(?<=[ -])[A-Z]/g, (initial) => initial.toLowerCase())
    .replace(/(?<= )(?:utara|selatan|barat|timur|tengah)\b/g, (word) => (word === 'tengah' ? 'e' : word.charAt(0)));
  if (!/^[A-Z][^A-Z\d;]*$/.test(short)) throw new Error(`encodeRegions: the form has no room for the name ${name}`);
  return short;
};

const unambiguous = (name: string): string => {
  if (/[|=]/.test(name)) throw new Error(`encodeRegions: the form has no room for the name ${name}`);
  return name;
};
