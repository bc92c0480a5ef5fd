import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { maskPersonalData } from './mask.ts';
import { findPersonalData, personalDataKinds } from './personal-data.ts';

const two = (value: number) => String(value).padStart(2, '0');

/** Invented numbers with the shape of a NIK; regions that do not exist included. */
const nationalId = fc
  .tuple(
    fc.integer({ min: 11, max: 99 }),
    fc.integer({ min: 0, max: 9999 }),
    fc.integer({ min: 1, max: 31 }),
    fc.boolean(),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 1, max: 9999 }),
  )
  .map(
    ([province, rest, day, isWoman, month, year, serial]) =>
      `${province}${String(rest).padStart(4, '0')}${two(isWoman ? day + 40 : day)}${two(month)}${two(year)}${String(serial).padStart(4, '0')}`,
  );

const cuts = [
  [4, 4, 4, 4],
  [6, 6, 4],
  [2, 2, 2, 6, 4],
  [2, 2, 2, 2, 2, 2, 4],
  [8, 8],
  [16],
  Array.from({ length: 16 }, () => 1),
];
const separators = ['', ' ', '.', '-', ' - ', '\u200b', '\u00a0', '\u2011', '\u00b7', '\u2060\u200d\u200c'];
const digitSets = [0x30, 0xff10, 0x660, 0x6f0, 0x966, 0x1d7ce, 0x1d7f6];

/** The same numbers as people, and people who do not want to be understood, may write them. */
const spelled = fc
  .tuple(
    nationalId,
    fc.constantFrom(...cuts),
    fc.constantFrom(...separators),
    fc.constantFrom(...digitSets),
    fc.constantFrom('', '\u0336', '\u200b', '\u00ad', '\u034f'),
  )
  .map(([id, cut, separator, zero, after]) => {
    const written = [...id].map((digit) => String.fromCodePoint(zero + Number(digit)) + after);
    let from = 0;
    return cut.map((length) => written.slice(from, (from += length)).join('')).join(separator);
  });

const piecesIn = (text: string) => findPersonalData(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('a marker', () => {
  it('says in Indonesian what stood there', () => {
    assert.equal(
      maskPersonalData('NIK 1371014506900003, KK 1371010107120001, WA 0812-3456-7890, budi@contoh.id, BA 1234 XY.'),
      'NIK [NIK disamarkan], KK [nomor KK disamarkan], WA [nomor telepon disamarkan], [email disamarkan], [nomor polisi disamarkan].',
    );
  });

  it('stands only for what was asked for', () => {
    const text = 'WA 0812-3456-7890, budi@contoh.id';
    const phones = findPersonalData(text).filter(({ kind }) => kind === 'phoneNumber');
    assert.equal(maskPersonalData(text, phones), 'WA [nomor telepon disamarkan], budi@contoh.id');
    assert.equal(maskPersonalData(text, []), text);
  });
});

describe('what is found in any text', () => {
  const crumb = fc.oneof(
    fc.constantFrom(
      '0812',
      '3456',
      '7890',
      '081234567890',
      '+62',
      '62',
      '(021)',
      '5790 1234',
      '0751-',
      'Rp',
      'Rp 1.',
      '.',
      ',',
      ' ',
      '  ',
      '-',
      '/',
      '\n',
      '(',
      ')',
      '[',
      ']',
      '@',
      'a@b.co',
      'NIK',
      'NIK ',
      'KK: ',
      'plat ',
      'nopol ',
      'motor ',
      'B',
      'BA',
      'b',
      'dr',
      'di',
      'XY',
      ' 1234 ',
      '12',
      '1',
      '0',
      'x',
      'é',
      '.id',
      '\u200b',
      '\u0301',
      '\u20e3',
      '⒈',
      '⑫',
      '㏒',
      '𝟏',
      '٣',
      '３',
      '\ud800',
      '\udc00',
      '\u0000',
      '[NIK disamarkan]',
      '[nomor polisi disamarkan]',
      '1371',
      '0145',
      '0690',
      '0003',
      '4111111111111111',
    ),
    nationalId,
    spelled,
  );
  const hostile = fc.oneof(
    fc.array(crumb, { maxLength: 14 }).map((crumbs) => crumbs.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it('lies inside the text, in order, without overlaps', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        let floor = 0;
        for (const { kind, start, end } of findPersonalData(text)) {
          assert.ok(personalDataKinds.includes(kind));
          assert.ok(start >= floor && end > start && end <= text.length);
          floor = end;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is gone after masking, and nothing new comes to light', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const masked = maskPersonalData(text);
        assert.deepEqual(piecesIn(masked), []);
        assert.equal(maskPersonalData(masked), masked);
      }),
      { numRuns: 6000 },
    );
  });

  it('contains every NIK, however it is spelled', () => {
    const prose = fc.constantFrom(
      'Tolong, pak, ',
      'Data saya ',
      'NIK: ',
      'nomor (',
      'RT 03 RW 05 ',
      'atas nama Siti. ',
      'B 1234 XY, ',
    );
    fc.assert(
      fc.property(
        prose,
        spelled,
        fc.constantFrom('', '.', ' dan 081234567890', '\nTerima kasih', ') ya', ' jl. Melati 5'),
        (before, id, after) => {
          const masked = maskPersonalData(before + id + after);
          assert.ok(!masked.includes(id));
          assert.ok(masked.includes('disamarkan]'));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
