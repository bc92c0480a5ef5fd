import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyUnits } from '../hostile-input.test.support.ts';
import { normalisePhoneNumber, PhoneNumber } from './phone-number.ts';

test('a number is understood in every way in which people in Indonesia write it', () => {
  const written = [
    '081267123456',
    '0812-6712-3456',
    '0812 6712 3456',
    '0812.6712.3456',
    '+6281267123456',
    '6281267123456',
    '+62 812 6712 3456',
    '+62 (0)812-6712-3456',
    '+62 0812 6712 3456',
    '0062 812 6712 3456',
    '\u202A+62 812-6712-3456\u202C', // copied from an address book
    '0812\u20116712\u20113456', // non-breaking hyphens
    ' 0812\u00A06712\u00A03456\n',
  ];
  for (const number of written) assert.equal(normalisePhoneNumber(number), '+6281267123456', number);
});

test('landlines and numbers of other countries are understood too', () => {
  assert.equal(normalisePhoneNumber('(021) 123 4567'), '+62211234567');
  assert.equal(normalisePhoneNumber('0622 12345'), '+6262212345');
  assert.equal(normalisePhoneNumber('+60 12-345 6789'), '+60123456789');
});

test('what is no number is not made into one', () => {
  // "31234/5" is two numbers, 31234 and 31235.
  for (const typed of [
    '',
    '0812',
    '(0751) 31234/5',
    'nomor saya 0812 6712 3456',
    '08126712345678901',
    '110',
    '١٢٣٤٥٦٧٨',
    '+',
    '0000000000',
  ]) {
    assert.ok(!PhoneNumber.safeParse(normalisePhoneNumber(typed)).success, typed);
  }
});

test('writing a number twice changes nothing more', () => {
  const typed = fc.oneof(fc.string({ unit: fc.constantFrom(...'+()-. 0126789\u00A0\u2011'), maxLength: 20 }), anyUnits);
  fc.assert(
    fc.property(typed, (text) =>
      assert.equal(normalisePhoneNumber(normalisePhoneNumber(text)), normalisePhoneNumber(text)),
    ),
    { numRuns: 500 },
  );
});

test('a number as E.164 stays as it is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\+[1-9]\d{6,14}$/), (number) => {
      fc.pre(PhoneNumber.safeParse(number).success);
      assert.equal(normalisePhoneNumber(number), number);
    }),
  );
});

test('the zero of the printed form does not follow the country code', () => {
  assert.ok(PhoneNumber.safeParse('+6281267123456').success);
  assert.ok(!PhoneNumber.safeParse('+62081267123456').success);
});
