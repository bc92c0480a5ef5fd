import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SiteSettings } from '@lapor/schemas';
import * as z from 'zod/mini';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { verifyReports } from '../events/verify-reports.ts';
import { newAttempt, sampleReport, testKeys } from '../test-gateway.test.support.ts';

const { admin, liaison, national, padangAdmin } = testKeys;

onBothDatabases('administering sites', (opened) => {
  const path = '/v1/desk/sites';
  const call = (key: string, method: string, at = '', body?: object, headers: Record<string, string> = {}) =>
    opened().call(method, `${path}${at}`, { key, ...(body && { body }), headers });
  const draft = (change: object = {}) => ({
    institutionId: 'sumbar.bmckt',
    name: 'Situs dinas',
    regionCode: '13',
    origins: ['https://bmckt.example'],
    ...change,
  });
  const ids = (body: { items: { id: string }[] }) => body.items.map((site) => site.id);

  test('a new site has the gateway’s defaults and what was given', async () => {
    const answer = await call(
      admin,
      'POST',
      '',
      draft({ id: 'bmckt', features: { map: true }, limits: { contentMax: 5000, attachments: { maxCount: 2 } } }),
    );
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    const site = z.parse(SiteSettings, answer.body);
    assert.deepEqual([site.timeZone, site.features.map, site.features.attachments], ['Asia/Jakarta', true, true]);
    assert.deepEqual(
      [
        site.limits.contentMax,
        site.limits.titleMax,
        site.limits.attachments.maxCount,
        site.limits.attachments.maxFileBytes,
      ],
      [5000, 255, 2, 2 * 1024 * 1024],
    );
    assert.deepEqual((await call(admin, 'GET', '/bmckt')).body, answer.body);
    assert.equal((await call(admin, 'POST', '', draft({ id: 'bmckt' }))).body.code, 'conflict');
  });

  test('is made once by however many repetitions, and gets an id where none is given', async () => {
    const headers = { 'idempotency-key': newAttempt() };
    const first = await call(admin, 'POST', '', draft(), headers);
    const again = await call(admin, 'POST', '', draft(), headers);
    assert.match(first.body.id, /^site_/);
    assert.deepEqual(again.body, first.body);
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
  });

  test('each institution finds its own sites and those below, and no others', async () => {
    assert.ok(ids((await call(national, 'GET')).body).includes('padang'));
    const own = ids((await call(admin, 'GET')).body);
    assert.ok(own.includes('sumbar') && own.includes('bmckt') && !own.includes('padang'));
    assert.deepEqual(ids((await call(padangAdmin, 'GET')).body), ['padang']);
    for (const method of ['GET', 'PATCH'])
      assert.equal(
        (await call(padangAdmin, method, '/bmckt', method === 'PATCH' ? { name: 'Milik saya' } : undefined)).status,
        404,
      );
    assert.equal((await call(padangAdmin, 'POST', '', draft())).body.code, 'scopeInsufficient');
  });

  test('a liaison officer reads sites and changes none', async () => {
    assert.equal((await call(liaison, 'GET', '/bmckt')).status, 200);
    assert.equal((await call(liaison, 'PATCH', '/bmckt', { name: 'Lain' })).body.code, 'actionNotAllowed');
    assert.equal((await call(liaison, 'POST', '', draft())).body.code, 'actionNotAllowed');
  });

  test('a change changes what is given, of features and limits only what is named, and works at once', async () => {
    const changed = await call(admin, 'PATCH', '/sumbar', {
      features: { anonymous: false },
      limits: { titleMax: 40 },
      origins: ['https://baru.example'],
    });
    assert.equal(changed.status, 200, JSON.stringify(changed.body));
    assert.deepEqual(
      [changed.body.name, changed.body.features.anonymous, changed.body.features.attachments],
      ['Situs sumbar', false, true],
    );
    const site = await opened().call('GET', '/v1/site', { headers: { origin: 'https://baru.example' } });
    assert.equal(site.body.limits.titleMax, 40);
    assert.equal(
      (await opened().call('GET', '/v1/site', { headers: { origin: 'https://sumbar.example' } })).body.code,
      'originNotAllowed',
    );
    assert.equal(
      (await opened().call('POST', '/v1/reports', { body: sampleReport({ title: 'x'.repeat(41) }) })).status,
      422,
    );
    const more = await call(admin, 'PATCH', '/sumbar', { limits: { attachments: { maxCount: 1 } } });
    assert.deepEqual([more.body.limits.titleMax, more.body.limits.attachments.maxCount], [40, 1]);
    await call(admin, 'PATCH', '/sumbar', { limits: { titleMax: 255 }, origins: ['https://sumbar.example'] });
  });

  test('what only the gateway can know to be wrong is named', async () => {
    const { body } = await call(
      national,
      'POST',
      '',
      draft({
        institutionId: 'tidak-ada',
        regionCode: '99',
        origins: ['https://a.example', 'https://b.example:443', 'https://a.example'],
        limits: { titleMin: 50, titleMax: 40 },
      }),
    );
    assert.deepEqual(
      body.errors.map((error: { pointer: string; code: string }) => [error.pointer, error.code]),
      [
        ['/institutionId', 'unknownReference'],
        ['/regionCode', 'unknownReference'],
        ['/origins/1', 'notAllowed'],
        ['/origins/2', 'duplicate'],
        ['/limits/titleMin', 'tooLarge'],
      ],
    );
    assert.equal(
      (await call(admin, 'PATCH', '/bmckt', { limits: { contentMin: 6000 } })).status,
      422,
      'judged together with what was there',
    );
  });

  test('other words of a privacy notice need another version', async () => {
    const notice = {
      version: '1',
      controller: 'Dinas',
      text: 'Data Anda dipakai untuk laporan ini.',
      contact: 'ppid@bmckt.example',
      basis: 'notice',
    };
    assert.equal((await call(admin, 'PATCH', '/bmckt', { privacyNotice: notice })).status, 200);
    assert.equal((await call(admin, 'PATCH', '/bmckt', { privacyNotice: notice })).status, 200);
    const rewritten = await call(admin, 'PATCH', '/bmckt', {
      privacyNotice: { ...notice, text: 'Data Anda dipakai untuk apa saja.' },
    });
    assert.deepEqual(
      rewritten.body.errors.map((error: { pointer: string }) => error.pointer),
      ['/privacyNotice/version'],
    );
    assert.equal(
      (await call(admin, 'PATCH', '/bmckt', { privacyNotice: { ...notice, text: 'Lain.', version: '2' } })).body
        .privacyNotice.text,
      'Lain.',
    );
  });

  test('other working days move the deadlines of open reports, in lists too', async () => {
    const filed = await opened().call('POST', '/v1/reports', { key: testKeys.padangSite, body: sampleReport() });
    const dueOf = async () =>
      (await opened().call('GET', '/v1/desk/reports', { key: padangAdmin })).body.items[0].nextDeadline.dueOn;
    const storedDue = async () =>
      (
        await opened().gateway.engine.database.query<{ due: string }>(
          'select next_due_at::text as due from report where tracking_id = $1',
          [filed.body.trackingId],
        )
      )[0]!.due;
    const [before, stored] = [await dueOf(), await storedDue()];
    assert.equal(before, '2026-03-13');
    await call(padangAdmin, 'PATCH', '/padang', { localHolidays: [{ date: '2026-03-12', name: 'Hari jadi kota' }] });
    assert.equal(await dueOf(), '2026-03-16');
    assert.notEqual(await storedDue(), stored);
    assert.deepEqual((await verifyReports(opened().gateway.engine)).findings, []);
    await call(padangAdmin, 'PATCH', '/padang', { localHolidays: [] });
    assert.equal(await storedDue(), stored);
  });

  test('two changes at the same moment are both kept', async () => {
    await Promise.all([
      call(admin, 'PATCH', '/bmckt', { features: { suggestions: false } }),
      call(admin, 'PATCH', '/bmckt', { features: { publicList: false } }),
    ]);
    const { features } = (await call(admin, 'GET', '/bmckt')).body;
    assert.deepEqual([features.suggestions, features.publicList, features.map], [false, false, true]);
  });
});
