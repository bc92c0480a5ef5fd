import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { createConditions } from './list-reports.ts';
import { withinRegion } from './within-region.ts';

onBothDatabases('within a region', (opened) => {
  test('lies the region itself and all below it, and nothing that only begins alike', async () => {
    const { database } = opened().gateway.engine;
    const codes = ['1', '13', '13.7', '13.71', '13.72', '13.71.01', '13.71.01.1001', '13.71.02.1001', '31.71', null];
    const found = async (region: string): Promise<(string | null)[]> => {
      const rows = await database.query<{ code: string }>(
        `select code from unnest($2::text[]) as known(code) where ${withinRegion('code', region, '$1')}`,
        [region, codes],
      );
      return rows.map((row) => row.code);
    };
    assert.deepEqual(await found('13'), codes.slice(1, 8));
    assert.deepEqual(await found('13.71'), ['13.71', '13.71.01', '13.71.01.1001', '13.71.02.1001']);
    assert.deepEqual(await found('13.71.01'), ['13.71.01', '13.71.01.1001']);
    assert.deepEqual(await found('13.71.01.1001'), ['13.71.01.1001']);
    assert.deepEqual(await found('92'), []);
  });

  test('a list asks by an index, whatever the level', async () => {
    const { database } = opened().gateway.engine;
    const planFor = (region: string): Promise<string> =>
      database.transaction(async (transaction) => {
        const conditions = createConditions();
        conditions.add(withinRegion('report.region_code', region, '?'), region);
        await transaction.query('set local enable_seqscan = off');
        const plan = await transaction.query(
          `explain select count(*) from report where not confidential and ${conditions.texts[0]}`,
          conditions.values,
        );
        return JSON.stringify(plan);
      });
    assert.match(await planFor('13'), /report_public_province/);
    for (const region of ['13.71', '13.71.01', '13.71.01.1001'])
      assert.match(await planFor(region), /report_public_regency/, region);
  });
});
