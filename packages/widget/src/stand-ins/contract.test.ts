import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as contract from '@lapor/schemas/contract';
import * as z from 'zod/mini';
import * as standIn from './contract.ts';

type Endpoint = contract.Endpoint;

// Both as tables, to look things up by their names.
const wholeContract: Readonly<Record<string, unknown>> = { ...contract };
const onPages: Readonly<Record<string, unknown>> = { ...standIn };

const asked = [
  'getSite',
  'getChallenge',
  'listRegions',
  'listCategories',
  'suggest',
  'submitReport',
  'supportReport',
  'createUpload',
  'headUpload',
  'appendUpload',
  'deleteUpload',
] as const;

const pairs = asked.map((name) => ({
  name,
  whole: wholeContract[name] as Endpoint,
  small: onPages[name] as Endpoint,
}));

/** The least that a schema takes: what must be there, of the right type, a list with one entry. */
const least = ({ type, anyOf, enum: options, const: only, ...schema }: z.core.JSONSchema.BaseSchema): unknown => {
  if (only !== undefined) return only;
  if (options) return options[0];
  if (anyOf) return least(anyOf[0] as z.core.JSONSchema.BaseSchema);
  if (type === 'array') return [least(schema.items as z.core.JSONSchema.BaseSchema)];
  if (type === 'object')
    return Object.fromEntries(
      (schema.required ?? []).map((name) => [name, least(schema.properties?.[name] as z.core.JSONSchema.BaseSchema)]),
    );
  return { string: '7', integer: 7, number: 7, boolean: true, null: null }[type as 'string'];
};

const leastOf = (schema: z.ZodMiniType): unknown => least(z.toJSONSchema(schema, { io: 'output', reused: 'inline' }));

test('it replaces these endpoints and passes the rest of the contract on', () => {
  const replaced = Object.keys(onPages).filter((name) => onPages[name] !== wholeContract[name]);
  assert.deepEqual(replaced.toSorted(), asked.toSorted());
  assert.deepEqual(Object.keys(onPages).toSorted(), Object.keys(wholeContract).toSorted());
});

for (const { name, whole, small } of pairs) {
  test(`${name} is called as the contract says`, () => {
    const facts = ({ method, path, repetition, callers, request, answers }: Endpoint) => ({
      method,
      path,
      isKeyed: contract.needsIdempotencyKey({ repetition } as Endpoint),
      takesAKey: !callers.includes('anyone'),
      // Of what is sent only: other calls have no body.
      mediaType: whole.request && request?.mediaType,
      statuses: Object.keys(answers),
    });
    assert.deepEqual(facts(small), facts(whole));
  });

  test(`every answer to ${name} that the contract allows is taken whole, and what lacks something that is read is not`, () => {
    for (const [status, { schema, headers }] of Object.entries(whole.answers)) {
      const taken = small.answers[Number(status)]!;
      if (schema) {
        const answer = { ...(leastOf(schema) as object), newer: { than: 'today' } };
        assert.deepEqual(taken.schema?.safeParse(answer), { success: true, data: answer });
        // Of a supported report nothing is read.
        const empty = name === 'supportReport' ? [] : [{}];
        for (const wrong of [...empty, [], null, '<html>', 1, undefined])
          assert.ok(!taken.schema?.safeParse(wrong).success);
      }
      if (!taken.headers) continue;
      const answer = leastOf(headers!) as object;
      assert.ok(taken.headers.safeParse({ ...answer, location: '/v1/uploads/upl_1' }).success);
      assert.ok(!taken.headers.safeParse({ location: 1, 'upload-offset': 'x' }).success);
    }
  });
}
