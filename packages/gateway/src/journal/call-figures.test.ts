import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createCallFigures } from './call-figures.ts';
import { writeMetrics } from './metric.ts';

test('calls are counted by method, route and status', () => {
  const figures = createCallFigures();
  for (const status of [201, 201, 422])
    figures.count({ method: 'POST', status, milliseconds: 1, route: '/v1/reports' });
  const text = writeMetrics(figures.metrics());
  assert.match(text, /^lapor_http_requests_total\{method="POST",route="\/v1\/reports",status="201"\} 2$/m);
  assert.match(text, /^lapor_http_requests_total\{method="POST",route="\/v1\/reports",status="422"\} 1$/m);
});

test('the buckets of a histogram grow to its count, and its sum is that of the seconds', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 20_000, noNaN: true }), { minLength: 1, maxLength: 30 }), (times) => {
      const figures = createCallFigures();
      for (const milliseconds of times) figures.count({ method: 'GET', status: 200, milliseconds, route: '/healthz' });
      const samples = figures.metrics()[1]!.samples;
      const buckets = samples.filter(({ suffix }) => suffix === '_bucket');
      const values = buckets.map(({ value }) => value);
      assert.deepEqual(
        values,
        values.toSorted((one, other) => one - other),
      );
      assert.equal(buckets.at(-1)?.labels?.['le'], '+Inf');
      assert.equal(values.at(-1), times.length);
      for (const { labels, value } of buckets)
        assert.equal(
          value,
          times.filter((time) => time / 1000 <= Number(labels!['le'] === '+Inf' ? Infinity : labels!['le'])).length,
        );
      const sum = samples.find(({ suffix }) => suffix === '_sum')!.value;
      assert.ok(Math.abs(sum - times.reduce((total, time) => total + time / 1000, 0)) < 1e-6);
    }),
    { numRuns: 50 },
  );
});

test('paths and methods that callers invent do not become labels', () => {
  const figures = createCallFigures();
  for (let number = 0; number < 50; number += 1) figures.count({ method: `X${number}`, status: 404, milliseconds: 1 });
  assert.deepEqual(figures.metrics()[0]!.samples, [
    { labels: { method: 'other', route: 'none', status: '404' }, value: 50 },
  ]);
});

test('labels cannot break out of their quotes', () => {
  const text = writeMetrics([
    { name: 'x', kind: 'gauge', help: 'X.', samples: [{ labels: { name: 'a"b\\c\nd' }, value: 1 }] },
  ]);
  assert.equal(text, '# HELP x X.\n# TYPE x gauge\nx{name="a\\"b\\\\c\\nd"} 1\n');
});

test('a metric without samples is left out', () => {
  assert.equal(writeMetrics([{ name: 'x', kind: 'gauge', help: 'X.', samples: [] }]), '');
});
