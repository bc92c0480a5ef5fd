import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as fc from 'fast-check';
import { usePostgres } from '../shared-postgres.test.support.ts';
import { binaryArray } from './binary-array.ts';
import { connect } from './connect.ts';

const postgres = await usePostgres();
const databases = {
  PGlite: await connect({ memory: true }),
  PostgreSQL: await connect({ url: await postgres.newDatabase() }),
};

after(async () => {
  for (const database of Object.values(databases)) await database.close();
  await postgres.end();
});

/** Texts as a database can keep them: no half surrogate pair, no NUL. */
const text = fc.string({ unit: 'grapheme' }).map((value) => value.replaceAll('\0', ''));

for (const [name, database] of Object.entries(databases)) {
  test(`${name} reads the texts that were written, with everything that a textual array would have to escape`, () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(text, { nil: undefined }), { minLength: 1, maxLength: 40 }),
        async (values) => {
          const [row] = await database.query<{ read: (string | null)[] }>('select $1::text[] as read', [
            binaryArray('text', values),
          ]);
          assert.deepEqual(
            row?.read,
            values.map((value) => value ?? null),
          );
        },
      ),
      { numRuns: 50, examples: [[['', '"', '\\', '{a,b}', 'NULL', undefined, '👩🏽‍🌾\n']]] },
    ));

  test(`${name} reads the bytes that were written`, async () => {
    const values = [Buffer.from([0, 255, 92, 34]), undefined, Buffer.alloc(0), Buffer.alloc(3000, 7)];
    const rows = await database.query<{ read: Uint8Array | null }>('select unnest($1::bytea[]) as read', [
      binaryArray('bytea', values),
    ]);
    assert.deepEqual(
      rows.map(({ read }) => read && [...read]),
      values.map((value) => (value ? [...value] : null)),
    );
  });
}
