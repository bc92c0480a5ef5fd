import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { createEmailChannel } from '../mail/email-channel.ts';
import { createVisitor, faultAt, type Filled, numberOn, tokenOn, typedReport } from './visitor.test.support.ts';

const newsChannels = [createEmailChannel({ server: 'smtp://127.0.0.1:1', from: 'lapor@sumbar.example' })];

onBothDatabases(
  'the form of a gateway that tells of news',
  (opened) => {
    const visitor = createVisitor(() => opened().gateway);
    const review = async (change: Filled) =>
      visitor.press(await visitor.open(), 'review', { ...typedReport, ...change });

    test('asks how, and offers the ways that there are', async () => {
      const { html } = await visitor.open();
      const offered = [...html.matchAll(/name="notifyBy" value="(\w+)"/g)].map(([, value]) => value);
      assert.deepEqual(offered, ['email', 'none']);
      assert.doesNotMatch(html, /name="notifyBy" value="\w+"\s+checked/);
      const { body } = await opened().call('GET', '/v1/site');
      assert.deepEqual(body.newsChannels, ['email']);
    });

    test('keeps what was chosen, shows it before sending, and files it', async () => {
      const page = await review({ notifyBy: 'email', email: 'rosnida@contoh.example' });
      assert.match(page.html, /Cara mengabari Anda[^]*Lewat email/);
      opened().clock.set('2026-03-10T02:01:00Z');
      const receipt = await visitor.press(page, 'send');
      const { body } = await opened().call('GET', `/v1/reports/${numberOn(receipt)}`, { key: tokenOn(receipt) });
      assert.equal(body.own.reporter.notifyBy, 'email');
    });

    test('asks for the address of whoever wants to be told and left none', async () => {
      const page = await review({ notifyBy: 'email' });
      assert.equal(page.status, 422);
      assert.equal(faultAt(page, 'email'), 'Tulis alamat email Anda supaya kami dapat mengabari Anda.');
      assert.match(page.html, /name="notifyBy" value="email"\s+checked/);
    });

    test('says so when a way is chosen that nobody offered', async () => {
      const page = await review({ notifyBy: 'merpati' });
      assert.equal(page.status, 422);
      assert.ok(faultAt(page, 'notifyBy'));
    });
  },
  { newsChannels },
);

onBothDatabases('the form of a gateway that tells nobody', (opened) => {
  test('does not ask how', async () => {
    assert.doesNotMatch((await createVisitor(() => opened().gateway).open()).html, /notifyBy/);
    assert.equal('newsChannels' in (await opened().call('GET', '/v1/site')).body, false);
  });
});
