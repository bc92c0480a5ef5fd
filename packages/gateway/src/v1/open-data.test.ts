import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { DataPackage, OpenReport, Statistics } from '@lapor/schemas';
import { endpoints } from '@lapor/schemas/contract';
import FeedParser from 'feedparser';
import Papa from 'papaparse';
import RssParser from 'rss-parser';
import * as z from 'zod/mini';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { ask } from '../promises/ask.test.support.ts';
import { sampleReport, testKeys } from '../test-gateway.test.support.ts';

const formulas = [
  '=HYPERLINK("https://jahat.example";"klik")',
  '+62 jalan rusak parah',
  '-2+3+cmd|calc',
  '@SUM(A1:A9)',
  ' \u00A0=1+1',
  '＝1+1 huruf lebar',
];

const planted = {
  name: 'Rosnida Rahasia',
  email: 'rosnida.rahasia@example.com',
  phone: '+6281299998888',
};

const hostileTitle = 'Jalan <script>alert(1)</script> & "lubang" ]]> \u{1F6A7}';

onBothDatabases('open data', (opened) => {
  const path = (file: string, query = '') => `/v1/open-data/${testKeys.site}/${file}${query && `?${query}`}`;
  const read = async (file: string, query = '', headers = {}) =>
    opened().call('GET', path(file, query), { key: null, headers });
  const rowsOf = (text: string) => Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const parseFeed = (text: string): Promise<FeedParser.Item[]> =>
    new Promise((resolve, reject) => {
      const items: FeedParser.Item[] = [];
      const parser = new FeedParser({});
      parser.on('error', reject);
      parser.on('readable', () => {
        for (let item = parser.read(); item; item = parser.read()) items.push(item);
      });
      parser.on('end', () => resolve(items));
      parser.end(text);
    });

  before(async () => {
    const file = (change: object) => opened().call('POST', '/v1/reports', { body: sampleReport(change) });
    for (const title of formulas) await file({ title });
    await file({
      title: hostileTitle,
      reporter: planted,
      content: `Hubungi saya di ${planted.phone} segera, terima kasih.`,
    });
    await file({ confidential: true, title: 'Sangat rahasia sekali', content: 'Isi rahasia yang tidak boleh keluar.' });
    await file({
      title: 'Titik lokasi',
      incident: { place: { regionCode: '13.71', position: { latitude: -0.951234, longitude: 100.361234 } } },
    });
    const elsewhere = await opened().call('POST', '/v1/reports', {
      key: testKeys.padangSite,
      body: sampleReport({ title: 'Di luar provinsi', incident: { place: { regionCode: '31.71' } } }),
    });
    assert.equal(elsewhere.status, 201);
  });

  test('an independent parser reads the CSV, and each row is one of the contract', async () => {
    const { status, headers, body } = await read('reports.csv');
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), 'text/csv; charset=utf-8; header=present');
    assert.equal(headers.get('access-control-allow-origin'), '*');
    const { data, errors, meta } = rowsOf(body);
    assert.deepEqual(errors, []);
    assert.deepEqual(meta.fields, Object.keys(OpenReport.shape));
    assert.equal(data.length, formulas.length + 2);
    assert.ok(body.endsWith('\r\n'));
  });

  test('a spreadsheet finds no formula in it, and a negative number stays a number', async () => {
    const { data } = rowsOf((await read('reports.csv')).body);
    for (const row of data)
      for (const [name, value] of Object.entries(row)) {
        if (name === 'latitude' || name === 'longitude') continue;
        assert.doesNotMatch(value, /^[\s\u00A0]*[=+\-@＝＋－＠]/u, name);
      }
    assert.ok(data.some(({ title }) => title === `'${formulas[0]}`));
    const placed = data.find(({ title }) => title === 'Titik lokasi');
    assert.deepEqual([placed?.['latitude'], placed?.['longitude']], ['-0.951', '100.361']);
  });

  test('pages of JSON hold the same rows as the CSV, each once, and texts as they were written', async () => {
    const seen: OpenReport[] = [];
    let cursor: string | null = null;
    do {
      const { status, body } = await read('reports.json', `limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      assert.equal(status, 200);
      seen.push(...(body.items as unknown[]).map((item) => z.parse(OpenReport, item)));
      cursor = body.nextCursor;
    } while (cursor);
    const { data } = rowsOf((await read('reports.csv')).body);
    assert.deepEqual(
      seen.map(({ trackingId }) => trackingId),
      data.map(({ trackingId }) => trackingId),
    );
    assert.ok(seen.some(({ title }) => title === formulas[0]));
  });

  test('an export longer than one portion holds every report once', async () => {
    const { engine } = opened().gateway;
    const [{ count: earlier } = { count: '0' }] = await engine.database.query<{ count: string }>(
      `select count(*)::text as count from report where not confidential and left(region_code, 2) = '13'`,
      [],
    );
    await engine.database.query(
      `insert into report (token_hash, classification, title, content, region_code, channel, language, sequence, status, owner_id, coordinator_id, anonymous, confidential, received_at, updated_at, state)
       select token_hash, classification, 'Salinan ' || n, content, region_code, channel, language, sequence, status, owner_id, coordinator_id, anonymous, confidential, received_at, updated_at, state
       from report, generate_series(1, 1203) as n where title = 'Titik lokasi'`,
      [],
    );
    const { data } = rowsOf((await read('reports.csv')).body);
    await engine.database.query(`delete from report where title like 'Salinan %'`, []);
    assert.equal(data.length, Number(earlier) + 1203);
    assert.equal(new Set(data.map(({ trackingId }) => trackingId)).size, data.length);
  });

  test('the data dictionary names every column and fits the columns', async () => {
    for (const language of ['id', 'en']) {
      const { body } = await read('datapackage.json', '', { 'accept-language': language });
      const [resource] = z.parse(DataPackage, body).resources;
      assert.deepEqual(
        resource?.schema.fields.map(({ name }) => name),
        Object.keys(OpenReport.shape),
      );
      for (const { title, description } of resource?.schema.fields ?? []) assert.ok(title && description);
    }
  });

  test('two independent parsers read both feeds, with what was written as text', async () => {
    for (const form of ['rss', 'atom']) {
      const { body, headers } = await read(`reports.${form}`);
      assert.match(headers.get('content-type') ?? '', new RegExp(`^application/${form}\\+xml`));
      const { items, title } = await new RssParser().parseString(body);
      assert.equal(title, 'Laporan warga: Situs sumbar');
      assert.equal(items.length, formulas.length + 2);
      const others = await parseFeed(body);
      assert.equal(others.length, items.length);
      assert.ok(others.every(({ guid, link }) => guid && link?.includes('/status?number=')));
      assert.equal(new Set(others.map(({ guid }) => guid)).size, others.length);
      assert.doesNotMatch(body, /<script|\]\]>[^<]*\]\]>/);
      assert.ok(!items.some((item) => `${item.title}${item.content}`.includes('<script')));
    }
  });

  test('what the reader of a feed has already is not sent again, by tag or by date', async () => {
    for (const form of ['rss', 'atom']) {
      const { headers } = await read(`reports.${form}`);
      const [etag, modified] = [headers.get('etag') ?? '', headers.get('last-modified') ?? ''];
      const again = await read(`reports.${form}`, '', { 'if-none-match': etag });
      assert.deepEqual([again.status, again.body], [304, '']);
      assert.equal((await read(`reports.${form}`, '', { 'if-modified-since': modified })).status, 304);
      const older = new Date(Date.parse(modified) - 1000).toUTCString();
      assert.equal((await read(`reports.${form}`, '', { 'if-modified-since': older })).status, 200);
      // A tag that differs counts more than a date that does not.
      assert.equal(
        (await read(`reports.${form}`, '', { 'if-none-match': '"x"', 'if-modified-since': modified })).status,
        200,
      );
    }
  });

  test('the contract tells that a feed is not sent again to who has any version of it', async () => {
    for (const form of ['rss', 'atom']) {
      const headers = { 'if-none-match': '*' };
      // Held against the endpoint table.
      const { status } = await ask(opened().gateway, { method: 'GET', path: path(`reports.${form}`), headers });
      assert.equal(status, 304);
    }
  });

  test('figures are those of the statistics, the four criteria with them', async () => {
    const { body } = await read('statistics.json');
    const { body: byKey } = await opened().call('GET', '/v1/statistics');
    assert.deepEqual(body, byKey);
    assert.deepEqual(
      z.parse(Statistics, body).criteria.map(({ key }) => key),
      ['timeliness', 'facilitation', 'improvement', 'credibility'],
    );
  });

  test('nothing tells who reported, nothing confidential is there, and another region’s reports are not', async () => {
    for (const file of ['reports.csv', 'reports.json', 'reports.rss', 'reports.atom']) {
      const { body } = await read(file);
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      for (const secret of [
        ...Object.values(planted),
        '81299998888',
        'rahasia yang tidak',
        'Sangat rahasia',
        'Di luar provinsi',
        'rt_',
      ])
        assert.ok(!text.includes(secret), `${file} tells ${secret}`);
    }
  });

  test('filters narrow an export, and what is no filter is refused', async () => {
    const none = await read('reports.csv', 'status=completed');
    assert.equal(rowsOf(none.body).data.length, 0);
    assert.equal((await read('reports.json', 'region=13.71')).body.items.length, formulas.length + 2);
    for (const query of ['q=jalan', 'region=abc', 'from=kemarin', 'limit=5']) {
      const { status, body } = await read('reports.csv', query);
      assert.deepEqual([status, body.code], [422, 'validationFailed'], query);
    }
    assert.equal((await read('reports.json', 'cursor=bnVsbA')).body.code, 'cursorInvalid');
  });

  test('a day that no database knows is refused before an export has begun', async () => {
    for (const file of ['reports.csv', 'reports.json'])
      assert.equal((await read(file, 'until=0000-01-01')).status, 400, file);
  });

  test('a key that is unknown, secret or of a site without a public list is not found', async () => {
    const { gateway, call } = opened();
    const files = Object.values(endpoints).flatMap(({ tag, path: address }) =>
      tag === 'open-data' ? [address.split('/').at(-1) ?? ''] : [],
    );
    assert.equal(files.length, 6);
    for (const file of files) {
      assert.equal((await call('GET', `/v1/open-data/pk_unknown/${file}`, { key: null })).status, 404);
      assert.equal((await call('GET', `/v1/open-data/${testKeys.admin}/${file}`, { key: null })).status, 422);
    }
    const { engine } = gateway;
    const set = (value: boolean) =>
      engine.database.query(
        `update site set settings = jsonb_set(settings, '{features}', $1::jsonb) where id = 'sumbar'`,
        [JSON.stringify({ publicList: value })],
      );
    await set(false);
    engine.sites.clear();
    for (const file of files) assert.equal((await read(file)).status, 404, file);
    await set(true);
    engine.sites.clear();
  });

  test('a reader that leaves in the middle of an export stops it', async () => {
    const response = await opened().gateway.fetch(new Request(`http://localhost:1708${path('reports.csv')}`));
    const reader = response.body!.getReader();
    await reader.read();
    await reader.cancel();
    assert.equal((await read('reports.json')).status, 200);
  });
});
