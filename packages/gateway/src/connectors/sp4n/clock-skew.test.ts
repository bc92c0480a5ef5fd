import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Instant } from '@lapor/schemas';
import type { DatabaseLocation } from '../../database/connect.ts';
import { deskCalls } from '../../desk/desk-calls.test.support.ts';
import { testKeys } from '../../test-gateway.test.support.ts';
import { describeOnBoth } from '../../both-databases.test.support.ts';
import { openRegion, type Region } from './region-and-nation.test.support.ts';

const [hour, day] = [3_600, 86_400];
/** Half an hour after midnight in the region: a clock that is an hour behind shows the day before. */
const began = Date.parse('2026-03-09T17:30:00Z');

/** What a story left behind, as the region and the nation tell it. */
interface Told {
  readonly timeline: readonly { type: string; at: Instant; status: string; message: string | undefined }[];
  readonly deadlines: readonly object[];
  readonly atNation: readonly string[];
  readonly state: string;
}

const words = {
  started: 'Tim ke lokasi hari Kamis.',
  still: 'Papannya masih lepas.',
  repaired: 'Papan sudah kami ganti.',
  again: 'Dua papan terlewat.',
  finished: 'Kedua papan sudah kami pasang.',
};

/** A report's whole way, an hour from one thing to the next on both clocks. @param ahead seconds of the region before the nation. */
const tellStory = async (region: Region, ahead: number): Promise<Told> => {
  let hours = 0;
  const tick = (): void => {
    const moment = began + 1000 * hour * hours;
    hours += 1;
    region.clock.set(`${new Date(moment).toISOString().slice(0, 19)}Z`);
    region.nation.clock.set(`${new Date(moment - 1000 * ahead).toISOString().slice(0, 19)}Z`);
  };
  const here = deskCalls(() => region);
  const there = deskCalls(() => region.nation);
  tick();
  // What happened today: the nation's calendar may not have come to this day.
  const { trackingId, token } = await here.submit({ incident: { date: '2026-03-10', place: { regionCode: '13.71' } } });
  const say = async (path: string, body: object): Promise<void> => {
    const { status } = await region.call('POST', `/v1/reports/${trackingId}/${path}`, { key: token, body });
    assert.ok(status < 300, `${path}: ${status}`);
    await region.carry();
  };
  await region.carry();
  const sent = await region.read(trackingId);
  assert.equal(sent.delivery.state, 'delivered', JSON.stringify(await region.setAside()));
  const number: string = sent.delivery.upstreamId;
  const act = async (key: string, action: object): Promise<void> => {
    tick();
    await there.done(key, number, action);
  };
  await region.hear();
  await act(testKeys.admin, { type: 'verify', supervision: 'nonSupervisory' });
  await act(testKeys.admin, { type: 'dispose', to: 'sumbar.bmckt' });
  await region.hear();
  await act(testKeys.liaison, { type: 'startFollowUp', plan: words.started });
  await region.hear();
  tick();
  await say('replies', { message: words.still });
  await act(testKeys.liaison, { type: 'respond', message: words.repaired });
  await region.hear();
  tick();
  await say('dispute', { reason: words.again });
  await act(testKeys.liaison, { type: 'respond', message: words.finished });
  await region.hear();
  tick();
  await say('confirmation', { rating: 5 });
  await region.hear();
  await region.hear();
  const report = await region.read(trackingId, token);
  const national = await there.read(testKeys.admin, number);
  return {
    timeline: report.timeline.map(
      ({ type, at, status, message }: { type: string; at: Instant; status: { code: string }; message?: string }) => ({
        type,
        at,
        status: status.code,
        message,
      }),
    ),
    deadlines: report.deadlines,
    state: report.status.code,
    atNation: national.body.timeline
      .filter(({ actor }: { actor: { kind: string } }) => actor.kind === 'reporter')
      .map(({ type, message }: { type: string; message?: string }) => `${type} ${message ?? ''}`.trim()),
  };
};

const define = (location: () => Promise<DatabaseLocation>): void => {
  let region: Region;
  let even: Told;
  before(async () => {
    region = await openRegion(await location(), await location());
    even = await tellStory(region, 0);
  });
  after(() => region?.close());

  test('with clocks that agree everything is told once and in order', () => {
    const heard = even.timeline.flatMap(({ message }) => message ?? []);
    assert.equal(new Set(heard).size, heard.length);
    const office = 'Dinas Bina Marga, Cipta Karya, dan Tata Ruang: ';
    assert.deepEqual(heard, [
      'Laporan diterima dan ada pada Pemerintah Provinsi Sumatera Barat.',
      'Laporan diverifikasi oleh Pemerintah Provinsi Sumatera Barat.',
      'Laporan didisposisi dari Pemerintah Provinsi Sumatera Barat ke Dinas Bina Marga, Cipta Karya, dan Tata Ruang.',
      `${office}${words.started}`,
      words.still,
      `${office}${words.repaired}`,
      words.again,
      `${office}${words.finished}`,
    ]);
    assert.ok(even.deadlines.length > 0);
    assert.equal(even.atNation.filter((line) => line.includes(words.still)).length, 1);
    assert.equal(even.atNation.filter((line) => line.includes(words.again)).length, 1);
  });

  for (const [what, ahead] of [
    ['an hour before', hour],
    ['an hour behind', -hour],
    ['a day before', day],
    ['a day behind', -day],
  ] as const) {
    test(`a region whose clock is ${what} the nation’s tells the same, at the same moments, with the same deadlines`, async () => {
      const told = await tellStory(region, ahead);
      assert.deepEqual(told, even);
      assert.deepEqual(await region.setAside(), []);
    });
  }
};

describeOnBoth('clocks that do not agree', define);
