import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './table.ts';
import { contractVersion } from './version.ts';

const table = Object.entries<Endpoint>(endpoints);

test("the names in a path are exactly the endpoint's parameters", () => {
  for (const [id, { path, parameters }] of table) {
    const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
    assert.deepEqual(new Set(inPath), new Set(Object.keys(parameters?.shape ?? {})), id);
  }
});

test('no two endpoints share a method and a path, whatever their parameters are called', () => {
  const addresses = table.map(([, { method, path }]) => `${method} ${path.replace(/\{[^}]+\}/g, '{}')}`);
  assert.equal(new Set(addresses).size, addresses.length);
});

test('a named segment never hides a fixed one of the same method', () => {
  for (const [id, one] of table) {
    for (const [otherId, other] of table) {
      if (one === other || one.method !== other.method) continue;
      const [a, b] = [one.path.split('/'), other.path.split('/')];
      const collide =
        a.length === b.length &&
        a.every((segment, index) => segment === b[index] || segment.startsWith('{') || b[index]?.startsWith('{'));
      assert.equal(collide, false, `${id} and ${otherId}`);
    }
  }
});

test('what is safe is read with GET, HEAD or OPTIONS, and nothing else is', () => {
  for (const [id, { method, repetition }] of table)
    assert.equal(['GET', 'HEAD', 'OPTIONS'].includes(method), repetition === 'safe', id);
});

test('every endpoint outside operation lies under the major version of the contract', () => {
  const [major] = contractVersion.split('.');
  for (const [id, { path, tag }] of table) if (tag !== 'operation') assert.ok(path.startsWith(`/v${major}/`), id);
});

test('every endpoint has one success, so that its answer has one name', () => {
  for (const [id, { answers }] of table) assert.equal(Object.keys(answers).length, 1, id);
});

test('no endpoint lists a problem twice', () => {
  for (const [id, { problems }] of table) assert.equal(new Set(problems).size, problems.length, id);
});

test('a body of JSON that callers send names every member that it does not know', () => {
  for (const [id, { request }] of table) {
    if (!request?.schema) continue;
    const result = request.schema.safeParse({ neverHeardOf: 1 });
    assert.equal(result.success, false, id);
  }
});
