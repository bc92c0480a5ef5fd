import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import { test } from 'node:test';
import type * as wholeSchemas from '@lapor/schemas';
import { createNewReportSchema, defaultReportLimits, Problem, RequirablePart } from '@lapor/schemas';
import type * as wholeMessages from '@lapor/schemas/messages';
import { explainIssues, messagesFor } from '@lapor/schemas/messages';
import fc from 'fast-check';

// The contract's own schemas a second time, above the stand-in: whatever an address with `?page` asks for is one too.
const standIn = new URL('zod-mini.ts', import.meta.url).href;
registerHooks({
  resolve(specifier, context, next) {
    const isAsked = specifier.startsWith('page:');
    if (!isAsked && !context.parentURL?.endsWith('?page')) return next(specifier, context);
    const found = next(specifier === 'zod/mini' ? standIn : specifier.replace(/^page:/, ''), context);
    return found.url.startsWith('file:') ? { ...found, url: `${found.url}?page` } : found;
  },
});
/** A module of the schemas above the stand-in. */
const ofPage = async (name: string): Promise<unknown> =>
  import(`page:${new URL(name, import.meta.resolve('@lapor/schemas')).href}`);

const page = {
  ...((await ofPage('report.ts')) as Pick<typeof wholeSchemas, 'createNewReportSchema' | 'NewReport'>),
  ...((await ofPage('problem.ts')) as Pick<typeof wholeSchemas, 'Problem'>),
  ...((await ofPage('messages/explain-issues.ts')) as Pick<typeof wholeMessages, 'explainIssues'>),
};

/** What breaks judges: wrong types, edges of lengths and ranges, texts that cannot be seen, names of prototypes. */
const anything = fc.constantFrom<unknown>(
  undefined,
  null,
  true,
  0,
  -1,
  1.5,
  91,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 60,
  -(2 ** 60),
  '',
  ' ',
  '\u200B',
  'x',
  '💡💡',
  'x'.repeat(101),
  '💡'.repeat(255),
  `${'x'.repeat(256)} `,
  'a\r\nb  c',
  '\uD800',
  [],
  [1],
  ['a', 'b c'],
  [[]],
  Array.from({ length: 101 }, () => 'a'),
  {},
  { length: 3 },
  { a: 1 },
  '2026-02-29',
  '2028-02-29',
  '2026-11-22T01:15:50Z',
  '2026-11-22T24:00:00Z',
  '13',
  '13.71',
  '1371',
  '+6281267',
  '0812',
  'a@b.id',
  'a@b',
  'é@b.id',
  '_a.b@c-d.id',
  'complaint',
  'keluhan',
  'en',
  'email',
  JSON.parse('{"__proto__":1}'),
);

const mostly = (right: unknown): fc.Arbitrary<unknown> =>
  fc.oneof({ arbitrary: fc.constant(right), weight: 15 }, { arbitrary: anything, weight: 1 });

/** Objects with some of these members, and now and then one that nobody knows. */
const some = (members: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { arbitrary: fc.record(members, { requiredKeys: [], noNullPrototype: true }), weight: 20 },
    {
      arbitrary: fc.record({ ...members, nik: anything, constructor: anything }, { noNullPrototype: true }),
      weight: 1,
    },
    { arbitrary: anything, weight: 1 },
  );

const written = {
  classification: mostly('complaint'),
  title: mostly('Lampu jalan padam'),
  content: mostly('Lampu jalan di depan pasar padam sejak Senin.'),
};

const reports = some({
  ...written,
  incident: some({
    date: mostly('2026-11-22'),
    place: some({
      regionCode: mostly('13.71.03.1005'),
      landmark: mostly('depan pasar'),
      position: some({ latitude: mostly(-0.9), longitude: mostly(100.4), accuracyMetres: mostly(18) }),
    }),
  }),
  categoryId: mostly('penerangan-jalan'),
  answers: fc.oneof(
    anything,
    fc.dictionary(fc.constantFrom('tiang', 'a b', '__proto__', '1'), anything, { noNullPrototype: true }),
  ),
  targetInstitutionId: mostly('dishub-padang'),
  attachments: mostly(['upl_1', 'upl_2']),
  reporter: some({
    name: mostly('Rahmi'),
    email: mostly('rahmi@contoh.example'),
    phone: mostly('+628126712345'),
    notifyBy: mostly('sms'),
  }),
  anonymous: mostly(true),
  confidential: mostly(false),
  privacyNotice: some({ version: mostly('2026-03'), at: mostly('2026-11-22T01:15:50Z') }),
  language: mostly('id'),
  challenge: mostly('eyJ'),
});

/** Most of them with all that no report does without. */
const drafts = fc
  .tuple(fc.record(written), reports)
  .map(([needed, report]) =>
    typeof report === 'object' && report !== null && !Array.isArray(report) ? { ...needed, ...report } : report,
  );

test('the schemas stand on the stand-in, and not on zod', () => {
  assert.notEqual(page.createNewReportSchema, createNewReportSchema);
  assert.ok(!('_zod' in page.NewReport));
});

test('a report is judged alike by zod and by its stand-in: right or wrong, where, by which code, in which words', () => {
  const verdicts = { right: 0, wrong: 0 };
  fc.assert(
    fc.property(
      drafts,
      fc.oneof(fc.constant<string[]>([]), fc.subarray<string>([...RequirablePart.options, 'photo'])),
      fc.constantFrom(3, 255),
      (report, required, titleMax) => {
        const limits = { ...defaultReportLimits, required, titleMax };
        const whole = createNewReportSchema(limits).safeParse(report);
        const small = page.createNewReportSchema(limits).safeParse(report);
        const options = { input: report, sentences: messagesFor('id') };
        assert.deepEqual(
          small.error ? page.explainIssues(small.error, options) : [],
          whole.error ? explainIssues(whole.error, options) : [],
        );
        if (whole.success) assert.deepEqual(small.data, whole.data);
        verdicts[whole.success ? 'right' : 'wrong'] += 1;
      },
    ),
    { numRuns: 3000 },
  );
  assert.ok(verdicts.right > 20 && verdicts.wrong > 20, JSON.stringify(verdicts));
});

test('a problem document is read alike', () => {
  const problems = some({
    type: mostly('urn:lapor:problem:rateLimited'),
    title: mostly('Terlalu sering'),
    status: mostly(429),
    detail: mostly('Coba lagi nanti.'),
    instance: mostly('urn:lapor:request:1'),
    code: mostly('rateLimited'),
    errors: fc.array(some({ pointer: mostly('/title'), in: mostly('body'), code: mostly('x'), message: mostly('y') })),
  });
  fc.assert(
    fc.property(problems, (problem) =>
      assert.deepEqual(page.Problem.safeParse(problem).data, Problem.safeParse(problem).data),
    ),
    { numRuns: 1000 },
  );
});
