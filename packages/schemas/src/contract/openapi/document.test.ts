import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemStatus } from '../../problem.ts';
import { webhookEventTypes } from '../../webhook-event.ts';
import type { Endpoint } from '../endpoint.ts';
import { isConditional } from '../implied-headers.ts';
import { problemsOf } from '../implied-problems.ts';
import { endpoints } from '../table.ts';
import { buildOpenApi } from './document.ts';

interface Operation {
  operationId: string;
  security: Record<string, []>[];
  parameters: { $ref?: string; name?: string; in?: string }[];
  requestBody?: { required?: boolean };
  responses: Record<string, unknown>;
}

const document = buildOpenApi();
const operationOf = ({ path, method }: Endpoint): Operation =>
  document.paths[path]?.[method.toLowerCase()] as unknown as Operation;
const table = Object.entries<Endpoint>(endpoints);

/** What a reference points to, as a document reader finds it. */
const resolve = (reference: string): unknown =>
  reference
    .slice(2)
    .split('/')
    .reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], document);

const referencesIn = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/"\$ref":"([^"]+)"/g)].flatMap(([, found]) => found ?? []);

test('every endpoint is an operation under its own name, and there are no others', () => {
  const operations = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods),
  ) as unknown as Operation[];
  assert.deepEqual(operations.map(({ operationId }) => operationId).sort(), Object.keys(endpoints).sort());
  for (const [id, endpoint] of table) assert.equal(operationOf(endpoint).operationId, id);
});

test('every reference leads to something', () => {
  for (const reference of referencesIn(document)) assert.notEqual(resolve(reference), undefined, reference);
});

test('an operation answers with exactly the statuses that its endpoint can have, none of them a range', () => {
  for (const [id, endpoint] of table) {
    const problems = problemsOf(endpoint).map((code) => String(problemStatus[code]));
    const expected = new Set([
      ...Object.keys(endpoint.answers),
      ...problems,
      ...(isConditional(endpoint) ? ['304'] : []),
    ]);
    assert.deepEqual(new Set(Object.keys(operationOf(endpoint).responses)), expected, id);
  }
});

test('every problem of an endpoint is shown by an example of that very code', () => {
  for (const [id, endpoint] of table) {
    for (const code of problemsOf(endpoint)) {
      const { $ref } = operationOf(endpoint).responses[problemStatus[code]] as { $ref: string };
      assert.ok(referencesIn(resolve($ref)).includes(`#/components/examples/${code}`), `${id} ${code}`);
      assert.deepEqual((resolve(`#/components/examples/${code}`) as { value: { code: string } }).value.code, code);
    }
  }
});

test('each caller of an endpoint is one way to be let in', () => {
  assert.deepEqual(operationOf(endpoints.getReport).security, [{ siteKey: [] }, { reporterToken: [] }]);
  assert.deepEqual(operationOf(endpoints.getHealth).security, []);
});

test('what a feed promises of its version stands once among its headers', () => {
  const { headers } = operationOf(endpoints.getAtomFeed).responses['200'] as { headers: object };
  assert.deepEqual(
    Object.keys(headers).filter((name) => name.toLowerCase() === 'etag'),
    ['ETag'],
  );
});

test('a call that creates asks for an Idempotency-Key, and a read of JSON or of a feed takes If-None-Match', () => {
  for (const [id, endpoint] of table) {
    const references = operationOf(endpoint).parameters.map(({ $ref }) => $ref);
    assert.equal(references.includes('#/components/parameters/IdempotencyKey'), endpoint.repetition === 'keyed', id);
    assert.equal(references.includes('#/components/parameters/IfNoneMatch'), isConditional(endpoint), id);
  }
});

test('a body is required unless the endpoint also works without one', () => {
  assert.equal(operationOf(endpoints.submitReport).requestBody?.required, true);
  assert.equal(operationOf(endpoints.createUpload).requestBody?.required, undefined);
  assert.equal(operationOf(endpoints.supportReport).requestBody, undefined);
});

test('the docstrings of the sources stand beside what they explain', () => {
  const { NewReport, ReportStatus } = document.components['schemas'] as Record<
    string,
    { description: string; properties: Record<string, { description?: string }> }
  >;
  assert.match(NewReport?.properties['targetInstitutionId']?.description ?? '', /A hint, never a condition/);
  assert.match(ReportStatus?.description ?? '', /Where a report stands/);
  const limit = operationOf(endpoints.listReports).parameters.find(({ name }) => name === 'limit') as {
    description?: string;
  };
  assert.match(limit.description ?? '', /How many at most/);
});

test('every event that a receiver can choose is a webhook', () => {
  assert.deepEqual(Object.keys(document.webhooks).sort(), [...webhookEventTypes, 'webhook.test'].sort());
});

test('the same table gives the same document', () => {
  assert.equal(JSON.stringify(buildOpenApi()), JSON.stringify(document));
});

test('a changed table gives another document', () => {
  const changed = { ...endpoints, getSite: { ...endpoints.getSite, problems: ['gone'] } } as const;
  assert.notEqual(JSON.stringify(buildOpenApi({ table: changed })), JSON.stringify(document));
});

test('a gateway describes only what it offers, at its own address', () => {
  const { moveClock: _, getClock: __, setFaults: ___, getFaults: ____, ...offered } = endpoints;
  const own = buildOpenApi({ table: offered, servers: [{ url: 'https://lapor.padang.example' }] });
  assert.deepEqual(own.servers, [{ url: 'https://lapor.padang.example' }]);
  assert.equal(own.paths['/v1/sandbox/clock'], undefined);
  assert.equal(
    own.tags.some(({ name }) => name === 'sandbox'),
    false,
  );
  assert.doesNotMatch(JSON.stringify(own.components), /MoveClockRequest/);
});
