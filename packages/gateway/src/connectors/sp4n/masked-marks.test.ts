import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { maskPersonalData } from '@lapor/schemas/text-checks';
import type { DatabaseLocation } from '../../database/connect.ts';
import { describeOnBoth } from '../../both-databases.test.support.ts';
import type { Connector } from '../connector.ts';
import { openNation, settingsFor } from '../fault-run.test.support.ts';
import { markerOf } from '../marker.ts';
import type { Message, Parcel } from '../parcel.ts';
import { createSp4nConnector } from './sp4n-connector.ts';

const isMasked = (text: string): boolean => !JSON.stringify(maskPersonalData(text)).includes(text);

/** Marks that a masking gateway would take for the plate of a car: one in some fifty. */
const plates = Array.from({ length: 2_000 }, (_, index) =>
  markerOf(new Uint8Array(32), 'sp4n', String(1_000_001 + index), 0),
)
  .filter((marker) => isMasked(`#${marker}`))
  .slice(0, 8);

const parcel = (marker: string): Parcel => ({
  trackingId: '1000001',
  marker,
  classification: 'complaint',
  title: 'Jembatan gantung rusak',
  content: 'Papan jembatan banyak yang lepas.',
  receivedOn: '2026-03-10',
  anonymous: true,
  confidential: false,
  owner: { id: 'sumbar', name: 'Sumatera Barat' },
  files: [],
});

const soon = () => AbortSignal.timeout(10_000);

const define = (location: () => Promise<DatabaseLocation>): void => {
  let nation: Awaited<ReturnType<typeof openNation>>;
  let connector: Connector;
  before(async () => {
    nation = await openNation(await location());
    connector = createSp4nConnector(await settingsFor(nation.url, nation.url));
  });
  after(async () => {
    await connector?.close();
    await nation?.close();
  });

  const file = async (marker: string): Promise<string> => {
    const filed = await connector.forward('create', parcel(marker), {}, soon());
    assert.ok(filed.result === 'done' && filed.upstreamId !== undefined, JSON.stringify(filed));
    return filed.upstreamId;
  };

  test('a report is found by a mark that reads as the plate of a car', async () => {
    assert.equal(plates.length, 8);
    for (const marker of plates) {
      assert.deepEqual(await connector.lookUp('create', parcel(marker), {}, soon()), { result: 'absent' });
      const upstreamId = await file(marker);
      assert.deepEqual(await connector.lookUp('create', parcel(marker), {}, soon()), { result: 'found', upstreamId });
    }
  });

  test('a reply is found although its words are masked for the public, and does not come back as news', async () => {
    const text = 'Truk BA 1234 QX lewat lagi. Hubungi 081234567890.';
    assert.ok(isMasked(text));
    const upstreamId = await file(markerOf(new Uint8Array(32), 'sp4n', 'balasan', 0));
    const message: Message = {
      kind: 'reply',
      marker: 'zzzzghjkmnpqrstv',
      trackingId: '1000001',
      upstreamId,
      text,
      heard: {},
      confidential: false,
      owner: { id: 'sumbar', name: 'Sumatera Barat' },
      files: [],
    };
    assert.deepEqual(await connector.lookUpMessage(message, [], soon()), { result: 'absent' });
    assert.deepEqual(await connector.send(message, soon()), { result: 'done' });
    assert.deepEqual(await connector.lookUpMessage(message, [], soon()), { result: 'found' });
    let cursor = {};
    const news: string[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      const polled = await connector.poll(upstreamId, cursor, [message], soon());
      assert.ok(polled.result === 'told', JSON.stringify(polled));
      cursor = polled.cursor;
      news.push(...polled.news.flatMap(({ text: words }) => words ?? []));
    }
    assert.equal(news.length, 1, 'that it was received');
    assert.ok(!news.join().includes('Truk'));
  });
};

describeOnBoth('marks and words that are masked', define);
