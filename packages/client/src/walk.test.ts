import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoKeys, sampleReport, withDemoGateway } from './demo-gateway.test.support.ts';
import { createClient, createDeskClient, isConflict, isNotFound, isRefused, isUnauthorised } from './index.ts';

const url = withDemoGateway();
const site = () => createClient({ gateway: url(), siteKey: demoKeys.siteKey });
const desk = (secretKey: string = demoKeys.secretKey) => createDeskClient({ gateway: url(), secretKey });

test('a report goes its whole way: sent, verified, passed on, answered, confirmed', async () => {
  const client = site();
  const { trackingId, token, owner } = await client.reports.submit(sampleReport());
  assert.match(trackingId, /^\d+$/);
  assert.ok(owner.name);
  const officer = desk();
  await officer.desk.act(trackingId, { type: 'verify' });
  await officer.desk.act(trackingId, { type: 'dispose', to: 'sumbar.dinas-bmcktr' });
  const liaison = desk(demoKeys.liaisonKey);
  const begun = await liaison.desk.act(trackingId, { type: 'startFollowUp' });
  await liaison.desk.act(
    trackingId,
    { type: 'respond', message: 'Papan jembatan sudah diganti.' },
    { ifVersion: begun.version },
  );
  await assert.rejects(
    liaison.desk.act(trackingId, { type: 'note', message: 'terlambat' }, { ifVersion: begun.version }),
    (error) => isConflict(error) && error.status === 412,
  );
  const own = await client.reports.get(trackingId, { token });
  assert.deepEqual([own.status.code, own.own?.anonymous], ['followedUp', false]);
  const confirmed = await client.reports.confirm(trackingId, { rating: 5 }, { token });
  assert.equal(confirmed.status.code, 'completed');
  const audit = await officer.desk.audit(trackingId);
  assert.equal(audit.chainIsWhole, true);
});

test('the same object sent twice is one report, and so is the same key over a reload', async () => {
  const client = site();
  const report = sampleReport();
  const [one, two] = await Promise.all([client.reports.submit(report), client.reports.submit(report)]);
  assert.deepEqual(one, two);
  const other = await client.reports.submit({ ...report });
  assert.notEqual(other.trackingId, one.trackingId);
  const idempotencyKey = 'kunci-yang-disimpan-bersama-draf';
  const stored = JSON.stringify(sampleReport());
  const first = await site().reports.submit(JSON.parse(stored), { idempotencyKey });
  const again = await site().reports.submit(JSON.parse(stored), { idempotencyKey });
  assert.deepEqual(first, again);
});

test('an object that was changed after it had arrived is refused instead of becoming a second report', async () => {
  const client = site();
  const report = sampleReport();
  await client.reports.submit(report);
  report.title = 'Jembatan gantung rusak berat';
  await assert.rejects(
    client.reports.submit(report),
    (error) => isConflict(error) && error.code === 'idempotencyKeyReused' && !error.retryable,
  );
});

test('lists are read page by page, as far as they are gone through', async () => {
  const client = site();
  const seen: string[] = [];
  for await (const report of client.reports.list({ limit: 3 })) {
    seen.push(report.trackingId);
    if (seen.length === 8) break;
  }
  assert.equal(new Set(seen).size, 8);
  const { items, nextCursor } = await client.reports.list({ limit: 3 }).page();
  assert.equal(items.length, 3);
  assert.ok(nextCursor);
  const second = await client.reports.list({ limit: 3, cursor: nextCursor }).page();
  assert.deepEqual(
    [...items, ...second.items].map(({ trackingId }) => trackingId),
    seen.slice(0, 6),
  );
  assert.equal((await client.regions.list({ parent: '13', limit: 100 }).toArray()).length, 19);
  assert.equal((await client.regions.list({ limit: 100 }).toArray(5)).length, 5);
});

test('what a site and its visitors read comes with its types', async () => {
  const client = site();
  const [settings, region, figures, advice] = await Promise.all([
    client.site.get(),
    client.regions.get('13.71'),
    client.statistics.get({ period: 'month' }),
    client.suggestions.get({ content: 'Lampu jalan di depan pasar mati sejak minggu lalu.' }),
  ]);
  assert.equal(settings.regionCode, '13');
  assert.equal(region.ancestors[0]?.code, '13');
  assert.ok(figures.total > 0);
  assert.ok(advice.institutions.length <= 3);
  assert.ok((await client.institutions.list().page()).items.length > 0);
  assert.ok((await client.categories.list({ q: 'jalan' }).page()).items.length > 0);
});

test('a back office looks after sites, keys, templates and the clock', async () => {
  const client = desk();
  const key = await client.keys.create({ kind: 'publishable', siteId: 'sumbar', name: 'Portal' });
  assert.ok((await client.keys.list()).some(({ id }) => id === key.id));
  await client.keys.revoke(key.id);
  const template = await client.desk.templates.create({
    name: 'Terima kasih',
    text: 'Terima kasih atas laporan Anda.',
  });
  await client.desk.templates.delete(template.id);
  await assert.rejects(client.desk.templates.delete(template.id), isNotFound);
  const { origins } = await client.sites.get('sumbar');
  assert.ok(origins.length > 0);
  const before = await desk(demoKeys.nationalKey).sandbox.clock();
  const after = await desk(demoKeys.nationalKey).sandbox.move({ advance: { amount: 1, unit: 'minute' } });
  assert.ok(after.now > before.now);
  assert.equal((await client.operation.health()).status, 'ok');
  assert.match(await client.operation.metrics(), /^# HELP /m);
  assert.match(await client.operation.reference(), /<html/);
});

test('refusals point at what is wrong, and name nobody', async () => {
  const client = site();
  const secretText = 'Nama saya Upik Banun';
  await assert.rejects(
    client.reports.submit({ classification: 'complaint', title: secretText, content: '' }),
    (error) => {
      assert.ok(isRefused(error));
      assert.deepEqual(
        error.fields.map(({ pointer }) => pointer),
        ['/content'],
      );
      assert.match(error.requestId ?? '', /\w/);
      assert.equal(
        error.message,
        '@lapor/client: `POST /v1/reports` was refused, see `error.fields` (422 validationFailed).',
      );
      return true;
    },
  );
  await assert.rejects(client.reports.get('999999999'), isNotFound);
  await assert.rejects(
    createClient({ gateway: url(), siteKey: 'pk_tidak_ada' }).site.get(),
    (error) => isUnauthorised(error) && error.code === 'keyUnknown',
  );
});

test('what has not changed is not sent again, and is the same', async () => {
  const statuses: number[] = [];
  const client = createDeskClient({
    gateway: url(),
    secretKey: demoKeys.secretKey,
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      statuses.push(response.status);
      return response;
    },
  });
  const [first, second] = [await client.sites.list(), await client.sites.list()];
  assert.deepEqual(first, second);
  assert.notEqual(first, second);
  assert.deepEqual(statuses, [200, 304]);
});
