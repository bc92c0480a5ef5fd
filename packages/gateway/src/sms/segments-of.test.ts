import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { alphabetOf, decodeText } from './alphabet-of.ts';
import { readReceived } from './received-part.ts';
import { type Segment, segmentsOf } from './segments-of.ts';

/** Reads segments as the door in does: in any order, by their headers. */
const readBack = (segments: readonly Segment[]): string => {
  const parts = segments.map(({ octets, dataCoding, hasHeader }) => {
    const part = readReceived({ short_message: octets, data_coding: dataCoding, esm_class: hasHeader ? 0x40 : 0 });
    assert.ok(part);
    assert.equal(part.partOf?.total, hasHeader ? segments.length : undefined);
    return part;
  });
  const octets = parts
    .toSorted((one, other) => (one.partOf?.part ?? 0) - (other.partOf?.part ?? 0))
    .flatMap((part) => [...part.octets]);
  const [first] = parts;
  return decodeText(Uint8Array.from(octets), alphabetOf(first?.dataCoding ?? 0, 'gsm') ?? 'gsm');
};

/** Octets on the air: seven bits each in the default alphabet, the header filled up to whole septets. */
const octetsOnAir = ({ dataCoding, hasHeader, octets }: Segment): number =>
  dataCoding === 8 ? octets.length : Math.ceil(((hasHeader ? 7 + octets.length - 6 : octets.length) * 7) / 8);

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: fc.constantFrom(...'LAPOR isi aduan 123.,\n€[]{}~^|\\'), maxLength: 700 }),
  fc.string({ unit: fc.constantFrom(...'Jalan rusak 🙏😀👨‍👩‍👧é’…'), maxLength: 300 }),
);

describe('a text as segments', () => {
  test('is read back as it was, however the segments come, and each fits into 140 octets', () => {
    fc.assert(
      fc.property(texts, fc.nat(1000), fc.boolean(), (text, reference, isReversed) => {
        const segments = segmentsOf(text, reference);
        for (const segment of segments) assert.ok(octetsOnAir(segment) <= 140);
        assert.equal(readBack(isReversed ? segments.toReversed() : segments), text.toWellFormed());
      }),
      { numRuns: 500 },
    );
  });

  test('is no longer than another implementation makes it', () => {
    fc.assert(
      fc.property(
        // Without clusters of several characters: those the other one keeps together, where it can.
        fc.string({ unit: fc.constantFrom(...'abc €[]\n', 'ü', 'ш', '😀'), minLength: 1, maxLength: 700 }),
        (text) => assert.equal(segmentsOf(text, 1).length, new SegmentedMessage(text, 'auto').segmentsCount),
      ),
      { numRuns: 300 },
    );
  });

  test('takes as many as the standard says', () => {
    for (const [text, count] of [
      ['', 1],
      ['a'.repeat(160), 1],
      ['a'.repeat(161), 2],
      ['a'.repeat(153 * 2), 2],
      ['a'.repeat(153 * 2 + 1), 3],
      ['é'.repeat(160), 1],
      ['ш'.repeat(70), 1],
      ['ш'.repeat(71), 2],
      ['ш'.repeat(67 * 2), 2],
      ['ш'.repeat(67 * 2 + 1), 3],
      ['€'.repeat(80), 1],
      ['€'.repeat(81), 2],
      ['😀'.repeat(35), 1],
      ['😀'.repeat(36), 2],
    ] as const)
      assert.equal(segmentsOf(text, 7).length, count, `${text.slice(0, 1)} × ${text.length}`);
  });

  test('never has an escape, or half an emoji, at the end of a segment', () => {
    const [gsm] = segmentsOf(`${'a'.repeat(152)}€${'b'.repeat(60)}`, 1);
    assert.equal(gsm?.octets.length, 6 + 152);
    const [ucs2] = segmentsOf(`${'ш'.repeat(66)}😀${'ш'.repeat(30)}`, 1);
    assert.equal(ucs2?.octets.length, 6 + 66 * 2);
  });

  test('says which part of which message it is', () => {
    const segments = segmentsOf('a'.repeat(400), 258);
    assert.deepEqual(
      segments.map(({ octets }) => [...octets.subarray(0, 6)]),
      [
        [5, 0, 3, 2, 3, 1],
        [5, 0, 3, 2, 3, 2],
        [5, 0, 3, 2, 3, 3],
      ],
    );
  });

  test('is refused when it is longer than can be counted', () => {
    assert.equal(segmentsOf('a'.repeat(255 * 153), 1).length, 255);
    assert.throws(() => segmentsOf('a'.repeat(255 * 153 + 1), 1), /Shorten it/);
  });
});
