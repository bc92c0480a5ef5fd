import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openTestGateway, testKeys } from '../test-gateway.test.support.ts';
import { allChecks } from './all-checks.ts';
import { type Defect, startBrokenServer } from './broken-server.test.support.ts';
import type { ConformanceTarget } from './conformance-context.ts';
import { runChecks } from './run-checks.ts';
import { isConforming, linesOf, sumOf } from './write-report.ts';

const isV3 = (path: string): boolean => path.startsWith('/lapor/');

/** Makes the answers to some calls other than they were. */
const inJson =
  // oxlint-disable-next-line typescript/no-explicit-any -- any body at all
  (where: RegExp, change: (body: any) => void): Defect =>
    (answer) => {
      if (!where.test(`${answer.method} ${answer.path}`) || answer.status >= 300 || answer.body === '') return;
      const body = JSON.parse(answer.body);
      change(body);
      answer.body = JSON.stringify(body);
    };

/** Whatever is asked for, the list begins anew. */
function repeatedPage(): Defect {
  let first: string | undefined;
  return (answer) => {
    if (!answer.path.startsWith('/v1/reports?limit=1')) return;
    first ??= answer.body;
    answer.body = first;
  };
}

/** Faults that servers really have, each with the checks that must find it. */
const defects: readonly (readonly [what: string, defect: Defect, found: readonly string[]])[] = [
  [
    'answers 200 to everything',
    (answer) => void (answer.status = 200),
    ['v1.key.missing', 'v3.secrets.missing', 'v3.complaint.unknown'],
  ],
  [
    'sends its problems as plain JSON',
    ({ headers }) =>
      void (headers.get('content-type')?.includes('problem') && headers.set('content-type', 'application/json')),
    ['v1.key.unknown', 'v1.path.unknown', 'v1.report.faults'],
  ],
  ['forgets to say how to bring a key', ({ headers }) => headers.delete('www-authenticate'), ['v1.key.missing']],
  ['lets every page read', ({ headers }) => headers.set('access-control-allow-origin', '*'), ['v1.origin.foreign']],
  ['tags nothing', ({ headers }) => headers.delete('etag'), ['v1.reading.conditional']],
  ['lists no methods', ({ headers }) => headers.delete('allow'), ['v1.method.unknown']],
  ['speaks one language', ({ headers }) => headers.set('content-language', 'id'), ['v1.language.english']],
  ['calls its settings otherwise', inJson(/GET \/v1\/site/, (body) => void delete body.name), ['v1.site.schema']],
  [
    'hands out numbers with letters',
    inJson(/POST \/v1\/reports$/, (body) => void (body.trackingId = `LP-${body.trackingId}`)),
    ['v1.report.receipt'],
  ],
  ['does not say that it replays', ({ headers }) => headers.delete('idempotency-replayed'), ['v1.report.replay']],
  [
    'files a repetition anew',
    (answer) => {
      if (answer.headers.get('idempotency-replayed') !== 'true') return;
      const body = JSON.parse(answer.body);
      answer.body = JSON.stringify({ ...body, trackingId: String(Number(body.trackingId) + 1) });
    },
    ['v1.report.replay'],
  ],
  [
    'tells the public who reported',
    inJson(/GET \/v1\/reports\/\d+/, (body) => void (body.content = 'Datuak Uji Kasasuaian menulis ini')),
    ['v1.report.identity'],
  ],
  [
    'shows confidential reports',
    (answer) => {
      if (!/^\/v1\/reports\/\d+/.test(answer.path) || answer.status !== 404) return;
      answer.status = 200;
      answer.headers.set('content-type', 'application/json');
    },
    ['v1.report.confidential', 'v1.report.foreign-token'],
  ],
  ['turns the same page over and over', repeatedPage(), ['v1.reports.paging']],
  [
    'moves a deadline whenever somebody touches the report',
    inJson(/GET \/v1\/desk\/reports\/\d+/, (body) => {
      for (const deadline of body.deadlines) deadline.dueOn = `2027-01-${10 + (body.version as number)}`;
    }),
    ['v1.desk.clock'],
  ],
  [
    'tells of reports that one may not know of',
    (answer) => void (answer.path.includes('/desk/reports/9999999999') && (answer.status = 403)),
    ['v1.desk.unknown'],
  ],
  [
    'breaks down instead of refusing',
    (answer) => void (answer.status === 422 && ([answer.status, answer.body] = [500, '<h1>Whoops</h1>'])),
    ['v1.report.faults', 'v3.complaint.faults', 'v1.report.reuse'],
  ],
  [
    'answers V3 with a page of HTML',
    (answer) => void (isV3(answer.path) && (answer.body = '<!doctype html><title>Pemeliharaan</title>')),
    ['v3.masters.institutions', 'v3.complaint.filed'],
  ],
  [
    'gives institutions letters for numbers',
    inJson(/\/masters\/institutions/, (body) =>
      body.results.data.forEach((one: { id: unknown }) => (one.id = `I${String(one.id)}`)),
    ),
    ['v3.masters.institutions', 'v3.masters.stable'],
  ],
  [
    'writes times as RFC 3339',
    inJson(/\/followups/, (body) =>
      body.results.data.forEach((one: { created_at: string }) => (one.created_at = '2026-03-10T02:00:00Z')),
    ),
    ['v3.complaint.followups'],
  ],
  [
    'sends the data of follow-ups as an object',
    inJson(/\/followups/, (body) => body.results.data.forEach((one: { data: unknown }) => (one.data = {}))),
    ['v3.complaint.followups'],
  ],
  [
    'loses the name of a status',
    inJson(/\/complaint$/, (body) => void (body.results?.data && delete body.results.data.status_name)),
    ['v3.complaint.detail'],
  ],
  [
    'puts documents among the images',
    inJson(/\/complaint\/file/, (body) => {
      [body.results.images, body.results.docs] = [body.results.docs, body.results.images];
    }),
    ['v3.file.numbers'],
  ],
  [
    'loses what the reporter says',
    inJson(/\/followups/, (body) => {
      body.results.data = body.results.data.filter(
        (one: { template_code: string }) => one.template_code !== 'reporter-reply',
      );
    }),
    ['v3.followup.reply'],
  ],
  [
    'writes services as Open311 wrote them once, with texts for yes and no',
    inJson(/\/open311\/v2\/services\.json/, (body) =>
      body.forEach((one: { metadata: unknown }) => (one.metadata = String(one.metadata))),
    ),
    ['open311.services.schema'],
  ],
  [
    'leaves services out of its XML',
    (answer) =>
      void (
        answer.path.includes('/services.xml') && (answer.body = answer.body.replace(/<service>.*?<\/service>/, ''))
      ),
    ['open311.services.xml'],
  ],
  [
    'writes positions as texts',
    inJson(/GET \/open311\/v2\/requests\/\d+\.json/, (body) =>
      body.forEach((one: { lat: unknown }) => (one.lat = String(one.lat))),
    ),
    ['open311.request.schema'],
  ],
  [
    'ends lines in JSON otherwise than in XML',
    inJson(/GET \/open311\/v2\/requests\/\d+\.json/, (body) =>
      body.forEach((one: { description: string }) => (one.description = one.description.replaceAll('\n', '\r\n'))),
    ),
    ['open311.request.line-ends'],
  ],
  [
    'lists open requests among the closed ones',
    inJson(/status=closed/, (body) => void body.push({ status: 'open' })),
    ['open311.requests.status'],
  ],
  [
    'lists whatever there is, whichever number is asked for',
    inJson(/service_request_id=/, (body) => void body.push({ ...body[0], service_request_id: '1' })),
    ['open311.request.listed'],
  ],
  [
    'tells in a request who reported',
    inJson(/GET \/open311\/v2\/requests\/\d+\.json/, (body) =>
      body.forEach((one: { status_notes: string }) => (one.status_notes = 'uji.kasasuaian@contoh.example')),
    ),
    ['open311.request.identity'],
  ],
  [
    'refuses over Open311 as over v1',
    (answer) =>
      void (answer.path.startsWith('/open311/') && answer.status >= 400 && (answer.body = '{"type":"about:blank"}')),
    ['open311.service.unknown', 'open311.request.unknown', 'open311.key.unknown'],
  ],
  [
    'speaks JSON alone',
    inJson(/discovery\.json/, (body) => void (body.endpoints[0].formats = ['application/json'])),
    ['open311.discovery.endpoint'],
  ],
  [
    'gives all updates one id',
    inJson(/servicerequestupdates\.json/, (body) => {
      const update = {
        service_request_id: '1',
        status: 'open',
        updated_datetime: '2026-03-10T02:00:00Z',
        description: null,
      };
      body.push({ ...update, update_id: '1' }, { ...update, update_id: '1' });
    }),
    ['open311.updates.schema'],
  ],
  [
    'answers a request with nothing',
    inJson(/POST \/open311\/v2\/requests\.json/, (body) => void (body.length = 0)),
    ['open311.request.filed'],
  ],
];

describe('conformance', () => {
  let opened: Awaited<ReturnType<typeof openTestGateway>>;
  let server: Awaited<ReturnType<typeof startBrokenServer>>;
  let target: ConformanceTarget;
  before(async () => {
    opened = await openTestGateway();
    server = await startBrokenServer(opened.gateway);
    target = {
      url: server.url,
      siteKey: testKeys.site,
      deskKey: testKeys.admin,
      v3: { authorization: `Bearer ${testKeys.national}`, token: testKeys.admin },
      open311Key: testKeys.site,
      filing: true,
      patience: 30_000,
    };
  });
  after(async () => {
    await server.end();
    await opened.gateway.close();
  });

  test('our own gateway keeps every rule', async () => {
    const results = await runChecks(allChecks, target);
    const others = results.filter(({ outcome }) => outcome !== 'kept');
    assert.deepEqual(others, []);
    assert.ok(isConforming(results));
  });

  for (const [what, defect, found] of defects)
    test(`a server that ${what} is found out`, async () => {
      server.break(defect);
      const results = await runChecks(allChecks, target);
      server.mend();
      const broken = results.filter(({ outcome }) => outcome === 'broken').map(({ id }) => id);
      assert.deepEqual(
        found.filter((id) => !broken.includes(id)),
        [],
        `broken were ${broken.join(', ')}`,
      );
      assert.ok(!isConforming(results));
    });

  test('a server that is not there is not seen, which is no praise', async () => {
    const results = await runChecks(allChecks.slice(0, 2), { ...target, url: 'http://127.0.0.1:9' });
    assert.deepEqual(
      results.map(({ outcome }) => outcome),
      ['unseen', 'unseen'],
    );
    assert.ok(!isConforming(results));
  });

  test('without leave nothing is filed, and what is left out says what to give', async () => {
    const count = async () => (await opened.gateway.engine.database.query('select id from report')).length;
    const known = await count();
    const results = await runChecks(allChecks, { url: server.url, filing: false, patience: 30_000 });
    assert.equal(await count(), known);
    const told = results.map(linesOf).join('');
    assert.match(told, /left out {2}v1\.report\.receipt: .* \(give --key, --file-reports\)/);
    assert.match(sumOf(results), /^\d+ kept, 0 broken, 0 unseen, \d+ left out\.$/m);
  });

  test('the report says of a broken rule what was expected, what came, and whose rule it is', async () => {
    server.break(({ headers }) => headers.delete('www-authenticate'));
    const [result] = await runChecks(
      allChecks.filter(({ id }) => id === 'v1.key.missing'),
      target,
    );
    server.mend();
    assert.ok(result);
    assert.match(
      linesOf(result),
      /BROKEN {4}v1\.key\.missing[\s\S]*expected a `WWW-Authenticate` header\n\s+came {5}none\n\s+rule {5}RFC 9110/,
    );
  });

  test('each check has a name of its own, a rule and a source', () => {
    assert.equal(new Set(allChecks.map(({ id }) => id)).size, allChecks.length);
    for (const { id, title, source } of allChecks) {
      assert.match(id, /^(v1|v3|open311)\.[a-z0-9-]+\.[a-z0-9-]+$/);
      assert.ok(title.length > 10 && source.length > 3, id);
    }
  });
});
