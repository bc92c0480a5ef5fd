import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { messagesFor } from '@lapor/schemas/messages';
import { columns } from './csv-of.ts';

const guide = readFileSync(new URL('../../../../docs/guides/open-data.md', import.meta.url), 'utf8');
const { openData, criteria } = messagesFor('en');

test('the guide tells every column and every criterion as the gateway itself does, in its order', () => {
  const rows = [
    ...columns.map(
      (name) => `| \`${name}\` | ${openData.columns[name].title} | ${openData.columns[name].description} |`,
    ),
    ...Object.values(criteria).map(({ label, definition }) => `| ${label} | ${definition} |`),
  ];
  const told = guide.split('\n').filter((line) => rows.includes(line));
  assert.deepEqual(told, rows);
});
