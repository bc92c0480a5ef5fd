import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NewWebhookEndpoint, WebhookEndpoint, WebhookEndpointChange } from './webhook-endpoint.ts';

test('a receiver has an address of HTTP, kept in its normal form', () => {
  assert.equal(
    NewWebhookEndpoint.parse({ url: ' HTTPS://Hooks.Padang.go.id/lapor masuk ' }).url,
    'https://hooks.padang.go.id/lapor%20masuk',
  );
  assert.equal(
    NewWebhookEndpoint.parse({ url: 'https://hooks.padang.go.id/a\r\nb' }).url,
    'https://hooks.padang.go.id/ab',
  );
  for (const url of [
    'ftp://padang.go.id',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'padang.go.id',
    '/hook',
    'https://',
    `https://padang.go.id/${'x'.repeat(2000)}`,
  ]) {
    assert.ok(!NewWebhookEndpoint.safeParse({ url }).success, url);
  }
});

test('a receiver chooses at least one kind of event, or says nothing and gets all', () => {
  const url = 'https://hooks.padang.go.id/';
  assert.deepEqual(NewWebhookEndpoint.parse({ url }), { url });
  assert.ok(NewWebhookEndpoint.safeParse({ url, events: ['report.received'] }).success);
  for (const events of [[], ['report.praised'], ['webhook.test'], 'report.received'])
    assert.ok(!NewWebhookEndpoint.safeParse({ url, events }).success);
});

test('a change may be of one part or of none', () => {
  assert.deepEqual(WebhookEndpointChange.parse({}), {});
  assert.deepEqual(WebhookEndpointChange.parse({ enabled: false }), { enabled: false });
});

test('whoever lists receivers does not see their secrets', () => {
  const stored = {
    id: 'wh_1',
    institutionId: 'a',
    url: 'https://a.id/',
    events: [],
    enabled: true,
    createdAt: '2026-11-22T01:15:50Z',
    secret: 'whsec_x',
  };
  assert.equal('secret' in WebhookEndpoint.parse(stored), false);
});
