import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { InstitutionSuggestion, type SuggestionRequest } from '@lapor/schemas';
import fc from 'fast-check';
import * as z from 'zod/mini';
import type { Database } from '../database/database.ts';
import { createDirectory, type Directory } from '../directory/directory.ts';
import { toSiteRecord } from '../sites/load-sites.ts';
import { isLeftToCoordinator } from './router.ts';
import { createRuleRouter } from './rule-router.ts';

const rows = [
  ['panrb', 'Kementerian PANRB', null, 'national', null, true, ['pelayanan publik'], ['panrb']],
  ['sumbar', 'Pemerintah Provinsi Sumatera Barat', 'Pemprov Sumbar', 'province', '13', true, [], ['sumbar']],
  [
    'sumbar.bmckt',
    'Dinas Bina Marga',
    'BMCKTR',
    'office',
    '13',
    false,
    ['jalan', 'jalan provinsi', 'jembatan'],
    ['sumbar', 'sumbar.bmckt'],
  ],
  ['padang', 'Pemerintah Kota Padang', 'Pemko Padang', 'regency', '13.71', true, [], ['padang']],
  [
    'padang.pupr',
    'Dinas Pekerjaan Umum Kota Padang',
    'Dinas PU',
    'office',
    '13.71',
    false,
    ['jalan', 'jembatan', 'drainase'],
    ['padang', 'padang.pupr'],
  ],
  [
    'padang.dishub',
    'Dinas Perhubungan Kota Padang',
    'Dishub Padang',
    'office',
    '13.71',
    false,
    ['lampu jalan', 'parkir', 'terminal'],
    ['padang', 'padang.dishub'],
  ],
  [
    'padang.dlh',
    'Dinas Lingkungan Hidup Kota Padang',
    null,
    'office',
    '13.71',
    false,
    ['sampah', 'limbah'],
    ['padang', 'padang.dlh'],
  ],
  [
    'padang.koto-tangah',
    'Kecamatan Koto Tangah Kota Padang',
    'Kec. Koto Tangah',
    'office',
    '13.71.11',
    false,
    ['kecamatan', 'camat', 'koto tangah'],
    ['padang', 'padang.koto-tangah'],
  ],
  [
    'agam.dlh',
    'Dinas Lingkungan Hidup Kabupaten Agam',
    null,
    'office',
    '13.06',
    false,
    ['sampah'],
    ['agam', 'agam.dlh'],
  ],
] as const;

const categories = [
  ['lampu', 'Lampu penerangan jalan umum', null, null],
  ['kebersihan', 'Kebersihan kota', null, 'padang.dlh'],
  ['taman', 'Taman', 'kebersihan', null],
] as const;

const siteOf = (id: string, region_code: string) =>
  toSiteRecord({ id, institution_id: id, region_code, origins: [], settings: { name: id }, created_at: new Date(0) });

const router = createRuleRouter();
let directory: Directory;

/** A database that knows nothing but these institutions and categories. */
const tables = {
  query: async (statement: string) =>
    statement.includes('from institution')
      ? rows.map(([id, name, short_name, kind, region_code, is_coordinator, responsibilities, path]) => ({
          id,
          name,
          short_name,
          kind,
          parent_id: null,
          region_code,
          is_coordinator,
          responsibilities,
          path,
        }))
      : categories.map(([id, name, parent_id, institution_id]) => ({
          id,
          name,
          parent_id,
          institution_id,
          selectable: true,
          questions: [],
        })),
} as unknown as Database;

before(async () => void (directory = await createDirectory(tables).get()));

const suggest = (draft: SuggestionRequest, { site = siteOf('padang', '13.71'), language = 'id' as const } = {}) =>
  router.suggest(draft, { directory, site, language });
const idsOf = (suggestions: readonly InstitutionSuggestion[]) => suggestions.map(({ institution }) => institution.id);

test('whose task the text names is proposed, with the words as the reason', async () => {
  const [first, ...others] = await suggest({ content: 'Sampahnya menumpuk sejak minggu lalu.' });
  assert.equal(first?.institution.id, 'padang.dlh');
  assert.deepEqual(first?.reasons, [{ kind: 'words', text: 'Laporan menyebut “sampah”.' }]);
  assert.equal(first?.confidence, 0.5);
  assert.deepEqual(others, []);
});

test('the reasons are in the language asked for', async () => {
  const [first] = await router.suggest(
    { title: 'Sampah', categoryId: 'kebersihan', incident: { place: { regionCode: '13.71' } } },
    { directory, site: siteOf('padang', '13.71'), language: 'en' },
  );
  assert.deepEqual(
    first?.reasons.map(({ text }) => text),
    [
      'The report mentions “sampah”.',
      'The category “Kebersihan kota” is among the tasks of this institution.',
      'It happened in Kota Padang.',
    ],
  );
});

test('the longer task wins over the one within it', async () => {
  assert.deepEqual(idsOf(await suggest({ title: 'Lampu jalannya padam' })), ['padang.dishub']);
});

test('a category belongs to whom the directory gives it, also by its heading, and else to whose task its name has', async () => {
  assert.deepEqual(idsOf(await suggest({ categoryId: 'kebersihan' })), ['padang.dlh']);
  assert.deepEqual(idsOf(await suggest({ categoryId: 'taman' })), ['padang.dlh']);
  assert.deepEqual(idsOf(await suggest({ categoryId: 'lampu' })), ['padang.dishub']);
  assert.deepEqual(await suggest({ categoryId: 'tidak-ada' }), []);
});

test('only those are proposed whose region has to do with the place', async () => {
  const atHome = await suggest({ content: 'Sampah menumpuk', incident: { place: { regionCode: '13.71.11' } } });
  assert.deepEqual(idsOf(atHome), ['padang.dlh', 'padang']);
  const elsewhere = await suggest(
    { content: 'Sampah menumpuk', incident: { place: { regionCode: '13.06' } } },
    { site: siteOf('sumbar', '13') },
  );
  assert.deepEqual(idsOf(elsewhere), ['agam.dlh', 'sumbar']);
});

test('two that are as likely leave it to the coordinator', async () => {
  const rivals = await suggest(
    { content: 'Jembatan putus', incident: { place: { regionCode: '13.71' } } },
    { site: siteOf('sumbar', '13') },
  );
  assert.deepEqual(new Set(idsOf(rivals).slice(0, 2)), new Set(['padang.pupr', 'sumbar.bmckt']));
  assert.ok(isLeftToCoordinator(rivals));
  assert.ok(isLeftToCoordinator([]));
  assert.ok(!isLeftToCoordinator(await suggest({ title: 'Sampah di selokan', content: 'Sampah dan limbah' })));
});

test('an office that is called by its name is proposed, a mere “pemerintah” names nobody', async () => {
  assert.deepEqual(idsOf(await suggest({ content: 'Petugas Dinas Lingkungan Hidup tidak datang' })), ['padang.dlh']);
  assert.deepEqual(await suggest({ content: 'Pemerintah tidak peduli' }), []);
});

test('a district that the text names is where, and hardly who', async () => {
  const suggestions = await suggest({ content: 'Drainase di Kecamatan Koto Tangah tersumbat' });
  assert.equal(suggestions[0]?.institution.id, 'padang.pupr');
  assert.deepEqual(suggestions[0]?.reasons.at(-1), { kind: 'place', text: 'Laporan menyebut Kecamatan Koto Tangah.' });
});

test('a place alone speaks for the nearest government, and softly', async () => {
  const [only, ...others] = await suggest({
    content: 'Ada masalah',
    incident: { place: { regionCode: '13.71.11.1009' } },
  });
  assert.equal(only?.institution.id, 'padang');
  assert.ok(only.confidence < 0.2);
  assert.deepEqual(others, []);
});

test('what nothing speaks for is nobody’s', async () => {
  assert.deepEqual(await suggest({}), []);
  assert.deepEqual(await suggest({ title: '', content: '🚧🚧🚧' }), []);
});

test('any draft gets at most three proposals of the contract, best first, their confidence at most 1 together', async () => {
  const words = fc.constantFrom(
    'jalan',
    'sampah',
    'lampu jalan',
    'jembatan',
    'Kecamatan Koto Tangah',
    'di Padang',
    'camat',
    'parkir',
    'Dinas PU',
    '\u202e',
    "'; drop table report; --",
    '\ufffd',
  );
  const text = fc.oneof(
    fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ')),
    fc.string({ unit: 'binary', maxLength: 100 }),
  );
  const draft = fc.record(
    {
      title: text,
      content: text,
      categoryId: fc.constantFrom('lampu', 'kebersihan', 'taman', 'x'),
      incident: fc.record({
        place: fc.record(
          {
            regionCode: fc.constantFrom('13', '13.71', '13.71.11', '13.06', '35.29', '99', '13.71.11.1009'),
            landmark: text,
          },
          { requiredKeys: [] },
        ),
      }),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(draft, async (each) => {
      const suggestions = await suggest(each);
      assert.ok(z.safeParse(z.array(InstitutionSuggestion).check(z.maxLength(3)), suggestions).success);
      const confidences = suggestions.map(({ confidence }) => confidence);
      assert.deepEqual(
        confidences,
        confidences.toSorted((one, other) => other - one),
      );
      assert.ok(confidences.reduce((sum, confidence) => sum + confidence, 0) <= 1.02);
      assert.ok(suggestions.every(({ reasons }) => reasons.length > 0));
    }),
    { numRuns: 150 },
  );
});
