import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { smpp } from './smpp-library.ts';
import { silentLog } from '../journal/log.ts';
import { writeMetrics } from '../journal/metric.ts';
import type { SourceAddress } from './addresses.ts';
import type { SmppAccount } from './smpp-settings.ts';
import { createSmsTransport, type KeepSms, type ReceivedSms } from './sms-transport.ts';
import { type Smsc, startSmsc } from './smsc.test.support.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

const to = '+6281200000117';

const open = async (change: { account?: Partial<SmppAccount>; source?: SourceAddress; keep?: KeepSms } = {}) => {
  const smsc = await startSmsc();
  const received: ReceivedSms[] = [];
  const transport = createSmsTransport({
    account: smsc.account(change.account),
    source: change.source ?? { address: '1708' },
    keep: change.keep ?? (async (sms) => (received.push(sms), 'message')),
    log: silentLog,
  });
  ends.push(
    () => smsc.stop(),
    () => transport.stop(),
  );
  transport.start();
  await smsc.bound();
  return { smsc, transport, received };
};

/** The text of all that was submitted, as the library of the other side reads it. */
const textOf = ({ submitted }: Smsc): string => submitted.map(({ short_message }) => short_message.message).join('');

describe('sending a text', () => {
  test('goes in one message when it fits, under our address, and asks for a receipt', async () => {
    const { smsc, transport } = await open();
    const text = 'Laporan 1000001 diterima. [Biaya: €0]';
    assert.deepEqual(await transport.send({ to, text }), { messageIds: ['pesan-0'] });
    const [pdu] = smsc.submitted;
    assert.equal(textOf(smsc), text);
    assert.deepEqual(
      [pdu?.destination_addr, pdu?.['dest_addr_ton'], pdu?.['dest_addr_npi'], pdu?.['registered_delivery']],
      ['6281200000117', 1, 1, 1],
    );
    assert.deepEqual([pdu?.source_addr, pdu?.['source_addr_ton'], pdu?.['source_addr_npi']], ['1708', 3, 0]);
    assert.deepEqual([pdu?.data_coding, pdu?.esm_class], [0, 0]);
  });

  test('goes in parts when it is long, in their order, whatever is in it', async () => {
    for (const text of ['Jalan rusak {parah} '.repeat(20), 'Terima kasih 🙏 sudah melapor. '.repeat(10)]) {
      const { smsc, transport } = await open();
      const { messageIds } = await transport.send({ to, text });
      assert.equal(textOf(smsc), text);
      assert.ok(messageIds.length > 1 && messageIds.length === smsc.submitted.length);
      const headers = smsc.submitted.map(({ short_message }) => [...(short_message.udh?.[0] ?? [])]);
      assert.deepEqual(
        headers.map((header) => header.slice(3)),
        headers.map((_, index) => [headers.length, index + 1]),
      );
      assert.equal(new Set(headers.map(([, , reference]) => reference)).size, 1);
    }
  });

  test('sends no further parts when one is refused', async () => {
    const { smsc, transport } = await open();
    smsc.react = (_, index) => (index === 1 ? (smpp.errors['ESME_RINVDSTADR'] ?? 0) : 'take');
    await assert.rejects(transport.send({ to, text: 'a'.repeat(600) }), /ESME_RINVDSTADR/);
    assert.equal(smsc.submitted.length, 2);
  });

  test('goes under a name or a long number, and as the SMSC wants it', async () => {
    for (const [source, fields] of [
      [{ address: 'LAPOR' }, ['LAPOR', 5, 0]],
      [{ address: '+62211708000' }, ['62211708000', 1, 1]],
      [{ address: '1708', typeOfNumber: 0, numberingPlan: 1 }, ['1708', 0, 1]],
    ] as const) {
      const { smsc, transport } = await open({ source });
      await transport.send({ to, text: 'x' });
      const [pdu] = smsc.submitted;
      assert.deepEqual([pdu?.source_addr, pdu?.['source_addr_ton'], pdu?.['source_addr_npi']], fields);
    }
  });
});

describe('receipts', () => {
  test('are counted by what became of the message, and timed when it is one of ours', async () => {
    const { smsc, transport } = await open();
    // In hexadecimal here and in decimal in the receipt, as some SMSCs do.
    smsc.idOf = () => '0A1F';
    await transport.send({ to, text: 'x' });
    for (const text of ['id:2591 stat:DELIVRD err:000', 'id:999 stat:EXPIRED', 'lain'])
      assert.equal((await smsc.deliver({ esm_class: 0x04, short_message: text })).command_status, 0);
    const metrics = writeMetrics(transport.metrics());
    for (const line of [
      'lapor_sms_receipts_total{state="delivered"} 1',
      'lapor_sms_receipts_total{state="expired"} 1',
      'lapor_sms_receipts_total{state="unknown"} 1',
      'lapor_sms_delivery_seconds_bucket{le="5"} 1',
      'lapor_sms_delivery_seconds_count 1',
      'lapor_sms_bound 1',
    ])
      assert.ok(metrics.includes(`${line}\n`), `${line}\n${metrics}`);
  });
});

describe('a message that comes in', () => {
  const text = 'LAPOR ISI Jalan rusak';

  test('is handed on with the number that it came from, however networks write that', async () => {
    const { smsc, received } = await open();
    for (const [source_addr, source_addr_ton] of [
      ['6281200000117', 1],
      ['+6281200000117', 1],
      ['081200000117', 2],
      ['81200000117', 2],
      ['6281200000117', 0],
    ] as const)
      await smsc.deliver({ source_addr, source_addr_ton, destination_addr: '1708', short_message: text });
    await smsc.deliver({
      source_addr: '60123456789',
      source_addr_ton: 1,
      destination_addr: '1708',
      short_message: text,
    });
    assert.deepEqual(
      received.map(({ from }) => from),
      [to, to, to, to, to, '+60123456789'],
    );
    assert.equal(received[0]?.to, '1708');
    assert.equal(Buffer.from(received[0]?.octets ?? []).toString(), text);
  });

  test('from a service or a name is taken and goes no further', async () => {
    const { smsc, received, transport } = await open();
    for (const [source_addr, source_addr_ton] of [
      ['TELKOMSEL', 5],
      ['1708', 3],
      ['', 0],
    ] as const)
      assert.equal((await smsc.deliver({ source_addr, source_addr_ton, short_message: text })).command_status, 0);
    assert.equal(received.length, 0);
    assert.match(writeMetrics(transport.metrics()), /lapor_sms_received_total\{kind="foreign"\} 3/);
  });

  test('that is no text, or that nobody can take, is refused for good', async () => {
    const { smsc, received } = await open();
    const source_addr = '6281200000117';
    for (const fields of [
      { data_coding: 4, short_message: Buffer.of(1, 2, 3) },
      { esm_class: 0x40, short_message: Buffer.of(200, 0, 3) },
    ]) {
      const answer = await smsc.deliver({ source_addr, ...fields });
      assert.equal(answer.command_status, smpp.errors['ESME_RX_P_APPN']);
    }
    assert.equal(received.length, 0);
  });

  test('that cannot be kept now is asked for again', async () => {
    const { smsc } = await open({ keep: () => Promise.reject(new Error('away')) });
    const answer = await smsc.deliver({ source_addr: '6281200000117', short_message: text });
    assert.equal(answer.command_status, smpp.errors['ESME_RX_T_APPN']);
  });
});
