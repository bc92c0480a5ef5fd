import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillTemplate } from './fill-template.ts';

test('placeholders are filled with or without spaces, and what is not known stays', () => {
  const facts = { institution_from: 'Dinas PU', status_new: '{{institution_from}}' };
  assert.equal(
    fillTemplate('{{institution_from}} → {{ institution_to }}: {{ status_new }} {{constructor}}', facts),
    'Dinas PU → {{ institution_to }}: {{institution_from}} {{constructor}}',
  );
});
