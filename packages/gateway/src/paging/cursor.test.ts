import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cursor } from '@lapor/schemas';
import * as z from 'zod/mini';
import { pageOfArray, readCursor, writeCursor } from './cursor.ts';
import { Refusal } from '../refusal/refusal.ts';

const isCursorRefusal = (error: unknown): boolean => error instanceof Refusal && error.code === 'cursorInvalid';

test('a cursor is read as it was written, and is one by the contract', () => {
  const cursor = writeCursor('reports {}', ['1000042', null, 7]);
  assert.ok(z.safeParse(Cursor, cursor).success);
  assert.deepEqual(readCursor('reports {}', cursor), ['1000042', null, 7]);
});

test('another list’s cursor, and what is none, are refused', () => {
  assert.throws(() => readCursor('reports {"status":"completed"}', writeCursor('reports {}', ['1'])), isCursorRefusal);
  for (const text of [
    '',
    'abc',
    'bnVsbA',
    Buffer.from('{}').toString('base64url'),
    Buffer.from('["reports {}",{}]').toString('base64url'),
  ]) {
    assert.throws(() => readCursor('reports {}', text), isCursorRefusal);
  }
});

test('pages of a list in memory hold every item once, whatever their size', () => {
  const items = Array.from({ length: 23 }, (_, index) => index);
  for (const limit of [1, 5, 23, 100]) {
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = pageOfArray('numbers', items, { cursor, limit });
      seen.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    assert.deepEqual(seen, items);
  }
});
