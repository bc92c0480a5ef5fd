import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type LifecycleEvent, foldEvents } from '@lapor/schemas/lifecycle';
import { createGateway, type Gateway } from '../create-gateway.ts';
import { lookAfterDueReports } from '../clock-work/look-after-due-reports.ts';
import type { DatabaseLocation } from '../database/connect.ts';
import { eventHash, textDigest } from '../events/hash-chain.ts';
import { projectionOf } from '../events/projection.ts';
import { verifyReports } from '../events/verify-reports.ts';
import { findKey } from '../keys/authenticate.ts';
import { clockOf } from '../sites/site-clock.ts';
import { usePostgres } from '../shared-postgres.test.support.ts';
import { demoKeys } from './demo-keys.ts';
import { demoTokenOf } from './demo-rows.ts';
import { demoGovernments, demoInstitutions } from './governments/all.ts';
import { withDemoRetention } from './demo-retention.ts';
import { closeDemoKeys } from './close-demo-keys.ts';
import { loadDemo } from './load-demo.ts';
import { filledMemory } from '../database/filled-memory.test.support.ts';

const now = '2026-11-22T03:00:00Z';

const tables = [
  'institution',
  'category',
  'site',
  'access_key',
  'report',
  'report_event',
  'report_text',
  'report_support',
  'report_identity',
  'reply_template',
  'outbox',
  'gateway_setting',
] as const;

interface TablePicture {
  readonly table: string;
  readonly rows: number;
  readonly digest: string;
}

/** How many rows each table has, and a digest over all of them. */
const pictureOf = async ({ engine: { database } }: Gateway): Promise<TablePicture[]> => {
  const pictures: TablePicture[] = [];
  for (const table of tables) {
    const [found] = await database.query<Omit<TablePicture, 'table'>>(
      `select count(*)::int as rows, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${table} t`,
      [],
    );
    assert.ok(found);
    pictures.push({ table, ...found });
  }
  return pictures;
};

interface StoredReport {
  id: string;
  tracking_id: string;
  site_id: string;
  region_code: string;
  state: object;
  sequence: number;
  status: string;
  owner_id: string;
  support_count: number;
  escalation_level: number;
  updated_at: Date;
  closed_at: Date | null;
  next_due_at: Date | null;
  next_due_kind: string | null;
}

interface StoredEvent {
  report_id: string;
  event: LifecycleEvent;
  hash: Buffer;
  text_digest: Buffer | null;
}

const instant = (date: Date | null): string | null => date && `${date.toISOString().slice(0, 19)}Z`;

/** The same tests for each database; `newLocation` gives an empty one each time. */
const describeLoading = (name: string, newLocation: () => Promise<DatabaseLocation>): void => {
  void describe(`on ${name}`, () => {
    let gateway: Gateway;
    let firstLoad: boolean;

    const open = async (): Promise<Gateway> =>
      createGateway({
        database: await newLocation(),
        attachments: { memory: true },
        clock: { now: () => now },
        clockPolicy: withDemoRetention(),
      });
    const ask = (path: string, key: string) =>
      gateway.fetch(
        new Request(`http://localhost:1708${path}`, {
          headers: { authorization: `Bearer ${key}`, origin: 'http://localhost:8080' },
        }),
        { address: '127.0.0.1' },
      );

    before(async () => {
      gateway = await open();
      firstLoad = await loadDemo(gateway.engine);
    });
    after(() => gateway.close());

    test('a fresh database gets everything, and a second load changes nothing', async () => {
      assert.equal(firstLoad, true);
      const first = await pictureOf(gateway);
      const rows = new Map(first.map((each) => [each.table, each.rows]));
      assert.equal(rows.get('institution'), demoInstitutions.length);
      assert.equal(
        rows.get('report'),
        demoGovernments.reduce((sum, { reports }) => sum + reports.length, 0),
      );
      assert.equal(rows.get('access_key'), demoKeys.length);
      // Nobody reported, and nothing is still to be done: the demo sends no notice and forwards nothing.
      assert.equal(rows.get('report_identity'), 0);
      assert.equal(rows.get('outbox'), 0);

      assert.equal(await loadDemo(gateway.engine), false);
      assert.deepEqual(await pictureOf(gateway), first);
    });

    test('every chain verifies by its hashes, and every column is what the events amount to', async () => {
      const { database } = gateway.engine;
      const reports = await database.query<StoredReport>('select * from report order by id', []);
      const events = await database.query<StoredEvent>(
        'select report_id, event, hash, text_digest from report_event order by report_id, sequence',
        [],
      );
      const texts = new Map(
        (
          await database.query<{ id: string; text: string; salt: Buffer }>('select id, text, salt from report_text', [])
        ).map((row) => [row.id, row]),
      );
      const sites = await gateway.engine.sites.get();
      const used = new Set<string>();

      for (const report of reports) {
        const chain = events.filter((row) => row.report_id === report.id);
        let previous: Uint8Array | undefined;
        for (const { event, hash, text_digest: kept } of chain) {
          const text = event.textId === undefined ? undefined : texts.get(event.textId);
          assert.equal(text === undefined, event.textId === undefined, report.tracking_id);
          if (text) used.add(text.id);
          const digest = text && textDigest(text.text, text.salt);
          assert.deepEqual(kept, digest ?? null);
          previous = eventHash(previous, event, digest);
          assert.deepEqual(hash, previous, `${report.tracking_id}, event ${event.sequence}`);
        }
        const state = foldEvents(chain.map(({ event }) => event));
        assert.deepEqual(report.state, JSON.parse(JSON.stringify(state)));
        assert.deepEqual(
          {
            sequence: report.sequence,
            status: report.status,
            ownerId: report.owner_id,
            supportCount: report.support_count,
            escalationLevel: report.escalation_level,
            updatedAt: instant(report.updated_at),
            closedAt: instant(report.closed_at),
            nextDueAt: instant(report.next_due_at),
            nextDueKind: report.next_due_kind,
          },
          projectionOf(state, clockOf(sites.get(report.site_id), report.region_code)),
        );
      }
      assert.equal(used.size, texts.size);
    });

    test('`lapor-gateway verify` finds nothing to say', async () => {
      assert.deepEqual((await verifyReports(gateway.engine)).findings, []);
    });

    test('lists run by id, and ids grow with reception', async () => {
      const rows = await gateway.engine.database.query<{ received_at: Date }>(
        'select received_at from report order by id',
        [],
      );
      const times = rows.map(({ received_at }) => received_at.getTime());
      assert.deepEqual(
        times,
        times.toSorted((one, other) => one - other),
      );
    });

    test('the engine sees the demo at once: directory, sites and keys', async () => {
      const directory = await gateway.engine.directory.get();
      assert.equal(directory.nationalId, 'kemenpanrb');
      assert.equal(directory.coordinatorOf('tabanan.inspektorat'), 'tabanan');
      assert.equal(directory.coordinatorOf('kota-padang'), 'kota-padang');
      assert.ok(directory.isWithin('sumenep.kecamatan-raas', 'sumenep'));
      assert.equal((await gateway.engine.sites.get()).get('sulbar')?.timeZone, 'Asia/Makassar');

      const keys = await gateway.engine.keys.get();
      assert.equal(findKey(keys, 'pk_demo_kobar', now)?.siteId, 'kobar');
      const liaison = findKey(keys, 'sk_demo_sumbar_liaison', now);
      assert.deepEqual(
        [liaison?.kind, liaison?.institutionId, liaison?.role],
        ['secret', 'sumbar.dinas-bmcktr', 'liaisonOfficer'],
      );
      assert.equal(findKey(keys, 'sk_demo_national', now)?.role, 'nationalAdmin');
    });

    test('a page on port 8080 reads its site, and a demo report is followed by the token of its key', async () => {
      const site = await ask('/v1/site', 'pk_demo_tabanan');
      assert.equal(site.status, 200);
      assert.equal(((await site.json()) as { id: string }).id, 'tabanan');

      const [row] = await gateway.engine.database.query<{ tracking_id: string }>(
        `select tracking_id from report where title like 'Got di depan pertokoan%'`,
        [],
      );
      const report = await ask(`/v1/reports/${row?.tracking_id}`, demoTokenOf(row!.tracking_id, 'sulbar-wrong-door'));
      assert.equal(report.status, 200);
      const { hops, own } = (await report.json()) as { hops: { to: { id: string } }[]; own?: object };
      assert.deepEqual(
        hops.map(({ to }) => to.id),
        ['sulbar.dinas-perhubungan', 'mamuju'],
      );
      assert.ok(own);
    });

    test('Sumenep counts 42, 12, 31 and 43 reports by the calendar of its own zone', async () => {
      const rows = await gateway.engine.database.query<{ year: number; count: number }>(
        `select extract(year from received_at at time zone 'Asia/Jakarta')::int as year, count(*)::int as count from report where site_id = 'sumenep' group by 1 order by 1`,
        [],
      );
      assert.deepEqual(rows, [
        { year: 2020, count: 42 },
        { year: 2021, count: 12 },
        { year: 2022, count: 31 },
        { year: 2023, count: 43 },
      ]);
    });

    test('the clock looks after the demo’s reports, and takes none of them away', async () => {
      const { engine } = gateway;
      const [never] = await engine.database.query(`select count(*)::int as reports from report where clock_at is null`);
      assert.deepEqual(never, { reports: 0 });
      const countDeeds = async (): Promise<number> =>
        (
          await engine.database.query(
            `select from report_event where event ->> 'type' in ('reminded', 'escalated', 'closureAnnounced') and event ->> 'at' = $1`,
            [now],
          )
        ).length;
      assert.equal(await countDeeds(), 0);
      const run = { onError: (error: unknown) => assert.fail(String(error)), signal: new AbortController().signal };
      assert.ok((await lookAfterDueReports(engine, now, run)) > 0);
      assert.ok((await countDeeds()) > 0);
      assert.equal(await lookAfterDueReports(engine, now, run), 0);

      const [erased] = await engine.database.query(
        `select count(*)::int as reports from report where erased_at is not null or content = ''`,
      );
      assert.deepEqual(erased, { reports: 0 });
      assert.deepEqual((await verifyReports(engine)).findings, []);
    });

    test('without `--demo` the keys are closed, and the next load opens them again', async () => {
      await closeDemoKeys(gateway.engine);
      assert.equal(findKey(await gateway.engine.keys.get(), 'sk_demo_national', now), undefined);
      await loadDemo(gateway.engine);
      assert.equal(findKey(await gateway.engine.keys.get(), 'sk_demo_national', now)?.role, 'nationalAdmin');
    });

    test('a database with institutions of its own is left alone, and two that load an empty one at once load it once', async () => {
      const other = await open();
      const { database } = other.engine;
      await database.query(
        `insert into institution (id, name, kind, path) values ('kota', 'Pemerintah Kota', 'regency', '{kota}')`,
        [],
      );
      await assert.rejects(loadDemo(other.engine), /`--demo` needs an empty database/);
      assert.deepEqual(await database.query('select count(*)::int as keys from access_key', []), [{ keys: 0 }]);

      await database.query('delete from institution', []);
      const loads = await Promise.all([loadDemo(other.engine), loadDemo(other.engine)]);
      assert.equal(loads.filter(Boolean).length, 1);
      await other.close();
    });
  });
};

describeLoading('PGlite', filledMemory);

describe('with a server', () => {
  let postgres: Awaited<ReturnType<typeof usePostgres>>;
  before(async () => void (postgres = await usePostgres()));
  after(() => postgres.end());
  describeLoading('PostgreSQL', async () => ({ url: await postgres.newDatabase() }));
});
