import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { nouns } from './nouns.ts';

/** On the wire these are lists of parameters, not objects. */
const parameterLists = ['OpenDataParameters', 'OpenDataQuery', 'PageQuery', 'ReportParameters', 'ReportQuery'];

const isSchema = (value: unknown): boolean => typeof value === 'object' && value !== null && '_zod' in value;

test('every schema that the sources export under a name is a noun, and there are no others', async () => {
  const exported = new Map<string, unknown>([]);
  for (const folder of ['../', '../fields/', './endpoints/', './']) {
    const files = readdirSync(new URL(folder, import.meta.url)).filter((name) => /^(?!index)[a-z-]+\.ts$/.test(name));
    for (const file of files) {
      const module = (await import(`${folder}${file}`)) as Record<string, unknown>;
      for (const [name, value] of Object.entries(module)) if (isSchema(value)) exported.set(name, value);
    }
  }
  for (const name of parameterLists) exported.delete(name);
  assert.deepEqual(Object.keys(nouns), [...exported.keys()].sort());
  for (const [name, schema] of Object.entries(nouns)) assert.equal(schema, exported.get(name), name);
});
