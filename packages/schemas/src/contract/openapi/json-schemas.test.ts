import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Endpoint } from '../endpoint.ts';
import { documentation } from '../documentation/documentation.ts';
import { nouns } from '../nouns.ts';
import { endpoints, type OperationId } from '../table.ts';
import { buildJsonSchemas } from './json-schemas.ts';

const schemas = buildJsonSchemas();

/** Formats come with patterns that say the same, so that a validator without formats judges no milder. */
const compile = (name: string): ValidateFunction =>
  new Ajv2020({ strict: true, validateFormats: false, strictTypes: false }).compile(schemas[name] ?? false);

const nameOf = (schema: unknown): string | undefined => Object.entries(nouns).find(([, noun]) => noun === schema)?.[0];
const table = Object.entries(endpoints) as [OperationId, Endpoint][];

test('every noun is a JSON Schema that compiles by itself', () => {
  for (const name of Object.keys(nouns)) assert.doesNotThrow(() => compile(name), name);
});

test('every JSON Schema says what it is', () => {
  for (const [name, { $id, description }] of Object.entries(schemas)) {
    assert.equal($id, `urn:lapor:schema:v1:${name}`);
    assert.equal(typeof description, 'string', name);
  }
});

test('the examples of requests fit, and do not when a member is unknown or a required one is missing', () => {
  let checked = 0;
  for (const [id, { request }] of table) {
    const name = nameOf(request?.schema);
    if (name === undefined) continue;
    const validate = compile(name);
    for (const { value } of Object.values(documentation[id].requestExamples ?? {})) {
      assert.equal(validate(value), true, `${id}: ${JSON.stringify(validate.errors)}`);
      const strange = { ...(value as object), neverHeardOf: 1 };
      assert.deepEqual([validate(strange), request?.schema?.safeParse(strange).success], [false, false], id);
      for (const member of Object.keys(value as object)) {
        const { [member]: _, ...rest } = value as Record<string, unknown>;
        assert.equal(validate(rest), request?.schema?.safeParse(rest).success, `${id} without ${member}`);
        checked += 1;
      }
    }
  }
  assert.ok(checked > 40);
});

test('the examples of answers fit, also when a newer gateway says more', () => {
  for (const [id, { answers }] of table) {
    for (const [status, { schema }] of Object.entries(answers)) {
      const name = nameOf(schema);
      if (name === undefined) continue;
      const validate = compile(name);
      const example = documentation[id].answerExamples?.[Number(status)];
      assert.equal(validate(example), true, `${id}: ${JSON.stringify(validate.errors)}`);
      assert.equal(validate({ ...(example as object), neverHeardOf: 1 }), true, id);
    }
  }
});
