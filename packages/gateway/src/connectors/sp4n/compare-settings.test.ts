import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as fc from 'fast-check';
import type { DatabaseLocation } from '../../database/connect.ts';
import { testKeys } from '../../test-gateway.test.support.ts';
import { describeOnBoth } from '../../both-databases.test.support.ts';
import { numberOf } from '../../v3/numbers.ts';
import { createForwardingFigures } from '../forwarding-figures.ts';
import { listFindings } from '../setting-findings.ts';
import { createSettingsWatch } from '../watch-settings.ts';
import { sampleSettings, startCannedUpstream } from './canned-upstream.test.support.ts';
import { addCategory, addOffice, removeCategory, removeOffice } from './change-directory.test.support.ts';
import { openRegion, type Region } from './region-and-nation.test.support.ts';
import { createSp4nConnector } from './sp4n-connector.ts';

const hours = (count: number): number => count * 3_600_000;

const define = (location: () => Promise<DatabaseLocation>): void => {
  let region: Region;
  let look: (at: number) => Promise<void>;
  before(async () => {
    region = await openRegion(await location(), await location(), async (nation) => {
      const { database } = nation.gateway.engine;
      await addOffice(nation, 'sumbar.pangan', 'Dinas Pangan');
      await addCategory(nation, 'pasar', 'Pasar');
      return {
        institutions: { 'sumbar.pangan': await numberOf(database, 'institution', 'sumbar.pangan') },
        categories: { pasar: await numberOf(database, 'category', 'pasar') },
        locations: { '13.71': await numberOf(database, 'location', '13.71'), '13.71.04': 1 },
      };
    });
    const { engine } = region.gateway;
    let at = 0;
    const figures = createForwardingFigures(() => new Map());
    const watch = createSettingsWatch(engine, { connectors: region.connectors, patience: 10, figures }, () => at);
    look = async (moment) => {
      at = moment;
      await watch.look();
    };
  });
  after(() => region?.close());

  const told = () => region.told.map(({ message }) => message).filter((message) => message.includes('`sp4n.'));
  const settingsAtDesk = async (): Promise<string[] | undefined> => {
    const { body } = await region.call('GET', '/v1/desk/forwarding', { key: testKeys.admin });
    return body.settings?.map(({ setting }: { setting: string }) => setting);
  };

  test('settings whose numbers the nation knows are nothing to tell', async () => {
    await region.carry();
    await look(1);
    assert.deepEqual(await listFindings(region.gateway.engine.database), []);
    assert.equal(await settingsAtDesk(), undefined);
  });

  test('what the nation has removed since is told in the journal once, and at the desk until it is mended', async () => {
    await removeOffice(region.nation, 'sumbar.pangan');
    await removeCategory(region.nation, 'pasar');
    await look(hours(5));
    assert.equal(await settingsAtDesk(), undefined, 'it is not time yet');
    await look(hours(7));
    await look(hours(14));
    assert.deepEqual(await settingsAtDesk(), ['sp4n.categories.pasar', 'sp4n.institutions.sumbar.pangan']);
    const messages = told();
    assert.equal(messages.length, 2);
    assert.match(
      messages[0]!,
      /^lapor-gateway: `sp4n\.categories\.pasar` is \d+, which is not in the list \/masters\/categories of the other system, or not any more\. Look it up there, mend the setting, and start the gateway again\.$/,
    );
    await addCategory(region.nation, 'pasar', 'Pasar');
    await look(hours(21));
    assert.deepEqual(await settingsAtDesk(), ['sp4n.institutions.sumbar.pangan']);
  });

  test('while the nation is away, what was found stays, and it is asked again soon', async () => {
    await region.nation.close();
    await look(hours(28));
    assert.deepEqual(await settingsAtDesk(), ['sp4n.institutions.sumbar.pangan']);
  });
};

describeOnBoth('settings beside the nation’s master data', define);

describe('a comparison of settings', () => {
  let lists: Record<string, number[]> = {};
  let upstream: Awaited<ReturnType<typeof startCannedUpstream>>;
  const pageSize = 3;
  before(async () => {
    upstream = await startCannedUpstream(({ path }) => {
      const { pathname, searchParams } = new URL(path, 'http://localhost');
      const all = lists[pathname.split('/masters/')[1] ?? ''];
      if (all === undefined) return { status: 404, body: {} };
      const page = Number(searchParams.get('page'));
      const data = all
        .slice((page - 1) * pageSize, page * pageSize)
        .map((id) => ({ id: id % 2 === 0 ? id : String(id) }));
      const next = all.length > page * pageSize ? `http://elsewhere/?page=${page + 1}` : null;
      return { status: 200, body: { results: { data, next_page_url: next } } };
    });
  });
  after(() => upstream?.close());

  const compare = async (change: object) => {
    const connector = createSp4nConnector(sampleSettings({ baseUrl: upstream.baseUrl, ...change }));
    try {
      return await connector.checkSettings!(AbortSignal.timeout(10_000));
    } finally {
      await connector.close();
    }
  };

  test('finds exactly the numbers that are on no page of their list', async () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 12 });
    const check = async (named: readonly number[], listed: number[]): Promise<void> => {
      lists = { categories: listed };
      const categories = Object.fromEntries(named.map((id) => [`c${id}`, id]));
      const checked = await compare({ categories, otherCategoryId: listed[0] });
      assert.ok(checked.result === 'checked', JSON.stringify(checked));
      assert.deepEqual(
        checked.findings.map(({ setting }) => setting).toSorted(),
        named
          .filter((id) => !listed.includes(id))
          .map((id) => `sp4n.categories.c${id}`)
          .toSorted(),
      );
    };
    await fc.assert(fc.asyncProperty(numbers, numbers, check), { numRuns: 60 });
  });

  test('says nothing of lists that cannot be read or are empty, nor of places below a regency', async () => {
    lists = { categories: [], locations: [34, 113, 1371] };
    assert.deepEqual(await compare({ locations: { '13': 113, '13.71': 1371, '13.71.04': 5 } }), {
      result: 'checked',
      findings: [],
    });
    lists = {};
    const nobody = await compare({});
    assert.equal(nobody.result, 'away');
    assert.doesNotMatch(JSON.stringify(nobody), /rahasia/);
  });
});
