import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fillPath } from './fill-path.ts';
import { endpoints } from './table.ts';

test('parameters are written into the path in their places', () => {
  const path = fillPath(endpoints.redeliverWebhook.path, { endpointId: 'whe_1', deliveryId: 'dlv_2' });
  assert.equal(path, '/v1/desk/webhooks/whe_1/deliveries/dlv_2/redelivery');
});

test('a path without parameters stays as it is', () => {
  assert.equal(fillPath('/v1/site', {}), '/v1/site');
});

test('whatever the parameter, a URL parser finds it again in one segment', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (value) => {
      fc.pre(value !== '.' && value !== '..');
      const { pathname } = new URL(
        fillPath('/v1/reports/{trackingId}/replies', { trackingId: value }),
        'https://gateway.example',
      );
      const [, , , segment = '', last] = pathname.split('/');
      assert.equal(decodeURIComponent(segment), value);
      assert.equal(last, 'replies');
    }),
    { numRuns: 300 },
  );
});

test('a value that a URL parser would drop is refused, and so is a missing one', () => {
  for (const trackingId of ['', '.', '..']) {
    assert.throws(() => fillPath('/v1/reports/{trackingId}', { trackingId }), {
      name: 'TypeError',
      message: /`trackingId` of `\/v1\/reports\/\{trackingId\}`/,
    });
  }
  assert.throws(() => fillPath('/v1/reports/{trackingId}', {} as { trackingId: string }), TypeError);
});

test('half a surrogate pair is refused', () => {
  assert.throws(() => fillPath('/v1/reports/{trackingId}', { trackingId: '\uD83D' }), URIError);
});
