import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import {
  answersTo,
  Category,
  createMessageSchema,
  Institution,
  NewReport,
  NewSite,
  ReplyTemplate,
} from '@lapor/schemas';
import { type Boundaries, loadBoundaries, loadRegionsWithin, regencyAt, regionLevel } from '@lapor/schemas/regions';
import { findPersonalData } from '@lapor/schemas/text-checks';
import { demoCategories } from './categories.ts';
import { demoKeys } from './demo-keys.ts';
import { demoGovernments, demoInstitutions } from './governments/all.ts';
import { kobar } from './governments/kobar.ts';
import { nationalInstitutions } from './governments/national.ts';
import { sulbar } from './governments/sulbar.ts';
import { sumbar } from './governments/sumbar.ts';
import { sumenep } from './governments/sumenep.ts';
import { tabanan } from './governments/tabanan.ts';
import { demoReplyTemplates } from './reply-templates.ts';

const reports = demoGovernments.flatMap((government) => government.reports);

const loadData = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(fileURLToPath(import.meta.resolve(`@lapor/schemas/data/${path}`)), 'utf8'));

/** Every code from a province down to the villages of the regencies that are asked for. */
const knownCodes = async (provinces: readonly string[], regencies: readonly string[]): Promise<Set<string>> => {
  const lists = await Promise.all([...provinces, ...regencies].map((code) => loadRegionsWithin(code, loadData)));
  return new Set([...provinces, ...lists.flat().flatMap(({ code, parentCode }) => [code, parentCode ?? code])]);
};

const countsOf = (names: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

const belowOf = (government: typeof sumbar, kind: 'office' | 'enterprise') =>
  government.institutions.filter(
    (institution) => institution.kind === kind && institution.parentId === government.institutions[0]?.id,
  );

const keysOf = (government: typeof sumbar, role: string) =>
  demoKeys.filter(
    (key) =>
      key.kind === 'secret' &&
      key.role === role &&
      (key.institutionId === government.name || key.institutionId.startsWith(`${government.name}.`)),
  );

test('Sulawesi Barat has the 30 offices of its article', () => {
  assert.equal(belowOf(sulbar, 'office').length, 30);
});

test('Tabanan has 50 offices, 2 enterprises and 4 admins, and its secretariat is called after the Inspektorat', () => {
  assert.equal(belowOf(tabanan, 'office').length, 50);
  assert.equal(belowOf(tabanan, 'enterprise').length, 2);
  assert.equal(keysOf(tabanan, 'institutionAdmin').length, 4);
  assert.ok(tabanan.admins.every((name) => name.includes('Inspektorat')));
});

test('Sumenep has 50 offices and one operator in each', () => {
  assert.equal(belowOf(sumenep, 'office').length, 50);
  const operators = keysOf(sumenep, 'liaisonOfficer');
  assert.equal(operators.length, 50);
  assert.equal(new Set(operators.map((key) => key.kind === 'secret' && key.institutionId)).size, 50);
});

test('Sumenep has the reports of its article, and social aid, roads and tourism lead its topics', () => {
  const years = countsOf(
    sumenep.reports.map(({ received }) => ('date' in received ? received.date.slice(0, 4) : 'loading')),
  );
  assert.deepEqual(Object.fromEntries(years), { 2020: 42, 2021: 12, 2022: 31, 2023: 43 });
  assert.ok(sumenep.reports.every(({ received }) => 'date' in received && received.date <= '2023-04-30'));

  const topics = countsOf(sumenep.reports.map(({ categoryId }) => categoryId));
  const leading = [...topics].sort(([, one], [, other]) => other - one).slice(0, 3);
  assert.deepEqual(new Set(leading.map(([id]) => id)), new Set(['bantuan-sosial', 'jalan', 'pariwisata']));
  // A count so small that statistics would hide it could not be shown.
  for (const [id, count] of topics) assert.ok(count >= 5, `${id} has ${count} reports`);
});

test('Sumatera Barat stands beside its 12 regencies and 7 cities, not above them', () => {
  assert.equal(sumbar.neighbours.length, 19);
  assert.ok(
    sumbar.neighbours.every(
      ({ kind, parentId, isCoordinator }) => kind === 'regency' && parentId === undefined && isCoordinator,
    ),
  );
  assert.ok(keysOf(sumbar, 'institutionAdmin').some(({ name }) => name.startsWith('Tim Admin')));
  assert.ok(keysOf(sumbar, 'liaisonOfficer').every(({ name }) => name.startsWith('Pejabat Penghubung')));
});

test('Kotawaringin Barat offers every channel of its article and asks about fires', () => {
  const { channels } = kobar.site.settings;
  assert.equal(channels?.sms?.number, '1708');
  assert.ok(channels?.nationalPage);
  const addresses = (channels?.others ?? []).map(({ url }) => new URL(url));
  assert.deepEqual(
    addresses.map(({ host }) => host),
    ['x.com', 'play.google.com', 'apps.apple.com'],
  );
  assert.equal(addresses[0]?.pathname, '/lapor1708');
  assert.deepEqual(
    new Set(kobar.reports.map(({ channel }) => channel)),
    new Set(['website', 'sms', 'x', 'android', 'ios']),
  );
  assert.ok(kobar.reports.filter(({ categoryId }) => categoryId === 'kebakaran-lahan').length >= 5);
});

test('the national side is the five institutions of the articles, one of them above every coordinator', () => {
  assert.deepEqual(
    nationalInstitutions.map(({ id }) => id),
    ['kemenpanrb', 'ombudsman', 'ksp', 'kemendagri', 'komdigi'],
  );
  assert.deepEqual(
    demoInstitutions
      .filter(({ kind, isCoordinator, parentId }) => kind === 'national' && isCoordinator && parentId === undefined)
      .map(({ id }) => id),
    ['kemenpanrb'],
  );
});

test('each government has one coordinator, itself, and every institution comes after the one that it belongs to', () => {
  const seen = new Set<string>();
  for (const institution of demoInstitutions) {
    assert.deepEqual(Institution.parse(institution), institution);
    assert.ok(!seen.has(institution.id), `${institution.id} is there twice`);
    assert.ok(institution.parentId === undefined || seen.has(institution.parentId));
    if (institution.parentId !== undefined) assert.equal(institution.isCoordinator, false, institution.id);
    seen.add(institution.id);
  }
  for (const { institutions, liaisonOffice } of demoGovernments) {
    assert.deepEqual(
      institutions.filter(({ isCoordinator }) => isCoordinator),
      [institutions[0]],
    );
    assert.ok(institutions.some(({ id }) => id === liaisonOffice));
  }
  assert.equal(new Set(demoInstitutions.map(({ name }) => name)).size, demoInstitutions.length);
});

test('the sites are what the contract takes, for pages on port 8080 of this machine', () => {
  for (const {
    name,
    site: { id, institutionId, regionCode, origins, settings },
  } of demoGovernments) {
    const parsed = NewSite.parse({ id, institutionId, regionCode, origins: [...origins], ...settings });
    assert.deepEqual(parsed.origins, ['http://localhost:8080', 'http://127.0.0.1:8080']);
    assert.equal(id, name);
    assert.match(settings.privacyNotice.text, /peragaan/);
  }
});

test('the categories are what the contract takes, each below a head that is there', () => {
  const heads = demoCategories.filter(({ parentId }) => parentId === undefined);
  assert.ok(heads.length >= 12);
  const seen = new Set<string>();
  for (const category of demoCategories) {
    assert.deepEqual(Category.parse(category), category);
    assert.ok(!seen.has(category.id), `${category.id} is there twice`);
    assert.ok(category.parentId === undefined || seen.has(category.parentId));
    seen.add(category.id);
  }
  for (const asking of ['lampu-jalan', 'bantuan-sosial', 'kebakaran-lahan'])
    assert.ok(demoCategories.find(({ id }) => id === asking)?.questions.length);
});

test('each government has prepared answers, with no placeholder but those that the desk fills in', () => {
  for (const template of demoReplyTemplates) {
    assert.deepEqual(ReplyTemplate.parse(template), template);
    for (const [, placeholder] of template.text.matchAll(/\{\{(.*?)\}\}/g))
      assert.ok(['reporter', 'trackingId', 'institution', 'title'].includes(placeholder ?? ''), placeholder);
  }
  assert.deepEqual(
    new Set(demoReplyTemplates.map(({ institutionId }) => institutionId)),
    new Set(demoGovernments.map(({ name }) => name)),
  );
});

test('the keys are the documented ones and no two are alike', () => {
  const texts = demoKeys.map(({ key }) => key);
  assert.equal(new Set(texts).size, texts.length);
  assert.equal(new Set(demoKeys.map(({ id }) => id)).size, demoKeys.length);
  for (const { name } of demoGovernments)
    for (const key of [`pk_demo_${name}`, `sk_demo_${name}`, `sk_demo_${name}_liaison`])
      assert.ok(texts.includes(key), key);
  assert.ok(texts.includes('sk_demo_national'));
});

test('every report is one that the gateway would take, with answers to the questions of its category', () => {
  const categories = new Map(demoCategories.map((category) => [category.id, category]));
  assert.equal(new Set(reports.map(({ key }) => key)).size, reports.length);
  for (const {
    key,
    classification,
    title,
    content,
    categoryId,
    answers,
    targetInstitutionId,
    government,
    story,
  } of reports) {
    assert.equal(NewReport.parse({ classification, title, content, categoryId }).content, content, key);
    const category = categories.get(categoryId);
    assert.ok(category?.selectable, `${key}: ${categoryId}`);
    assert.ok(category.institutionId === undefined || category.institutionId === government, key);
    answersTo(category.questions).parse(answers ?? {});
    assert.ok(targetInstitutionId === undefined || demoInstitutions.some(({ id }) => id === targetInstitutionId), key);
    for (const step of story)
      if ('text' in step && step.text !== undefined) assert.equal(createMessageSchema().parse(step.text), step.text);
  }
});

test('no two reports tell the same, and no text holds personal data', () => {
  assert.equal(new Set(reports.map(({ title }) => title)).size, reports.length);
  assert.equal(new Set(reports.map(({ content }) => content)).size, reports.length);
  for (const { key, title, content, landmark, story } of reports) {
    const texts = [title, content, landmark ?? '', ...story.map((step) => ('text' in step && step.text) || '')];
    for (const text of texts) assert.deepEqual(findPersonalData(text), [], `${key}: ${text}`);
  }
});

test('every region of the demo data exists, and every report lies within the region of its site', async () => {
  const provinces = ['13', '35', '51', '62', '76'];
  const codes = await knownCodes(provinces, ['13.71', '35.29', '51.02', '62.01', '76.02', '76.04', '76.05']);
  for (const { id, regionCode } of demoInstitutions)
    assert.ok(regionCode === undefined || codes.has(regionCode), `${id}: ${regionCode}`);
  for (const { site, reports: own } of demoGovernments) {
    for (const { key, regionCode } of own) {
      assert.ok(codes.has(regionCode), `${key}: ${regionCode}`);
      assert.ok(regionCode === site.regionCode || regionCode.startsWith(`${site.regionCode}.`), key);
    }
  }
});

test('a report of misconduct names no village, so that nobody real can be meant', () => {
  for (const { key, regionCode, confidential, story } of reports) {
    const accuses =
      confidential ||
      story.some(
        (step) => step.kind === 'action' && 'supervision' in step.action && step.action.supervision === 'supervisory',
      );
    if (accuses) assert.notEqual(regionLevel(regionCode), 'village', key);
  }
});

test('every position lies in the regency of its report', async () => {
  const boundaries = new Map<string, Boundaries>();
  let positions = 0;
  for (const { key, regionCode, latitude, longitude } of reports) {
    if (latitude === undefined || longitude === undefined) continue;
    positions += 1;
    assert.notEqual(regionLevel(regionCode), 'province', key);
    const province = regionCode.slice(0, 2);
    if (!boundaries.has(province)) boundaries.set(province, await loadBoundaries(province, loadData));
    const guess = regencyAt({ latitude, longitude }, boundaries.get(province)!);
    assert.equal(guess?.code, regionCode.slice(0, 5), `${key} lies in ${guess?.code}`);
    assert.ok(guess.distanceKm < 3, `${key} lies ${guess.distanceKm} km off`);
  }
  assert.ok(positions > 30);
});
