import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { Cursor, pageOf, PageQuery } from './page.ts';

test('a page has 20 items unless somebody asks for 1 to 100', () => {
  assert.deepEqual(PageQuery.parse({}), { limit: 20 });
  for (const limit of ['1', '100', 50]) assert.equal(PageQuery.parse({ limit }).limit, Number(limit));
  for (const limit of ['0', '101', '-5', '1.5', 'semua', '', null, 'Infinity', ['a'], {}])
    assert.ok(!PageQuery.safeParse({ limit }).success, JSON.stringify(limit));
});

test('a cursor is opaque, short and safe in a query string', () => {
  assert.ok(Cursor.safeParse('eyJhdCI6MX0-_').success);
  for (const cursor of ['', 'a b', 'a&limit=100', 'x'.repeat(513), '%00'])
    assert.ok(!Cursor.safeParse(cursor).success, cursor);
});

test('the last page says so', () => {
  const Page = pageOf(z.object({ id: z.string() }));
  assert.deepEqual(Page.parse({ items: [{ id: 'a' }], nextCursor: null }), { items: [{ id: 'a' }], nextCursor: null });
  assert.ok(!Page.safeParse({ items: [] }).success, 'a missing cursor is not the last page');
  assert.ok(!Page.safeParse({ items: [{ id: 1 }], nextCursor: null }).success);
});
