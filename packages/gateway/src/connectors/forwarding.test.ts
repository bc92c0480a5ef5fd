import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifyReports } from '../events/verify-reports.ts';
import { sampleReport, testKeys } from '../test-gateway.test.support.ts';
import { describeForwarding, failedTasks } from './forwarding-world.test.support.ts';
import type { Mishap } from './stateful-upstream.test.support.ts';

describeForwarding('forwarding', (world) => {
  const { upstream, gateway, told, desk, run, query, read } = world;
  const pollNow = async () => {
    await query('update forwarding set next_poll_at = now()', []);
    await run();
  };
  const complaintOf = ({ delivery }: { delivery: { upstreamId: string } }) =>
    upstream().complaints.find(({ id }) => String(id) === delivery.upstreamId)!;

  test('a report goes up once, and tells its number there', async () => {
    const { trackingId } = await desk.submit();
    await run();
    await run();
    const report = await read(trackingId);
    assert.equal(report.delivery.state, 'delivered');
    assert.equal(report.delivery.connector, 'sp4n');
    assert.equal(complaintOf(report).title, sampleReport().title);
    assert.deepEqual(
      report.timeline.map(({ type }: { type: string }) => type),
      ['received', 'deliveryQueued', 'delivered'],
    );
    assert.match(report.timeline[2].summary, /^Laporan sampai di SP4N-LAPOR! dengan nomor \d+\.$/);
    assert.equal(upstream().complaints.filter(({ id }) => String(id) === report.delivery.upstreamId).length, 1);
  });

  test('what the desk keeps stays here, and what is passed on to an institution with a door out goes up then', async () => {
    const kept = await desk.submit({ targetInstitutionId: 'sumbar.sosial' });
    const elsewhere = await desk.submit({}, testKeys.padangSite);
    await run();
    assert.equal((await read(kept.trackingId)).delivery, undefined);
    assert.equal((await read(elsewhere.trackingId, testKeys.padangSite)).delivery, undefined);
    await desk.done(testKeys.admin, kept.trackingId, { type: 'dispose', to: 'sumbar.bmckt' });
    await run();
    assert.equal((await read(kept.trackingId)).delivery.state, 'delivered');
  });

  test('status and words come back once, each in its order, with who has the report there', async () => {
    const { trackingId } = await desk.submit();
    await run();
    const complaint = complaintOf(await read(trackingId));
    upstream().answer(complaint, '<b>Kami cek</b> besok.', 'Diproses');
    upstream().answer(complaint, 'Sudah kami perbaiki.', 'Ditindaklanjuti oleh Instansi');
    await pollNow();
    await pollNow();
    const report = await read(trackingId);
    assert.equal(report.status.code, 'followedUp');
    assert.equal(report.status.rawLabel, 'Ditindaklanjuti oleh Instansi');
    assert.deepEqual(
      report.timeline
        .slice(3)
        .map(({ message, status }: { message?: string; status: { code: string } }) => [status.code, message]),
      [
        ['inProgress', 'Dinas PU Nasional: Kami cek besok.'],
        ['followedUp', 'Dinas PU Nasional: Sudah kami perbaiki.'],
      ],
    );
    assert.match(report.timeline[4].summary, /dan ditangani oleh Dinas PU Nasional\.$/);
    assert.equal(
      report.deadlines.some(({ kind }: { kind: string }) => kind === 'reporterResponse'),
      true,
    );
  });

  test('the reporter’s words go up in their order, and do not come back as news', async () => {
    const { trackingId, token } = await desk.submit();
    const reply = (message: string) =>
      gateway().call('POST', `/v1/reports/${trackingId}/replies`, { key: token, body: { message } });
    await reply('Masih gelap.');
    await run();
    const complaint = complaintOf(await read(trackingId));
    upstream().answer(complaint, 'Sudah menyala.', 'Ditindaklanjuti oleh Instansi');
    await pollNow();
    await reply('Masih gelap.');
    const confirmed = await gateway().call('POST', `/v1/reports/${trackingId}/confirmation`, {
      key: token,
      body: { rating: 4 },
    });
    assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body));
    await run();
    await pollNow();
    await pollNow();
    assert.deepEqual(
      complaint.followUps.map(({ content }) => content),
      [
        'Masih gelap.',
        'Sudah menyala.',
        'Masih gelap.',
        'Pelapor menyatakan masalahnya sudah beres dan memberi nilai 4 dari 5.',
      ],
    );
    const { timeline } = await read(trackingId, token);
    const heard = timeline.filter(
      ({ actor, message }: { actor: { kind: string }; message?: string }) => actor.kind === 'upstream' && message,
    );
    assert.deepEqual(
      heard.map(({ message }: { message: string }) => message),
      ['Dinas PU Nasional: Sudah menyala.'],
    );
  });

  const afterSuccess: readonly Mishap[] = ['errorAfter', 'silenceAfter', 'garbageAfter', 'breakAfter', 'refusedAfter'];
  for (const mishap of [...afterSuccess, 'errorBefore'] as const) {
    test(`a report and a reply of which ${mishap} hides the end are there once`, async () => {
      let left = 2;
      // Files that are refused are: they may be sent again, and nobody looks for them.
      const meets = ({ method, path }: { method: string; path: string }): boolean =>
        method === 'POST' && !(mishap === 'refusedAfter' && path.endsWith('/file'));
      upstream().befall((call) => (meets(call) && (left -= 1) >= 0 ? mishap : 'none'));
      const attachment = await desk.upload(testKeys.site);
      await query(`update upload set key_id = 'key:test_sumbar' where id = $1`, [attachment]);
      const { trackingId, token } = await desk.submit({ attachments: [attachment] });
      for (let turn = 0; turn < 4; turn += 1) await run();
      const report = await read(trackingId);
      assert.equal(report.delivery.state, 'delivered', JSON.stringify(await failedTasks(world)));
      const { tag } = complaintOf(report);
      assert.equal(upstream().complaints.filter((other) => other.tag === tag).length, 1);
      left = 1;
      await gateway().call('POST', `/v1/reports/${trackingId}/replies`, {
        key: token,
        body: { message: 'Terima kasih.' },
      });
      for (let turn = 0; turn < 4; turn += 1) await run();
      assert.deepEqual(
        complaintOf(report).followUps.map(({ content }) => content),
        ['Terima kasih.'],
      );
    });
  }

  test('what has no id there is counted, and what settings name without need is told', async () => {
    await desk.submit({ categoryId: 'infrastruktur' });
    await run();
    const { body } = await gateway().call('GET', '/metrics', { key: null });
    assert.match(body, /lapor_forwarding_unmapped_total\{connector="sp4n",what="category:infrastruktur"\} 1/);
    assert.deepEqual(
      told.filter(({ message }) => message.startsWith('settings name')).map(({ facts }) => facts),
      [{ connector: 'sp4n', ids: ['sumbar.gone'] }],
    );
  });

  test('a report that was withdrawn before its turn does not go up', async () => {
    const { trackingId, token } = await desk.submit();
    const { length } = upstream().complaints;
    await gateway().call('POST', `/v1/reports/${trackingId}/withdrawal`, { key: token, body: {} });
    await run();
    await run();
    assert.equal(upstream().complaints.length, length);
  });

  test('the chains of all that was forwarded are whole, and /metrics counts the calls without a word of theirs', async () => {
    assert.deepEqual((await verifyReports(gateway().gateway.engine)).findings, []);
    const { body } = await gateway().call('GET', '/metrics', { key: null });
    assert.match(body, /lapor_forwarding_calls_total\{connector="sp4n",call="step",result="done"\} \d+/);
    assert.match(body, /lapor_forwarding_circuit_open\{connector="sp4n"\} 0/);
  });
});
