import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TestGateway } from '../../both-databases.test.support.ts';
import type { DatabaseLocation } from '../../database/connect.ts';
import { deskCalls } from '../../desk/desk-calls.test.support.ts';
import { testKeys } from '../../test-gateway.test.support.ts';
import { describeOnBoth } from '../../both-databases.test.support.ts';
import { type NumberedKind, numberOf } from '../../v3/numbers.ts';
import {
  addCategory,
  addOffice,
  change,
  removeCategory,
  removeOffice,
  renameOffice,
} from './change-directory.test.support.ts';
import { openRegion, type Region } from './region-and-nation.test.support.ts';

/** The offices and categories that both sides know at first, and whose numbers stand in the region's settings. */
const offices = ['sumbar.perhubungan', 'sumbar.pangan', 'sumbar.taman', 'sumbar.kosong'];
const categories = ['halte', 'pasar', 'taman', 'kosong'];

const define = (location: () => Promise<DatabaseLocation>): void => {
  let region: Region;
  before(async () => {
    region = await openRegion(await location(), await location(), async (nation) => {
      const numbers = async (kind: NumberedKind, ids: readonly string[]) => {
        const found: Record<string, number> = {};
        for (const id of ids) found[id] = await numberOf(nation.gateway.engine.database, kind, id);
        return found;
      };
      for (const id of offices) await addOffice(nation, id, `Dinas ${id} di Pusat`);
      for (const id of categories) await addCategory(nation, id, `Kategori ${id}`);
      return {
        institutions: await numbers('institution', ['sumbar', ...offices]),
        categories: await numbers('category', categories),
        locations: await numbers('location', ['13']),
      };
    });
    for (const id of offices) await addOffice(region, id, `Dinas ${id}`);
    for (const id of categories) await addCategory(region, id, `Kategori ${id}`);
  });
  after(() => region?.close());

  const here = deskCalls(() => region);
  const there = deskCalls(() => region.nation);
  const submit = (targetInstitutionId: string, categoryId: string) => here.submit({ targetInstitutionId, categoryId });
  const numberThere = async (trackingId: string): Promise<string> => {
    const { delivery } = await region.read(trackingId);
    assert.equal(delivery?.state, 'delivered', JSON.stringify([delivery, await region.setAside()]));
    return delivery.upstreamId;
  };
  /** Who has it at the nation, under which category. */
  const placeThere = async (trackingId: string): Promise<[owner: string, category: string | undefined]> => {
    const { body } = await there.read(testKeys.admin, await numberThere(trackingId));
    return [body.owner.id, body.category?.id];
  };
  const unmapped = async (): Promise<string[]> => {
    const { body } = await region.call('GET', '/metrics', { key: null });
    return [...String(body).matchAll(/unmapped_total\{connector="sp4n",what="([^"]+)"\} (\d+)/g)].map(
      ([, what, count]) => `${what} ${count}`,
    );
  };
  /** Who has it there and what is said, as the region tells it. */
  const heard = async (trackingId: string): Promise<string[]> =>
    (await region.read(trackingId)).timeline
      .filter(({ actor }: { actor: { kind: string } }) => actor.kind === 'upstream')
      .map(({ summary }: { summary: string }) => summary);

  test('what is renamed before its turn goes where its id leads', async () => {
    const { trackingId } = await submit('sumbar.perhubungan', 'halte');
    await renameOffice(region, 'sumbar.perhubungan', 'Dinas Angkutan');
    await change(region, `update category set name = 'Tempat naik bus' where id = 'halte'`);
    await region.carry();
    assert.deepEqual(await placeThere(trackingId), ['sumbar.perhubungan', 'halte']);
    assert.deepEqual(await unmapped(), []);
  });

  test('what is new here and has no number there goes to the default, and operators are told', async () => {
    await addOffice(region, 'sumbar.baru', 'Dinas Baru');
    await addCategory(region, 'baru', 'Kategori baru');
    const { trackingId } = await submit('sumbar.baru', 'baru');
    await region.carry();
    const [owner] = await placeThere(trackingId);
    assert.equal(owner, 'sumbar', 'the coordinator there');
    assert.deepEqual(await unmapped(), ['category:baru 1', 'institution:sumbar.baru 1']);
    assert.deepEqual(
      region.told.filter(({ message }) => message.includes('no id')).map(({ facts }) => facts),
      [{ connector: 'sp4n', unmapped: ['category:baru', 'institution:sumbar.baru'] }],
    );
  });

  test('a category that is removed here before its turn goes up all the same, by its number or by the default', async () => {
    const mapped = await submit('sumbar.pangan', 'pasar');
    const strange = await submit('sumbar.baru', 'baru');
    for (const id of ['pasar', 'baru']) await removeCategory(region, id);
    await region.carry();
    assert.deepEqual(await placeThere(mapped.trackingId), ['sumbar.pangan', 'pasar']);
    assert.equal((await placeThere(strange.trackingId))[0], 'sumbar');
    assert.deepEqual(await unmapped(), ['category:baru 2', 'institution:sumbar.baru 2']);
  });

  test('an institution that has a report cannot be removed, neither here nor there', async () => {
    const { trackingId } = await submit('sumbar.taman', 'taman');
    await assert.rejects(removeOffice(region, 'sumbar.taman'), { code: '23503' });
    await region.carry();
    assert.deepEqual(await placeThere(trackingId), ['sumbar.taman', 'taman']);
    await assert.rejects(removeOffice(region.nation, 'sumbar.taman'), { code: '23503' });
  });

  test('what the nation has removed is with its coordinator, and who has it is told', async () => {
    const { trackingId } = await submit('sumbar.kosong', 'kosong');
    await removeOffice(region.nation, 'sumbar.kosong');
    await removeCategory(region.nation, 'kosong');
    await region.carry();
    assert.deepEqual(await placeThere(trackingId), ['sumbar', undefined]);
    await region.hear();
    assert.match((await heard(trackingId)).at(-1) ?? '', /Pemerintah Provinsi Sumatera Barat/);
  });

  test('a new office there, its new name and its end are heard between polls, each once and in order', async () => {
    const { trackingId, token } = await submit('sumbar.perhubungan', 'halte');
    await region.carry();
    const number = await numberThere(trackingId);
    const told: string[] = [];
    /** What is new since the last time, without the words around it. */
    const news = async (): Promise<string[]> => {
      await region.hear();
      const all = await heard(trackingId);
      const fresh = all.slice(told.length);
      told.push(...fresh);
      return fresh;
    };
    await news();
    await addOffice(region.nation, 'sumbar.jalan', 'Balai Jalan');
    await there.done(testKeys.admin, number, { type: 'verify' });
    await there.done(testKeys.admin, number, { type: 'dispose', to: 'sumbar.jalan' });
    assert.match((await news()).at(-1) ?? '', /ditangani oleh Balai Jalan\.$/);
    await renameOffice(region.nation, 'sumbar.jalan', 'Balai Jalan dan Jembatan');
    await removeCategory(region.nation, 'halte');
    assert.deepEqual(
      (await news()).map((line) => /oleh (.+)\.$/.exec(line)?.[1]),
      ['Balai Jalan dan Jembatan'],
    );
    assert.deepEqual(await news(), []);
    await there.done(testKeys.admin, number, { type: 'dispose', to: 'sumbar.perhubungan' });
    await removeOffice(region.nation, 'sumbar.jalan');
    assert.match((await news()).at(-1) ?? '', /oleh Dinas sumbar\.perhubungan di Pusat\.$/);
    assert.deepEqual(await news(), []);
    const reply = { message: 'Atap halte bocor juga.' };
    await region.call('POST', `/v1/reports/${trackingId}/replies`, { key: token, body: reply });
    await region.carry();
    await there.done(testKeys.admin, number, { type: 'respond', message: 'Halte sudah kami cat ulang.' });
    assert.equal((await news()).length, 1);
    const words = (await region.read(trackingId, token)).timeline.map(({ message }: { message?: string }) => message);
    assert.equal(words.filter((text: string) => text?.endsWith('Halte sudah kami cat ulang.')).length, 1);
    assert.equal(words.filter((text: string) => text?.includes('Atap halte')).length, 1);
    assert.equal((await region.read(trackingId)).status.code, 'followedUp');
  });

  test('nothing is put aside in the end, and all that was accepted is there', async () => {
    assert.deepEqual(await region.setAside(), []);
    const count = async ({ gateway }: Pick<TestGateway, 'gateway'>): Promise<number> =>
      (await gateway.engine.database.query<{ count: number }>('select count(*)::integer as count from report', []))[0]!
        .count;
    assert.equal(await count(region.nation), await count(region));
  });
};

describeOnBoth('master data that change underneath', define);
