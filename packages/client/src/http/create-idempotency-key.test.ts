import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IdempotencyKey } from '@lapor/schemas/contract';
import * as z from 'zod/mini';
import { createIdempotencyKey } from './create-idempotency-key.ts';

test('a thousand keys are a thousand different names that the gateway takes', () => {
  const keys = new Set(Array.from({ length: 1000 }, createIdempotencyKey));
  assert.equal(keys.size, 1000);
  for (const key of keys) assert.ok(z.safeParse(IdempotencyKey, key).success, key);
});
