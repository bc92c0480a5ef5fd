import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { testKeys } from '../test-gateway.test.support.ts';

const preflight = (origin: string) =>
  new Request('http://localhost:1708/v1/reports', {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,idempotency-key,content-type',
    },
  });

onBothDatabases('pages of other origins', (opened) => {
  test('a page of a registered origin may ask, with the headers that the contract has', async () => {
    const answer = await opened().gateway.fetch(preflight('https://sumbar.example'));
    assert.equal(answer.status, 204);
    assert.equal(answer.headers.get('access-control-allow-origin'), 'https://sumbar.example');
    const allowed = answer.headers.get('access-control-allow-headers')?.split(', ') ?? [];
    for (const header of [
      'authorization',
      'content-type',
      'idempotency-key',
      'upload-offset',
      'tus-resumable',
      'if-none-match',
    ])
      assert.ok(allowed.includes(header), header);
    assert.ok(answer.headers.get('access-control-allow-methods')?.includes('PATCH'));
  });

  test('a page of another origin gets no leave', async () => {
    for (const origin of [
      'https://palsu.example',
      'http://sumbar.example',
      'https://sumbar.example:8443',
      'https://sumbar.example.palsu.example',
      'null',
    ]) {
      const answer = await opened().gateway.fetch(preflight(origin));
      assert.equal(answer.headers.get('access-control-allow-origin'), null, origin);
    }
  });

  test('a refusal can be read by the page that caused it, with its request id', async () => {
    const answer = await opened().call('GET', '/v1/reports/999', { headers: { origin: 'https://sumbar.example' } });
    assert.equal(answer.status, 404);
    assert.equal(answer.headers.get('access-control-allow-origin'), 'https://sumbar.example');
    assert.match(answer.body.instance, /^urn:lapor:request:/);
    assert.equal(answer.body.instance.split(':').at(-1), answer.headers.get('request-id'));
  });

  test('a program without an origin may use the key of a site', async () => {
    assert.equal((await opened().call('GET', '/v1/site', { key: testKeys.site })).status, 200);
  });

  test('an answer that has not changed is not sent twice', async () => {
    const first = await opened().call('GET', '/v1/site');
    const again = await opened().call('GET', '/v1/site', {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    assert.equal(again.status, 304);
    assert.equal(again.body, '');
    const english = await opened().call('GET', '/v1/reports?limit=1', { language: 'en' });
    assert.equal(english.headers.get('content-language'), 'en');
  });
});
