import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passageSince, withPassage } from './masked-passage.ts';

const before = 'Hubungi 0812 3456 7890 sore.';
const passage = { start: 8, end: 22 };

test('a passage is found where it stood, and where it has moved to', () => {
  assert.deepEqual(passageSince(before, passage, `${before} Terima kasih.`), passage);
  assert.deepEqual(passageSince(before, passage, `Tolong. ${before}`), { start: 16, end: 30 });
});

test('a passage that is gone, or that stands at two other places, is not guessed at', () => {
  assert.equal(passageSince(before, passage, 'Hubungi saya sore.'), undefined);
  assert.equal(passageSince(before, passage, 'Di 0812 3456 7890 atau 0812 3456 7890.'), undefined);
  assert.equal(passageSince(before, { start: 40, end: 50 }, before), undefined);
});

test('exactly the passage is replaced, and can be put back', () => {
  const masked = withPassage(before, passage, '[disamarkan]');
  assert.equal(masked, 'Hubungi [disamarkan] sore.');
  assert.equal(withPassage(masked, { start: 8, end: 20 }, '0812 3456 7890'), before);
});
