import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { SegmentedMessage } from 'sms-segments-calculator';
import { decodeGsm, gsmCodesOf, isGsmText } from './gsm-alphabet.ts';

/** Another implementation, which packs seven bits into eight. It has no types. */
const gsm7 = createRequire(import.meta.url)('gsm7') as { encode(text: string): Buffer; decode(packed: Buffer): string };

/** Packs codes as phones do. */
const packed = (codes: readonly number[]): Buffer => {
  const bits = codes.map((code) => code.toString(2).padStart(7, '0').split('').toReversed().join('')).join('');
  const octets = bits.match(/.{1,8}/g) ?? [];
  return Buffer.from(octets.map((octet) => Number.parseInt(octet.padEnd(8, '0').split('').toReversed().join(''), 2)));
};

const everyCharacter = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).filter(
  (character) => gsmCodesOf(character) !== undefined,
);

test('the alphabet has 127 characters and ten more behind the escape, and each is read back', () => {
  assert.equal(everyCharacter.length, 137);
  assert.equal(everyCharacter.filter((character) => gsmCodesOf(character)?.length === 2).length, 10);
  for (const character of everyCharacter)
    assert.equal(decodeGsm(Uint8Array.from(gsmCodesOf(character) ?? [])), character);
});

test('another implementation has the same table', () => {
  for (const character of everyCharacter) {
    // It leaves the form feed out, and takes a carriage return at the end for padding.
    if (character === '\f') continue;
    assert.deepEqual(gsm7.encode(`${character}x`), packed([...(gsmCodesOf(character) ?? []), 0x78]), character);
  }
});

test('a third implementation takes the same characters for the alphabet, and no others', () => {
  for (let code = 1; code < 0x3000; code += 1) {
    const character = String.fromCharCode(code);
    const { encodingName } = new SegmentedMessage(character, 'auto');
    assert.equal(isGsmText(character), encodingName === 'GSM-7', `U+${code.toString(16)}`);
  }
});

test('what the tables do not know is still shown', () => {
  assert.equal(decodeGsm(Uint8Array.of(0x1b, 0x41)), 'A');
  assert.equal(decodeGsm(Uint8Array.of(0x41, 0x1b)), 'A ');
  assert.equal(decodeGsm(Uint8Array.of(0x1b, 0x1b, 0x41)), ' A');
  assert.equal(decodeGsm(Uint8Array.of(0xc1)), 'A');
});
