import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { DeskAction } from '../desk-action.ts';
import { hostileValues } from '../hostile-input.test.support.ts';
import { createNewReportSchema, NewReport } from '../report.ts';
import { defaultReportLimits } from '../default-report-limits.ts';
import { Confirmation } from '../reporter-action.ts';
import { explainIssue } from './explain-issue.ts';
import { explainIssues } from './explain-issues.ts';
import { messagesFor } from './messages-for.ts';

const whole = {
  classification: 'complaint',
  title: 'Lampu jalan padam',
  content: 'Lampu jalan di Jalan Melati padam sejak Senin.',
};

const explain = (schema: z.ZodMiniType, input: unknown, language: 'id' | 'en' = 'id') => {
  const { error } = z.safeParse(schema, input);
  return error === undefined ? [] : explainIssues(error, { input, sentences: messagesFor(language) });
};
/** Pointer, code and sentence of the only error. */
const only = (schema: z.ZodMiniType, input: unknown, language?: 'id' | 'en') => {
  const [error, ...more] = explain(schema, input, language);
  assert.deepEqual(more, []);
  return error === undefined ? [] : [error.pointer, error.code, error.message];
};

describe('a new report', () => {
  it('that is right needs no explanation', () => {
    assert.deepEqual(explain(NewReport, whole), []);
  });

  it('without its parts says what to write, in the words of the form', () => {
    assert.deepEqual(
      explain(NewReport, {}).map(({ pointer, code, message }) => [pointer, code, message]),
      [
        ['/classification', 'required', 'Pilih klasifikasi laporan Anda.'],
        ['/title', 'required', 'Tulis judul laporan Anda.'],
        ['/content', 'required', 'Tulis isi laporan Anda.'],
      ],
    );
    assert.deepEqual(only(NewReport, { ...whole, title: ' \u200b ' }), [
      '/title',
      'required',
      'Tulis judul laporan Anda.',
    ]);
    assert.deepEqual(only(NewReport, { ...whole, title: '' }, 'en'), [
      '/title',
      'required',
      'Write a title for your report.',
    ]);
  });

  it('that is too short or too long says by how much, as the schema counts', () => {
    assert.deepEqual(only(NewReport, { ...whole, title: 'x'.repeat(267) }), [
      '/title',
      'tooLong',
      'Judul laporan paling panjang 255 huruf. Kurangi 12 huruf lagi.',
    ]);
    assert.deepEqual(
      only(NewReport, { ...whole, title: ` ${'x'.repeat(256)}\r\n` })[2],
      'Judul laporan paling panjang 255 huruf. Kurangi 1 huruf lagi.',
    );
    assert.deepEqual(only(NewReport, { ...whole, content: 'rusak ' }), [
      '/content',
      'tooShort',
      'Isi laporan paling sedikit 10 huruf. Tambahkan 5 huruf lagi.',
    ]);
  });

  it('points into what is nested, and says how the value should look', () => {
    assert.deepEqual(only(NewReport, { ...whole, reporter: { email: 'budi' } }), [
      '/reporter/email',
      'wrongFormat',
      'Tulis alamat email yang lengkap, misalnya nama@contoh.id.',
    ]);
    assert.equal(
      only(NewReport, { ...whole, reporter: { phone: '0812' } })[2],
      'Tulis nomor telepon yang lengkap, misalnya 0812 3456 7890.',
    );
    assert.equal(
      only(NewReport, { ...whole, incident: { date: '2026-02-30' } })[2],
      'Tulis tanggal dengan tahun, bulan, dan hari, misalnya 2026-11-22.',
    );
    assert.equal(
      only(NewReport, { ...whole, incident: { place: { regionCode: '1371' } } })[2],
      'Tulis kode wilayah Kemendagri dengan titik, misalnya 13.71.',
    );
    assert.deepEqual(only(NewReport, { ...whole, attachments: ['a', 'b c'] }).slice(0, 2), [
      '/attachments/1',
      'wrongFormat',
    ]);
    assert.deepEqual(
      only(NewReport, { ...whole, attachments: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] })[2],
      'Lampiran paling banyak 5. Kurangi 2.',
    );
  });

  it('with members that nobody knows points at each of them, escaped', () => {
    const errors = explain(NewReport, { ...whole, 'ju/dul~': 1, judul: 2 });
    assert.deepEqual(
      errors.map(({ pointer, code }) => [pointer, code]),
      [
        ['/ju~1dul~0', 'unknownField'],
        ['/judul', 'unknownField'],
      ],
    );
  });

  it('to a site that insists on a part is told which', () => {
    const strict = createNewReportSchema({ ...defaultReportLimits, required: ['incidentDate', 'contact'] });
    assert.deepEqual(
      explain(strict, whole).map(({ message }) => message),
      ['Pilih tanggal kejadian.', 'Tulis alamat email atau nomor telepon Anda.'],
    );
  });

  it('with answers of a wrong kind or name is told so', () => {
    assert.deepEqual(only(NewReport, { ...whole, answers: { tiang: null } }).slice(0, 2), [
      '/answers/tiang',
      'wrongType',
    ]);
    assert.deepEqual(only(NewReport, { ...whole, answers: { tiang: 'x'.repeat(2001) } }).slice(0, 2), [
      '/answers/tiang',
      'tooLong',
    ]);
    assert.deepEqual(only(NewReport, { ...whole, answers: { 'a b': 1 } }).slice(0, 2), [
      '/answers/a b',
      'unknownField',
    ]);
  });
});

describe('other requests', () => {
  it('that choose among kinds are told the kinds', () => {
    const [pointer, code, message] = only(DeskAction, { type: 'erase' });
    assert.deepEqual([pointer, code], ['/type', 'notOneOf']);
    assert.equal(message, 'Isian ini harus salah satu dari pilihan yang tersedia.');
    assert.deepEqual(only(DeskAction, {}).slice(0, 2), ['/type', 'required']);
    assert.equal(
      only(NewReport, { ...whole, classification: 'keluhan' })[2],
      'Klasifikasi laporan harus salah satu dari complaint, aspiration, atau informationRequest.',
    );
  });

  it('keep the codes that our own checks give', () => {
    const action = {
      type: 'redact',
      reason: 'memuat NIK',
      redactions: [{ what: 'text', field: 'content', ranges: [{ start: 5, end: 5 }] }],
    };
    assert.deepEqual(only(DeskAction, action).slice(0, 2), ['/redactions/0/ranges/0/end', 'rangeEmpty']);
    const day = z.object({
      date: z.string().check(z.refine(() => false, { params: { code: 'tooOld', earliest: '2026-01-01' } })),
    });
    assert.equal(
      only(day, { date: '1999-01-01' })[2],
      'Tanggal kejadian sudah terlalu lama. Pilih Kamis, 1 Januari 2026 atau sesudahnya.',
    );
    const foreign = z.string().check(z.refine(() => false, { params: { code: 'tooLong' } }));
    assert.equal(only(foreign, 'x')[1], 'notAllowed');
  });

  it('with numbers out of range are told the limit', () => {
    assert.deepEqual(only(Confirmation, { rating: 6 }), ['/rating', 'tooLarge', 'Penilaian paling besar 5.']);
    assert.deepEqual(only(Confirmation, { rating: 4.5 }), [
      '/rating',
      'wrongType',
      'Penilaian harus berupa bilangan bulat.',
    ]);
  });

  it('that are no objects at all are told at the root', () => {
    assert.deepEqual(only(NewReport, 'x'), ['', 'wrongType', 'Isian ini harus berupa objek.']);
    assert.deepEqual(only(NewReport, undefined)[1], 'required');
  });
});

describe('a union', () => {
  const schema = z.object({
    at: z.union([z.object({ village: z.string() }), z.object({ latitude: z.number(), longitude: z.number() })]),
  });

  it('speaks through the branch that is closest to the value', () => {
    assert.deepEqual(
      explain(schema, { at: { latitude: 1 } }).map(({ pointer, code }) => [pointer, code]),
      [['/at/village', 'required']],
    );
    assert.deepEqual(
      explain(schema, { at: { latitude: 'x', longitude: 'y', village: 3 } }).map(({ pointer }) => pointer),
      ['/at/village'],
    );
    assert.deepEqual(
      explain(z.union([z.string(), z.array(z.int())]), [1, 'x']).map(({ pointer, code }) => [pointer, code]),
      [['/1', 'wrongType']],
    );
  });

  it('that is missing is missing, and one of which no branch comes near has the wrong type', () => {
    assert.deepEqual(only(schema, {}).slice(0, 2), ['/at', 'required']);
    assert.deepEqual(only(schema, { at: 'x' }).slice(0, 2), ['/at', 'wrongType']);
  });
});

describe('anything that zod can say', () => {
  const kinds: readonly [z.ZodMiniType, unknown][] = [
    [z.url(), 'x'],
    [z.uuid(), 'x'],
    [z.e164(), 'x'],
    [z.iso.datetime(), 'x'],
    [z.string().check(z.startsWith('a')), 'b'],
    [z.number(), Number.NaN],
    [z.int(), 1e300],
    [z.number().check(z.multipleOf(5)), 3],
    [z.number().check(z.lt(3)), 5],
    [z.bigint().check(z.minimum(3n)), 1n],
    [z.array(z.string()).check(z.minLength(2)), []],
    [z.tuple([z.string()]), ['a', 'b']],
    [z.map(z.string(), z.int()), new Map([['a', 'x']])],
    [z.set(z.int()), new Set(['x'])],
    [z.record(z.string().check(z.regex(/^a/)), z.int()), { b: 1 }],
    [z.never(), 1],
    [z.stringbool(), 'mungkin'],
    [z.xor([z.object({ a: z.string() }), z.object({ a: z.string(), b: z.optional(z.string()) })]), { a: 'x' }],
    [z.file(), 'x'],
    [z.date(), new Date('x')],
    [
      z.pipe(
        z.string(),
        z.transform((_, context) => (context.issues.push({ code: 'custom', input: 'x' }), z.NEVER)),
      ),
      'x',
    ],
    [z.templateLiteral(['a', z.int()]), 'b'],
  ];

  it('becomes a sentence of ours in both languages', () => {
    for (const [schema, input] of kinds) {
      for (const language of ['id', 'en'] as const) {
        const errors = explain(schema, input, language);
        assert.ok(errors.length > 0);
        for (const { message } of errors) assert.doesNotMatch(message, /Invalid input|undefined|NaN|\[object/);
      }
    }
  });

  it('about hostile input is a list of pointers and known codes, and never an exception', () => {
    const codes = Object.keys(messagesFor('id').fieldErrors);
    for (const schema of [NewReport, DeskAction, Confirmation]) {
      for (const value of hostileValues) {
        for (const input of [
          value,
          { ...whole, title: value },
          { ...whole, incident: value, reporter: value },
          { type: 'archive', reason: value },
        ]) {
          for (const error of explain(schema, input)) {
            assert.ok(codes.includes(error.code));
            assert.match(error.pointer, /^(?:\/(?:[^~/]|~[01])*)*$/u);
            assert.ok(error.message.length > 0);
          }
        }
      }
    }
  });

  it('points at something that is there, or at what is missing from it', () => {
    const leads = (value: unknown, pointer: string) =>
      pointer
        .split('/')
        .slice(1)
        .reduce<unknown>(
          (part, name) =>
            (part as Record<string, unknown> | undefined)?.[name.replaceAll('~1', '/').replaceAll('~0', '~')],
          value,
        );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (extra) => {
        const input: Record<string, unknown> = { ...extra, ...whole };
        for (const { pointer, code } of explain(NewReport, input))
          assert.equal(leads(input, pointer) === undefined, code === 'required');
      }),
      { numRuns: 500 },
    );
  });

  it('stops after fifty errors, or after as many as were asked for', () => {
    const input = { ...whole, ...Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`x${index}`, 1])) };
    const { error } = NewReport.safeParse(input);
    assert.ok(error);
    assert.equal(explainIssues(error, { input, sentences: messagesFor('id') }).length, 50);
    assert.equal(
      explainIssues(error, { input, sentences: messagesFor('id'), maximum: 3, in: 'query' })[2]?.in,
      'query',
    );
    assert.equal(explainIssue(error.issues[0]!, input).length, 5000);
  });
});
