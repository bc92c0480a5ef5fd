import assert from 'node:assert/strict';
import { test } from 'node:test';
import type * as z from 'zod/mini';
import { Problem, problemCodes } from '../../problem.ts';
import { WebhookEvent } from '../../webhook-event.ts';
import type { Endpoint } from '../endpoint.ts';
import { endpoints, type OperationId } from '../table.ts';
import { documentation } from './documentation.ts';
import { exampleProblem } from './example-problem.ts';
import { parameterExamples } from './parameter-examples.ts';
import { webhookExamples } from './webhook-examples.ts';

const table = Object.entries(endpoints) as [OperationId, Endpoint][];

/** Fails with the place and the reason when a value does not fit, or holds a member that the schema does not know. */
const assertFits = (schema: z.ZodMiniType | undefined, value: unknown, what: string): void => {
  const result = schema?.safeParse(value);
  assert.equal(result?.success, true, `${what}: ${JSON.stringify(result?.error?.issues)}`);
  assert.deepEqual(result?.data, value, what);
};

test('every endpoint has words, and every word belongs to an endpoint', () => {
  assert.deepEqual(Object.keys(documentation).sort(), Object.keys(endpoints).sort());
});

test('a summary is a few words without a full stop, a description is whole sentences', () => {
  for (const [id, { summary, description }] of Object.entries(documentation)) {
    assert.match(summary, /^[A-Z].{3,60}[^.]$/, id);
    assert.match(description, /^[A-Z][^]*[.:|]$/, id);
  }
});

test('every example of a request fits its schema', () => {
  for (const [id, { request }] of table) {
    const examples = documentation[id].requestExamples ?? {};
    assert.equal(Object.keys(examples).length > 0, request?.schema !== undefined, id);
    for (const [name, { value }] of Object.entries(examples)) {
      const result = request?.schema?.safeParse(value);
      assert.equal(result?.success, true, `${id} ${name}: ${JSON.stringify(result?.error?.issues)}`);
    }
  }
});

test('every example of an answer fits its schema and holds nothing that the schema does not know', () => {
  for (const [id, { answers }] of table) {
    for (const [status, { schema }] of Object.entries(answers)) {
      const example = documentation[id].answerExamples?.[Number(status)];
      assert.equal(example !== undefined, schema !== undefined, id);
      if (schema) assertFits(schema, example, id);
    }
  }
});

test('every path parameter has an example that fits', () => {
  for (const [id, { parameters }] of table) {
    for (const [name, schema] of Object.entries(parameters?.shape ?? {})) {
      assertFits(schema as z.ZodMiniType, parameterExamples[name], `${id} ${name}`);
    }
  }
});

test('every type of webhook event has an example that fits', () => {
  for (const [type, { value }] of Object.entries(webhookExamples)) {
    assertFits(WebhookEvent, value, type);
    assert.equal(value.type, type);
  }
});

test('every problem has an example that fits', () => {
  for (const code of problemCodes) assertFits(Problem, exampleProblem(code), code);
});
