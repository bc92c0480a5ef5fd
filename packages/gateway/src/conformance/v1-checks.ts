import { type OperationId } from '@lapor/schemas/contract';
import type { Check } from './check.ts';
import { callOperation, expectProblem, expectSuccess } from './contract-answer.ts';
import { expectThat } from './deviation.ts';

const contract = 'the contract of v1 (`/v1/openapi.json`)';

/** An operation that reads, asked with the site's key: its answer fits its schema. */
const reads = (operationId: OperationId, id: string, title: string, query: Record<string, string> = {}): Check => ({
  id,
  title,
  source: `${contract}, ${operationId}`,
  needs: ['siteKey'],
  async run(context) {
    expectSuccess(operationId, await callOperation(context, operationId, { key: context.target.siteKey, query }), 200);
  },
});

/** What a site's page may read, and how a server refuses: nothing here leaves anything behind. */
export const v1Checks: readonly Check[] = [
  {
    id: 'v1.operation.health',
    title: 'It tells without a key that it lives',
    source: `${contract}, getHealth`,
    needs: [],
    async run(context) {
      expectSuccess('getHealth', await callOperation(context, 'getHealth'), 200);
    },
  },
  {
    id: 'v1.operation.ready',
    title: 'It tells without a key that it can take reports',
    source: `${contract}, getReadiness`,
    needs: [],
    async run(context) {
      expectSuccess('getReadiness', await callOperation(context, 'getReadiness'), 200);
    },
  },
  {
    id: 'v1.operation.openapi',
    title: 'It publishes its contract as OpenAPI 3.1, with the way in for reports',
    source: `${contract}, getOpenApi; OpenAPI 3.1`,
    needs: [],
    async run(context) {
      const document = expectSuccess('getOpenApi', await callOperation(context, 'getOpenApi'), 200) as {
        readonly openapi: string;
        readonly paths?: Readonly<Record<string, object>>;
      };
      expectThat(document.openapi.startsWith('3.1'), '`openapi` 3.1', document.openapi);
      expectThat('post' in (document.paths?.['/v1/reports'] ?? {}), '`POST /v1/reports` among its paths', 'none');
    },
  },
  {
    id: 'v1.key.missing',
    title: 'A call without a key is refused with 401, and is told how to bring one',
    source: 'RFC 9110, 11.6.1; RFC 9457',
    needs: [],
    async run(context) {
      const answer = await callOperation(context, 'getSite');
      expectProblem(answer, 'keyMissing');
      expectThat(answer.headers.has('www-authenticate'), 'a `WWW-Authenticate` header', 'none');
    },
  },
  {
    id: 'v1.key.unknown',
    title: 'A key that nobody was given is refused with 401',
    source: 'RFC 6750, 3.1; RFC 9457',
    needs: [],
    async run(context) {
      expectProblem(await callOperation(context, 'getSite', { key: `pk_${context.newName()}` }), 'keyUnknown');
    },
  },
  {
    id: 'v1.key.scope',
    title: "A site's key opens nothing of the desk",
    source: `${contract}, callers of listDeskReports`,
    needs: ['siteKey'],
    async run(context) {
      const { siteKey: key } = context.target;
      expectProblem(await callOperation(context, 'listDeskReports', { key }), 'scopeInsufficient');
    },
  },
  {
    id: 'v1.origin.foreign',
    title: "A page that stands elsewhere may not use the site's key",
    source: 'the contract of v1, security: keys are bound to origins, on the server',
    needs: ['siteKey'],
    async run(context) {
      const headers = { origin: 'https://bukan-situs-ini.invalid' };
      const answer = await callOperation(context, 'getSite', { key: context.target.siteKey, headers });
      expectProblem(answer, 'originNotAllowed');
      const allowed = answer.headers.get('access-control-allow-origin');
      expectThat(allowed !== '*' && allowed !== headers.origin, 'no leave for that origin to read', allowed);
    },
  },
  {
    id: 'v1.method.unknown',
    title: 'A method that a path does not have is refused with 405 and the ones that it has',
    source: 'RFC 9110, 15.5.6',
    needs: ['siteKey'],
    async run(context) {
      const answer = await context.call('DELETE', '/v1/site', {
        headers: { authorization: `Bearer ${context.target.siteKey}` },
      });
      expectProblem(answer, 'methodNotAllowed');
      expectThat(/\bGET\b/.test(answer.headers.get('allow') ?? ''), '`Allow` with GET', answer.headers.get('allow'));
    },
  },
  {
    id: 'v1.path.unknown',
    title: 'A path that is not there is answered with a problem document too',
    source: 'RFC 9457',
    needs: [],
    async run(context) {
      expectProblem(await context.call('GET', `/v1/${context.newName()}`), 'notFound');
    },
  },
  {
    id: 'v1.language.english',
    title: 'A refusal speaks the language that was asked for, and its code is the same in both',
    source: 'RFC 9110, 12.5.4; the contract of v1, languages',
    needs: [],
    async run(context) {
      const [english, indonesian] = [
        await callOperation(context, 'getSite', { headers: { 'accept-language': 'en' } }),
        await callOperation(context, 'getSite', { headers: { 'accept-language': 'id' } }),
      ];
      const details = [english, indonesian].map((answer) => expectProblem(answer, 'keyMissing').detail);
      expectThat(details[0] !== details[1], 'another sentence in English than in Indonesian', details[0]);
      const language = english.headers.get('content-language');
      expectThat(language === 'en', '`Content-Language: en`', language);
    },
  },
  reads('getSite', 'v1.site.schema', "The site's settings fit the contract"),
  reads('listRegions', 'v1.regions.schema', 'The regions fit the contract'),
  reads('listInstitutions', 'v1.institutions.schema', 'The institutions fit the contract'),
  reads('listCategories', 'v1.categories.schema', 'The categories fit the contract'),
  reads('listReports', 'v1.reports.schema', 'The public list fits the contract', { limit: '5' }),
  reads('getStatistics', 'v1.statistics.schema', 'The public figures fit the contract'),
  {
    id: 'v1.region.unknown',
    title: 'A region that does not exist is not found',
    source: `${contract}, getRegion`,
    needs: ['siteKey'],
    async run(context) {
      const { siteKey: key } = context.target;
      expectProblem(await callOperation(context, 'getRegion', { key, parameters: { code: '99' } }), 'notFound');
    },
  },
  {
    id: 'v1.reports.paging',
    title: 'A list goes on where its page ended, without showing anything twice',
    source: 'the contract of v1, paging',
    needs: ['siteKey'],
    async run(context) {
      const { siteKey: key } = context.target;
      const page = async (query: Record<string, string>) =>
        expectSuccess('listReports', await callOperation(context, 'listReports', { key, query }), 200) as {
          readonly items: readonly { readonly trackingId: string }[];
          readonly nextCursor: string | null;
        };
      const first = await page({ limit: '1' });
      expectThat(first.items.length <= 1, 'at most as many as `limit`', first.items.length);
      if (first.nextCursor === null) return;
      const second = await page({ limit: '1', cursor: first.nextCursor });
      const [one, other] = [first.items[0]?.trackingId, second.items[0]?.trackingId];
      expectThat(one !== other, `another report than ${one} on the second page`, other);
    },
  },
  {
    id: 'v1.reports.cursor',
    title: 'A cursor that it did not make is refused',
    source: 'the contract of v1, paging',
    needs: ['siteKey'],
    async run(context) {
      const { siteKey: key } = context.target;
      expectProblem(
        await callOperation(context, 'listReports', { key, query: { cursor: 'bukan-kursor' } }),
        'cursorInvalid',
        'validationFailed',
      );
    },
  },
  {
    id: 'v1.reading.conditional',
    title: 'What has not changed since is answered with 304 and no body',
    source: 'RFC 9110, 13.1.2',
    needs: ['siteKey'],
    async run(context) {
      const { siteKey: key } = context.target;
      const first = await callOperation(context, 'getSite', { key });
      const tag = first.headers.get('etag');
      expectThat(tag !== null, 'an `ETag`', 'none');
      const again = await callOperation(context, 'getSite', { key, headers: { 'if-none-match': tag } });
      expectThat(again.status === 304 && again.text === '', '304 without a body', again.told);
    },
  },
  {
    id: 'v1.report.attempt',
    title: 'A report without the name of its attempt is refused: nobody could tell its repetition from another one',
    source: `${contract}, submitReport: \`Idempotency-Key\``,
    needs: ['siteKey'],
    async run(context) {
      const answer = await context.call('POST', '/v1/reports', {
        headers: { authorization: `Bearer ${context.target.siteKey}` },
        body: {},
      });
      expectProblem(answer, 'idempotencyKeyMissing');
    },
  },
  {
    id: 'v1.report.unreadable',
    title: 'What is no JSON is refused with 400',
    source: 'the contract of v1, errors',
    needs: ['siteKey'],
    async run(context) {
      const answer = await callOperation(context, 'submitReport', {
        key: context.target.siteKey,
        headers: { 'content-type': 'application/json' },
        body: '{"title":',
      });
      expectProblem(answer, 'malformedRequest');
    },
  },
  {
    id: 'v1.report.faults',
    title: 'A report with faults is refused with 422, and each fault has a pointer',
    source: 'RFC 9457; RFC 6901; the contract of v1, errors',
    needs: ['siteKey'],
    async run(context) {
      const answer = await callOperation(context, 'submitReport', {
        key: context.target.siteKey,
        body: { classification: 'complaint', title: 7, content: 'Uji.' },
      });
      const { errors = [] } = expectProblem(answer, 'validationFailed');
      expectThat(
        errors.some(({ pointer }) => pointer === '/title'),
        'an error at `/title`',
        errors.map(({ pointer }) => pointer),
      );
    },
  },
];
