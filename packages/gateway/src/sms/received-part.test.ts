import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { alphabetOf, decodeText } from './alphabet-of.ts';
import { isReceipt, readReceipt } from './delivery-receipt.ts';
import { readReceived } from './received-part.ts';

const withHeader = (...octets: number[]) => ({ esm_class: 0x40, data_coding: 0, short_message: Buffer.from(octets) });

describe('a message that came in', () => {
  test('tells which part it is by a reference of 8 or 16 bits, among other elements or alone', () => {
    assert.deepEqual(readReceived(withHeader(5, 0, 3, 9, 2, 1, 65))?.partOf, {
      reference: '8 bit 9',
      total: 2,
      part: 1,
    });
    assert.deepEqual(readReceived(withHeader(6, 8, 4, 1, 2, 3, 3, 65))?.partOf, {
      reference: '16 bit 258',
      total: 3,
      part: 3,
    });
    const among = readReceived(withHeader(8, 0x24, 1, 3, 0, 3, 9, 2, 2, 65));
    assert.deepEqual(among?.partOf, { reference: '8 bit 9', total: 2, part: 2 });
    assert.deepEqual([...(among?.octets ?? [])], [65]);
  });

  test('tells it by parameters of SMPP, and its text may lie in the payload', () => {
    const pdu = {
      sar_msg_ref_num: 7,
      sar_total_segments: 3,
      sar_segment_seqnum: 2,
      message_payload: Buffer.from('isi'),
    };
    const part = readReceived({ ...pdu, short_message: Buffer.alloc(0) });
    assert.deepEqual(part?.partOf, { reference: 'sar 7', total: 3, part: 2 });
    assert.equal(Buffer.from(part?.octets ?? []).toString(), 'isi');
  });

  test('stands alone when the part that it names cannot be', () => {
    for (const [total, part] of [
      [0, 1],
      [2, 0],
      [2, 3],
      [1, 1],
    ] as const)
      assert.equal(readReceived(withHeader(5, 0, 3, 9, total, part, 65))?.partOf, undefined);
  });

  test('is none when its header is longer than itself', () => {
    assert.equal(readReceived(withHeader(9, 0, 3)), undefined);
    assert.equal(readReceived({ esm_class: 0x40, short_message: Buffer.alloc(0) }), undefined);
  });

  test('is read without harm whatever its octets are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(255), fc.nat(255), (octets, esm, coding) => {
        const part = readReceived({ esm_class: esm, data_coding: coding, short_message: octets });
        const alphabet = alphabetOf(coding, 'gsm');
        if (part && alphabet) assert.ok(decodeText(part.octets, alphabet).isWellFormed());
        readReceipt({ esm_class: esm, short_message: octets });
      }),
    );
  });

  test('is read by the alphabet that it names', () => {
    const read = (coding: number, octets: Buffer, standard: 'gsm' | 'latin1' = 'gsm') => {
      const alphabet = alphabetOf(coding, standard);
      return alphabet && decodeText(octets, alphabet);
    };
    assert.equal(read(0, Buffer.of(0, 0x41)), '@A');
    assert.equal(read(0, Buffer.of(0xe9), 'latin1'), 'é');
    assert.equal(read(1, Buffer.from('@A')), '@A');
    assert.equal(read(3, Buffer.of(0xe9)), 'é');
    assert.equal(read(8, Buffer.from('D83DDE00', 'hex')), '😀');
    assert.equal(read(8, Buffer.from('0041D83D00', 'hex')), 'A\uFFFD');
    assert.equal(read(0x18, Buffer.from('0041', 'hex')), 'A');
    assert.equal(read(0x10, Buffer.of(0)), '@');
    assert.equal(read(0xf0, Buffer.of(0)), '@');
    for (const data of [2, 4, 0x14, 0xf5, 0xc8]) assert.equal(read(data, Buffer.of(0x41)), undefined);
  });
});

describe('a receipt', () => {
  const text =
    'id:0A1F sub:001 dlvrd:001 submit date:2611260241 done date:2611260242 stat:DELIVRD err:000 text:Laporan';

  test('is told from a message, and read from its text', () => {
    assert.equal(isReceipt({ esm_class: 0x04 }), true);
    assert.equal(isReceipt({ esm_class: 0x40 }), false);
    assert.deepEqual(readReceipt({ short_message: Buffer.from(text) }), { messageId: '0A1F', state: 'delivered' });
  });

  test('is read from its parameters first', () => {
    const pdu = { short_message: Buffer.from(text), receipted_message_id: '77', message_state: 5 };
    assert.deepEqual(readReceipt(pdu), { messageId: '77', state: 'undeliverable' });
  });

  test('that says nothing known is unknown', () => {
    assert.deepEqual(readReceipt({ short_message: Buffer.from('stat:LAIN') }), {
      messageId: undefined,
      state: 'unknown',
    });
    assert.deepEqual(readReceipt({}), { messageId: undefined, state: 'unknown' });
  });
});
