import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { photoWithPlace } from '../attachments/attachments.test.support.ts';
import { sampleReport, testKeys } from '../test-gateway.test.support.ts';
import { createVisitor, faultAt } from './visitor.test.support.ts';

onBothDatabases('the page of a report', (opened) => {
  const visitor = createVisitor(() => opened().gateway);
  const desk = (number: string, action: object, key: string = testKeys.admin) =>
    opened().call('POST', `/v1/desk/reports/${number}/actions`, { key, body: action });
  const file = async (change: object = {}): Promise<{ trackingId: string; token: string; followUrl: string }> =>
    (await opened().call('POST', '/v1/reports', { body: sampleReport(change) })).body;
  const answered = async () => {
    const receipt = await file();
    await desk(receipt.trackingId, { type: 'verify' });
    await desk(receipt.trackingId, { type: 'dispose', to: 'sumbar.bmckt', reason: 'Jembatan ini milik provinsi.' });
    await desk(receipt.trackingId, { type: 'startFollowUp', plan: 'Tim memeriksa besok.' }, testKeys.liaison);
    const { status } = await desk(
      receipt.trackingId,
      { type: 'respond', message: 'Papan sudah diganti.' },
      testKeys.liaison,
    );
    assert.equal(status, 200);
    return receipt;
  };
  const openIt = async ({ trackingId: number, token }: { trackingId: string; token: string }, page = '/forms/status') =>
    visitor.press(await visitor.ask(page), 'open', { number, token });

  test('number and key show how it stands, who has it, until when, what happened, and what can be done', async () => {
    const receipt = await answered();
    for (const page of ['/forms/status', `/forms/${testKeys.site}/status`]) {
      const { status, html, url, headers } = await openIt(receipt, page);
      assert.equal(status, 200);
      for (const text of [
        'Ditindaklanjuti',
        'Dinas Bina Marga',
        'Batas tindak lanjut',
        'Papan sudah diganti.',
        'WIB',
        'Jembatan gantung rusak',
        'value="confirm"',
        'value="dispute"',
        'value="reply"',
      ])
        assert.ok(html.includes(text), text);
      assert.ok(!url.includes('rt_'));
      assert.equal(headers.get('cache-control'), 'no-store');
    }
  });

  test('the receipt’s address leads to the page with the number filled in, and its key alone opens it too', async () => {
    const receipt = await file();
    assert.equal(receipt.followUrl, `http://localhost:1708/forms/status?number=${receipt.trackingId}`);
    const page = await visitor.ask(receipt.followUrl);
    assert.ok(page.html.includes(`value="${receipt.trackingId}"`));
    assert.equal((await visitor.press(page, 'open', { number: '', token: `  ${receipt.token}\r\n` })).status, 200);
    assert.equal(
      (await visitor.press(page, 'open', { number: `# ${receipt.trackingId}`, token: receipt.token })).status,
      200,
    );
  });

  test('without the key the public sees what is public, and of a confidential report nothing', async () => {
    const open = await file({ reporter: { name: 'Rosnida Rahasia' } });
    const page = await visitor.ask(open.followUrl);
    assert.match(page.html, /Jembatan gantung rusak/);
    assert.doesNotMatch(page.html, /Rosnida|value="reply"/);
    const hidden = await file({ confidential: true, title: 'Sangat rahasia sekali' });
    const asked = await visitor.ask(hidden.followUrl);
    const missing = await visitor.ask('/forms/status?number=7777777');
    assert.equal(asked.html.replaceAll(hidden.trackingId, 'N'), missing.html.replaceAll('7777777', 'N'));
  });

  test('a wrong key, another report’s key and a wrong number are told in the same words', async () => {
    const [one, other] = [await file(), await file()];
    const pages = await Promise.all([
      openIt({ trackingId: one.trackingId, token: other.token }),
      openIt({ trackingId: one.trackingId, token: `${one.token.slice(0, -1)}x` }),
      openIt({ trackingId: '7777777', token: one.token }),
      openIt({ trackingId: 'abc', token: one.token }),
    ]);
    for (const page of pages) {
      assert.equal(page.status, 404);
      assert.match(faultAt(page, 'token') ?? '', /tidak cocok/);
    }
    const empty = await openIt({ trackingId: '', token: '' });
    assert.deepEqual(
      [empty.status, typeof faultAt(empty, 'number'), typeof faultAt(empty, 'token')],
      [422, 'string', 'string'],
    );
  });

  test('a reply with a photo arrives once, however often it is sent', async () => {
    const receipt = await answered();
    const page = await openIt(receipt);
    const photo = new File([await photoWithPlace()], 'bukti.jpg', { type: 'image/jpeg' });
    const filled = { 'reply-message': 'Masih ada papan yang lepas.', 'reply-attachments': photo };
    const done = await visitor.press(page, 'reply', filled);
    assert.match(done.html, /Pesan Anda sudah terkirim/, done.html);
    assert.match(done.html, /bukti\.jpg/);
    const { body } = await opened().call('GET', `/v1/reports/${receipt.trackingId}`, { key: receipt.token });
    assert.equal(body.status.code, 'reporterReplied');
    assert.equal(body.timeline.filter(({ type }: { type: string }) => type === 'replied').length, 1);
    // The same page once more, as somebody sends it who loads it again or presses twice: its file comes again, too.
    for (const again of await Promise.all([visitor.press(page, 'reply', filled), visitor.press(page, 'reply', filled)]))
      assert.match(again.html, /Pesan Anda sudah terkirim/, again.html);
    const { body: after } = await opened().call('GET', `/v1/reports/${receipt.trackingId}`, { key: receipt.token });
    assert.equal(after.timeline.filter(({ type }: { type: string }) => type === 'replied').length, 1);
  });

  test('pressing twice shows both times that the message arrived, which it did once', async () => {
    const receipt = await answered();
    const page = await openIt(receipt);
    const photo = new File([new Uint8Array(await photoWithPlace())], 'bukti.jpg', { type: 'image/jpeg' });
    const filled = { 'reply-message': 'Masih ada papan yang lepas.', 'reply-attachments': photo };
    for (const { html } of await Promise.all([
      visitor.press(page, 'reply', filled),
      visitor.press(page, 'reply', filled),
    ]))
      assert.match(html, /Pesan Anda sudah terkirim/, html);
    const { body } = await opened().call('GET', `/v1/reports/${receipt.trackingId}`, { key: receipt.token });
    assert.equal(body.timeline.filter(({ type }: { type: string }) => type === 'replied').length, 1);
  });

  test('another message from the same showing of the page is asked about, and sent when it is sent once more', async () => {
    const receipt = await answered();
    const page = await openIt(receipt);
    await visitor.press(page, 'reply', { 'reply-message': 'Masih ada papan yang lepas.' });
    const other = await visitor.press(page, 'reply', { 'reply-message': 'Papan ketiga juga goyang.' });
    assert.equal(other.status, 409);
    assert.match(other.html, /sudah terkirim sebelumnya/);
    assert.match(other.html, /Papan ketiga juga goyang\./);
    assert.match((await visitor.press(other, 'reply')).html, /Pesan Anda sudah terkirim/);
    const { body } = await opened().call('GET', `/v1/reports/${receipt.trackingId}`, { key: receipt.token });
    assert.equal(body.timeline.filter(({ type }: { type: string }) => type === 'replied').length, 2);
  });

  test('what the institution answered stands above what its reporter can do about it', async () => {
    const { html } = await openIt(await answered());
    const [answer, action] = [html.indexOf('Jawaban instansi'), html.indexOf('value="confirm"')];
    assert.ok(answer > 0 && answer < action);
  });

  test('confirming with a rating closes it; twice is once', async () => {
    const receipt = await answered();
    const page = await openIt(receipt);
    const missing = await visitor.press(page, 'confirm', { 'confirm-comment': 'Bagus sekali' });
    assert.equal(missing.status, 422);
    assert.ok(faultAt(missing, 'confirm-rating'));
    assert.match(missing.html, /Bagus sekali/);
    assert.match(missing.html, /<details class="act"\s+open>/);
    const pressed = await Promise.all([
      visitor.press(missing, 'confirm', { 'confirm-rating': '5' }),
      visitor.press(missing, 'confirm', { 'confirm-rating': '5' }),
    ]);
    assert.ok(pressed.some(({ html }) => html.includes('Terima kasih')));
    const { body } = await opened().call('GET', `/v1/reports/${receipt.trackingId}`, { key: receipt.token });
    assert.deepEqual([body.status.code, body.rating], ['completed', 5]);
    assert.equal(body.timeline.filter(({ type }: { type: string }) => type === 'confirmed').length, 1);
  });

  test('disputing opens it again, and withdrawing ends it', async () => {
    const receipt = await answered();
    const disputed = await visitor.press(await openIt(receipt), 'dispute', {
      'dispute-reason': 'Papannya lepas lagi.',
    });
    assert.match(disputed.html, /Laporan Anda dibuka kembali/, disputed.html);
    const other = await file();
    const withdrawn = await visitor.press(await openIt(other), 'withdraw', { 'withdraw-reason': '' });
    assert.match(withdrawn.html, /sudah dicabut/, withdrawn.html);
    assert.match(withdrawn.html, /Diarsipkan/);
  });

  test('what cannot be done any more is told with its reason, and what was typed stays', async () => {
    const receipt = await answered();
    const page = await openIt(receipt);
    await visitor.press(await openIt(receipt), 'withdraw');
    const late = await visitor.press(page, 'dispute', { 'dispute-reason': 'Papannya lepas lagi.' });
    assert.equal(late.status, 409);
    assert.match(late.html, /Tanggapan belum terkirim/);
  });
});
