import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { StatusReason } from '../status-reason.ts';
import { checkCompleteness, type DraftToCheck } from './completeness.ts';
import { namesPlace } from './place-words.ts';
import { namesTime } from './time-words.ts';

const whole: DraftToCheck = {
  classification: 'complaint',
  title: 'Lampu jalan padam',
  content:
    'Lampu jalan di Jalan Melati depan Pasar Raya padam sejak tanggal 12 November 2026, sehingga gelap dan rawan kecelakaan.',
  attachmentCount: 1,
};
const codes = (draft: DraftToCheck) => checkCompleteness(draft).map(({ code }) => code);

describe('a draft', () => {
  it('that says where, when, what and shows it lacks nothing', () => {
    assert.deepEqual(checkCompleteness(whole), []);
  });

  it('without evidence is asked for it, with the archive reason', () => {
    assert.deepEqual(checkCompleteness({ ...whole, attachmentCount: 0 }), [{ code: 'evidence', reason: 'noEvidence' }]);
  });

  it('with a date or a place in its own field need not repeat it in words', () => {
    const content = 'Petugas meminta uang tambahan waktu mengurus surat keterangan pindah penduduk.';
    const bare = { ...whole, title: 'Pungutan liar', content };
    assert.deepEqual(codes(bare), ['where', 'when']);
    assert.deepEqual(codes({ ...bare, incidentDate: '2026-11-20' }), ['where']);
    assert.deepEqual(codes({ ...bare, incidentDate: '2026-11-20', regionCode: '13.71' }), []);
    assert.deepEqual(codes({ ...bare, incidentDate: '2026-11-20', landmark: 'Loket 3' }), []);
    assert.deepEqual(codes({ ...bare, incidentDate: '', landmark: '  ' }), ['where', 'when']);
  });

  it('of a few words is unclear, and one of many empty words is too general', () => {
    assert.deepEqual(checkCompleteness({ ...whole, title: 'Jalan rusak', content: 'tolong pak tolong pak' })[0], {
      code: 'what',
      reason: 'notClear',
    });
    assert.deepEqual(
      checkCompleteness({
        ...whole,
        title: 'Mohon perhatian',
        content: 'Tolong pemerintah segera tindak, kami masyarakat sudah sangat kurang baik pelayanan ini.',
      })[0],
      {
        code: 'what',
        reason: 'tooGeneral',
      },
    );
  });

  it('that asks a question needs neither place, nor time, nor evidence', () => {
    const question = {
      title: 'Syarat akta kelahiran',
      content: 'Apa saja syarat mengurus akta kelahiran untuk anak yang lahir luar negeri?',
      attachmentCount: 0,
    };
    assert.deepEqual(codes({ ...question, classification: 'informationRequest' }), []);
    assert.deepEqual(codes({ ...question, classification: 'aspiration' }), ['where']);
    assert.deepEqual(codes(question), ['where', 'when', 'evidence']);
  });

  it('of any kind gets gaps whose reasons the archive knows, each once', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('complaint', 'aspiration', 'informationRequest', undefined),
        (title, content, classification) => {
          const gaps = checkCompleteness({ title, content, classification, attachmentCount: 0 });
          assert.equal(new Set(gaps.map(({ code }) => code)).size, gaps.length);
          for (const { reason } of gaps) assert.ok(StatusReason.safeParse(reason).success);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('words', () => {
  it('that say where are known, and ordinary sentences are not mistaken for them', () => {
    for (const text of [
      'Jl. Sudirman',
      'jln melati',
      'RT 03/RW 05',
      'Nagari Koto Gadang',
      'di depan SD',
      'km 12',
      'Kel. Alai',
      'JEMBATAN ambruk',
      'gg. mangga',
    ])
      assert.ok(namesPlace(text), text);
    for (const text of [
      'minggu depan',
      'belum ada jawaban',
      'uang kembali kurang',
      'gagal',
      'berjalan lambat',
      'keputusan',
      'rasa',
    ])
      assert.ok(!namesPlace(text), text);
  });

  it('that say when are known, and ordinary sentences are not mistaken for them', () => {
    for (const text of [
      '12/11/2026',
      '2026-11-12',
      '12 Nov',
      '3 Ags 2026',
      'kemarin',
      'sudah 2 minggu',
      'dua bulan',
      'seminggu',
      'tahun lalu',
      'pukul 10',
      'hari Senin',
      'tiap malam',
      'sejak Mei',
      'berbulan bulan',
    ]) {
      assert.ok(namesTime(text), text);
    }
    for (const text of ['marah', 'harimau', 'pagi', 'jalan rusak', 'nomor 12', 'jamur', 'Tadika', '12 mariner'])
      assert.ok(!namesTime(text), text);
  });
});
