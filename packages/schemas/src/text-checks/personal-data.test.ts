import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findPersonalData } from './personal-data.ts';

const kindsIn = (text: string) => findPersonalData(text).map(({ kind }) => kind);
const piecesIn = (text: string) => findPersonalData(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('numbers of identity cards', () => {
  it('are found whole, in groups and in other digits', () => {
    for (const written of [
      '1371014506900003',
      '1371 0145 0690 0003',
      '137101 450690 0003',
      '13.71.01.450690.0003',
      '1371-0145-0690-0003',
      '1 3 7 1 0 1 4 5 0 6 9 0 0 0 0 3',
      '１３７１０１４５０６９００００３',
      '𝟏𝟑𝟕𝟏𝟎𝟏𝟒𝟓𝟎𝟔𝟗𝟎𝟎𝟎𝟎𝟑',
      '١٣٧١٠١٤٥٠٦٩٠٠٠٠٣',
      '①③⑦①⓪①④⑤⓪⑥⑨⓪⓪⓪⓪③',
      '1371\u200b0145\u200b0690\u200b0003',
      '1\u20603\ufeff7\u00ad101450690000\u200d3',
      '1\u03363\u03367\u0336101450690\u03360003',
      '1️⃣3️⃣7️⃣1️⃣0️⃣1️⃣4️⃣5️⃣0️⃣6️⃣9️⃣0️⃣0️⃣0️⃣0️⃣3️⃣',
    ]) {
      const text = `Nomor saya ${written}, tolong dibantu.`;
      const [found, ...more] = findPersonalData(text);
      assert.equal(found?.kind, 'nationalId', written);
      assert.deepEqual(more, []);
      assert.equal(
        text.slice(found?.start, found?.end).replace(/\ufe0f?\u20e3$/, ''),
        written.replace(/\ufe0f?\u20e3$/, ''),
      );
    }
  });

  it('are found next to each other and next to other numbers', () => {
    const one = '1371014506900003';
    const two = '3273011207850002';
    assert.deepEqual(kindsIn(`${one} ${two}`), ['nationalId', 'nationalId']);
    assert.deepEqual(kindsIn(`${one}\n${two}`), ['nationalId', 'nationalId']);
    assert.deepEqual(kindsIn(`${one}${two}`), ['nationalId']);
    assert.deepEqual(kindsIn(`${one}\u200b${two}`), ['nationalId', 'nationalId']);
    assert.deepEqual(kindsIn(`RT 03 ${one} 081234567890`), ['nationalId', 'phoneNumber']);
  });

  it('are family cards when the text says so, and cards when no date is in them', () => {
    assert.deepEqual(kindsIn('No. KK: 1371010107120001'), ['familyCard']);
    assert.deepEqual(kindsIn('kartu keluarga nomor 1371 0101 0712 0001'), ['familyCard']);
    assert.deepEqual(kindsIn('nomor 4539578763621486'), ['cardNumber']);
  });

  it('are believed when the text calls them NIK, although a digit is wrong', () => {
    assert.deepEqual(kindsIn('NIK 1371 0199 0690 0003'), ['nationalId']);
    assert.deepEqual(kindsIn('NIK saya: 1371.0199.0690.0003'), ['nationalId']);
    assert.deepEqual(kindsIn('nomor 1371 0199 0690 0003'), []);
  });

  it('are not seen in amounts, dates, years and longer numbers', () => {
    for (const text of [
      'Anggarannya Rp 1.500.000.000.000.000 per tahun',
      'dari 12-03-2024 10-05-2024',
      'tahun 2020 2021 2022 2023',
      'laporan #9165816 tanggal 01/02/2026',
      'token 12345678901234567890',
      'NISN 0051234567',
    ]) {
      assert.deepEqual(piecesIn(text), [], text);
    }
  });
});

describe('telephone numbers', () => {
  it('are found as people write them', () => {
    for (const written of [
      '081234567890',
      '0812-3456-7890',
      '0812 3456 789',
      '0812.3456.7890',
      '+62 812-3456-7890',
      '+62812 3456 7890',
      '62 812 3456 7890',
      '6281234567890',
      '+62 (0)812 3456 7890',
      '(021) 5790 1234',
      '021-57901234',
      '02157901234',
      '(0751) 31234',
      '0751-31234',
      '+62 751 31234',
      '０８１２３４５６７８９０',
    ]) {
      assert.deepEqual(piecesIn(`Hubungi ${written}.`), [['phoneNumber', written]], written);
    }
  });

  it('are found between the direction marks that address books paste', () => {
    assert.deepEqual(kindsIn('WA \u202a+62\u00a0812\u20113456\u20117890\u202c ya'), ['phoneNumber']);
  });

  it('are not seen in dates, hours, amounts and short numbers', () => {
    for (const text of [
      'tanggal 08-12-2024 10.30 WIB',
      'buka 08.30 - 12.30 dan 13.00 - 16.00',
      'buka 07.30 - 12.30 - 16.00',
      'biaya Rp 1.081.234.567.890',
      'call center 0800-1-123456',
      'SMS 1708, telepon 112 atau 137',
      'kode pos 25112',
      'koordinat -0.0812345, 100.4172345',
    ]) {
      assert.deepEqual(piecesIn(text), [], text);
    }
  });
});

describe('e-mail addresses', () => {
  it('are found', () => {
    for (const written of [
      'budi@contoh.id',
      'siti.aminah+lapor@mail.contoh.go.id',
      'ＢＵＤＩ＠contoh.id',
      'budi\u200b@contoh.id',
    ]) {
      assert.deepEqual(piecesIn(`kirim ke ${written}, ya`), [['email', written]], written);
    }
  });

  it('are not seen in handles and prices', () => {
    for (const text of ['@LAPOR1708', 'harga @ 5.000', 'a@b', 'nama@', '@@@@', 'dinas@kota'])
      assert.deepEqual(piecesIn(text), [], text);
  });
});

describe('licence plates', () => {
  it('are found in capitals and in small letters', () => {
    for (const written of [
      'BA 1234 XY',
      'B 1234 ABC',
      'ba 1234 xy',
      'B1234ABC',
      'D 123 CD',
      'BA-1234-XY',
      'b1234abc',
    ]) {
      assert.deepEqual(piecesIn(`angkot ini (${written}) ngebut`), [['licencePlate', written]], written);
    }
  });

  it('are found short or without last letters only where the text speaks of one', () => {
    assert.deepEqual(piecesIn('mobil plat B 1 dan nopol: BA 1234 di jalan'), [
      ['licencePlate', 'B 1'],
      ['licencePlate', 'BA 1234'],
    ]);
    assert.deepEqual(piecesIn('nomor polisi BM 12 A'), [['licencePlate', 'BM 12 A']]);
  });

  it('are not seen in ordinary words', () => {
    for (const text of [
      'RT 03 RW 05',
      'rt 003 rw 005 kel',
      'KM 12',
      'km 123 arah barat',
      'No 45',
      'no. 123 a',
      'UU 25 2009',
      'UU 25/2009',
      'PP 123 ayat',
      'Blok B 12 RT 02',
      'blok d 100 yg rusak',
      'lulusan S 1 UI',
      'kelas A 4',
      'L 300 baru',
      'lampu LED 100 watt',
      '1445 H/2024 M',
      'H 2024 M',
      'dr 2019 dan seterusnya',
      'sejak th 2019 ini',
      'SK 123 KEP',
      'panjang 1000 m',
      'Rp 1.500.000',
      'G 30 S',
      'tgl 12 Mei 2026',
      'SMA N 1 Padang',
      'SDN 123 B',
    ]) {
      assert.deepEqual(piecesIn(text), [], text);
    }
  });
});
