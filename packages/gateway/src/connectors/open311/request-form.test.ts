import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskPersonalData } from '@lapor/schemas/text-checks';
import { markerOf } from '../marker.ts';
import { descriptionOf, tailOf } from './request-form.ts';

const parcel = (index: number) => ({
  trackingId: String(1_000_001 + index),
  marker: markerOf(new Uint8Array(32), 'open311', String(1_000_001 + index), 1),
});

test('a server that masks personal data leaves the mark of every report as it is', () => {
  const tails = new Set<string>();
  for (let index = 0; index < 5_000; index += 1) {
    const tail = tailOf(parcel(index));
    assert.ok(JSON.stringify(maskPersonalData(`Kata.\n\n${tail}`)).includes(tail), tail);
    tails.add(tail.split('-')[1] ?? '');
  }
  assert.equal(tails.size, 5_000);
});

test('a text that is too long is cut before the mark, never in it', () => {
  const report = { ...parcel(1), title: 'Judul', content: '😀'.repeat(4_000) } as Parameters<typeof descriptionOf>[0];
  const description = descriptionOf(report);
  assert.ok(description.length <= 4_000);
  assert.ok(description.isWellFormed());
  assert.ok(description.endsWith(`…\n\n${tailOf(report)}`));
});
