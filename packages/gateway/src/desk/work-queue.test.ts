import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeskRole } from '@lapor/schemas';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { type ReportRow, reportColumns } from '../reports/report-row.ts';
import { testKeys } from '../test-gateway.test.support.ts';
import { deskCalls } from './desk-calls.test.support.ts';
import { maySee } from './desk-context.ts';

const officers: readonly { readonly key: string; readonly institutionId: string; readonly role: DeskRole }[] = [
  { key: testKeys.national, institutionId: 'nasional', role: 'nationalAdmin' },
  { key: testKeys.admin, institutionId: 'sumbar', role: 'institutionAdmin' },
  { key: testKeys.liaison, institutionId: 'sumbar.bmckt', role: 'liaisonOfficer' },
  { key: testKeys.otherLiaison, institutionId: 'sumbar.sosial', role: 'liaisonOfficer' },
  { key: testKeys.padangAdmin, institutionId: 'padang', role: 'institutionAdmin' },
];

type Row = ReportRow & { readonly next_due_at: Date | null; readonly next_due_kind: string | null };

const now = '2026-03-25T05:00:00Z';
const due = (row: Row): number => row.next_due_at?.getTime() ?? Infinity;
const newestFirst = (one: Row, other: Row): number =>
  other.received_at.getTime() - one.received_at.getTime() || Number(other.id) - Number(one.id);
/** What is due first comes first; what has no deadline follows, the newest first. */
const byDeadline = (one: Row, other: Row): number => {
  if (due(one) !== due(other)) return due(one) < due(other) ? -1 : 1;
  return due(one) === Infinity ? newestFirst(one, other) : Number(one.id) - Number(other.id);
};

onBothDatabases('the work queue', (opened) => {
  const { submit, done, list } = deskCalls(opened);

  /** Reports of every kind, received over three weeks: left alone, passed on, answered, closed, given back. */
  const fill = async (): Promise<void> => {
    const { clock } = opened();
    const { admin, liaison, otherLiaison, national, padangAdmin, padangSite, site } = testKeys;
    for (let index = 0; index < 48; index += 1) {
      clock.set(`2026-03-${String(2 + (index % 20)).padStart(2, '0')}T0${index % 10}:00:00Z`);
      const { trackingId, token } = await submit(
        {
          title: `Laporan ${index} ${index % 5 === 0 ? 'tanggul' : 'lampu'}`,
          classification: index % 4 === 0 ? 'aspiration' : 'complaint',
          ...(index % 6 === 0 && { categoryId: 'infrastruktur' }),
          ...(index % 6 === 1 && { categoryId: 'lampu-jalan', answers: { 'nomor-tiang': 'PJU-1' } }),
          ...(index % 3 === 0 && { targetInstitutionId: 'sumbar.bmckt' }),
          incident: { date: '2026-03-01', place: { regionCode: index % 2 === 0 ? '13.71' : '13.75' } },
          confidential: index % 7 === 0,
        },
        index % 8 === 7 ? padangSite : site,
      );
      const coordinator = index % 8 === 7 ? padangAdmin : admin;
      const owner = index % 8 === 7 ? national : index % 3 === 0 ? liaison : admin;
      switch (index % 9) {
        case 1:
          await done(coordinator, trackingId, { type: 'verify' });
          break;
        case 2:
          await done(national, trackingId, { type: 'dispose', to: 'sumbar.sosial' });
          break;
        case 3:
          await done(national, trackingId, { type: 'dispose', to: 'sumbar.sosial' });
          await done(otherLiaison, trackingId, { type: 'respond', message: 'Sudah.' });
          break;
        case 4:
          await done(national, trackingId, { type: 'dispose', to: 'sumbar.sosial' });
          await done(otherLiaison, trackingId, { type: 'respond', message: 'Sudah.' });
          await opened().call('POST', `/v1/reports/${trackingId}/confirmation`, { key: token, body: { rating: 4 } });
          break;
        case 5:
          await done(national, trackingId, { type: 'archive', reasonCode: 'notClear', reason: 'Tidak jelas.' });
          break;
        case 6:
          await done(owner, trackingId, { type: 'returnAsOutsideAuthority', reason: 'Bukan kami.', to: 'padang.pupr' });
          break;
        case 7:
          await done(owner, trackingId, { type: 'postpone', reasonCode: 'awaitingOthers', reason: 'Menunggu.' });
          break;
      }
    }
    clock.set(now);
  };

  const rows = (): Promise<Row[]> =>
    opened().gateway.engine.database.query<Row>(`select ${reportColumns}, next_due_at, next_due_kind from report`, []);

  /** A whole list, page by page. */
  const walk = async (key: string, query: string, limit: number): Promise<string[]> => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const answer = await list(key, `${query}&limit=${limit}${cursor && `&cursor=${cursor}`}`);
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      seen.push(...answer.body.items.map((item: { trackingId: string }) => item.trackingId));
      cursor = answer.body.nextCursor;
    }
    return seen;
  };

  test('holds in every view, order and filter exactly what it should, page by page', async () => {
    await fill();
    const directory = await opened().gateway.engine.directory.get();
    const all = await rows();
    const isUnassigned = (row: Row) =>
      row.next_due_at !== null &&
      row.state.ownerId === row.state.coordinatorId &&
      (row.next_due_kind === 'verification' || ['unverified', 'verified'].includes(row.state.status));
    const filters: readonly (readonly [string, (row: Row) => boolean])[] = [
      ['', () => true],
      ['status=postponed', (row) => row.state.status === 'postponed'],
      ['status=archived', (row) => row.state.status === 'archived'],
      ['classification=aspiration', (row) => row.classification === 'aspiration'],
      ['category=infrastruktur', (row) => row.category_id !== null],
      ['category=lampu-jalan', (row) => row.category_id === 'lampu-jalan'],
      ['region=13.75', (row) => row.region_code === '13.75'],
      ['region=13', () => true],
      ['institution=sumbar', (row) => directory.isWithin(row.state.ownerId, 'sumbar')],
      ['institution=padang', (row) => directory.isWithin(row.state.ownerId, 'padang')],
      ['institution=sumbar.sosial', (row) => row.state.ownerId === 'sumbar.sosial'],
      ['q=tanggul', (row) => row.title.includes('tanggul')],
      ['q=tidakada', () => false],
      [
        'from=2026-03-05&until=2026-03-06',
        (row) =>
          row.received_at >= new Date('2026-03-04T17:00:00Z') && row.received_at < new Date('2026-03-06T17:00:00Z'),
      ],
    ];
    let compared = 0;
    for (const { key, institutionId, role } of officers) {
      const isOwn = (id: string) => role === 'nationalAdmin' || directory.isWithin(id, institutionId);
      const views: Record<string, (row: Row) => boolean> = {
        all: () => true,
        mine: (row) => row.state.ownerId === institutionId,
        overdue: (row) =>
          due(row) <= Date.parse(now) && row.next_due_kind !== 'reporterResponse' && isOwn(row.state.ownerId),
        unassigned: (row) => isUnassigned(row) && isOwn(row.state.coordinatorId),
        closed: (row) => ['completed', 'archived'].includes(row.state.status),
      };
      for (const [view, isInView] of Object.entries(views)) {
        for (const [filter, passes] of view === 'all' || view === 'overdue' ? filters : filters.slice(0, 9)) {
          for (const order of ['deadline', 'received']) {
            const wanted = all.filter(
              (row) =>
                maySee(row, { kind: 'desk', keyId: '', institutionId, role }, directory) &&
                isInView(row) &&
                passes(row),
            );
            const expected = wanted.sort(order === 'deadline' ? byDeadline : newestFirst).map((row) => row.tracking_id);
            assert.deepEqual(
              await walk(key, `view=${view}&order=${order}&${filter}`, 7),
              expected,
              `${key} ${view} ${order} ${filter}`,
            );
            compared += expected.length;
          }
        }
      }
    }
    assert.ok(compared > 2_000, `${compared} lines compared`);
  });

  test('tells of each report what its lines are for', async () => {
    const { body } = await list(testKeys.admin, 'view=overdue');
    const [first] = body.items;
    assert.equal(first.overdue, true);
    assert.equal(first.nextDeadline.state, 'missed');
    const answered = (await list(testKeys.admin, 'status=followedUp')).body.items[0];
    assert.deepEqual([answered.nextDeadline.kind, answered.overdue], ['reporterResponse', false]);
    const returned = (await list(testKeys.national, 'institution=padang.pupr')).body.items[0];
    assert.equal(returned.returnCount, 1);
  });

  test('finds a report by its number', async () => {
    const [row] = await rows();
    for (const q of [row!.tracking_id, encodeURIComponent(`#${row!.tracking_id}`)]) {
      assert.deepEqual(await walk(testKeys.national, `q=${q}`, 20), [row!.tracking_id]);
    }
  });

  test('refuses a cursor of another list', async () => {
    const { nextCursor } = (await list(testKeys.admin, 'limit=3')).body;
    assert.equal((await list(testKeys.admin, `limit=3&cursor=${nextCursor}`)).status, 200);
    assert.equal((await list(testKeys.admin, `limit=3&view=mine&cursor=${nextCursor}`)).body.code, 'cursorInvalid');
    assert.equal((await list(testKeys.liaison, `limit=3&cursor=${nextCursor}`)).body.code, 'cursorInvalid');
    assert.equal((await list(testKeys.admin, 'cursor=abc')).body.code, 'cursorInvalid');
    const longest = encodeURIComponent('大'.repeat(100));
    assert.equal((await list(testKeys.admin, `q=${longest}`)).status, 200);
  });

  test('knows of each report exactly the institutions that may see it', async () => {
    const { database, directory } = opened().gateway.engine;
    const { institutions, isWithin } = await directory.get();
    const kept = await database.query<{ tracking_id: string; viewers: string[]; stale: boolean }>(
      `select tracking_id, array_agg(institution_id order by institution_id) as viewers,
         bool_or(viewed.next_due_at is distinct from report.next_due_at or viewed.received_at <> report.received_at
           or viewed.elsewhere_id is distinct from case when viewed.institution_id = any (owner.path) then null else owner_id end) as stale
       from report join report_institution as viewed on viewed.report_id = report.id join institution as owner on owner.id = owner_id group by tracking_id`,
      [],
    );
    const viewers = new Map(kept.map((row) => [row.tracking_id, row]));
    for (const row of await rows()) {
      const had = [row.state.coordinatorId, ...row.state.hops.map((hop) => hop.to)];
      const expected = [...institutions.keys()].filter((id) => had.some((one) => isWithin(one, id))).sort();
      assert.deepEqual(viewers.get(row.tracking_id)?.viewers, expected);
      assert.equal(viewers.get(row.tracking_id)?.stale, false);
    }
    const [row] = await rows();
    await database.query('delete from report where id = $1', [row!.id]);
    assert.deepEqual(
      await database.query('select institution_id from report_institution where report_id = $1', [row!.id]),
      [],
    );
  });
});
