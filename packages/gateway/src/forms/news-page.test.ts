import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { actAt, type Filed, fileAt, forgetReports } from '../clock-work/clock-work.test.support.ts';
import { createEmailChannel } from '../mail/email-channel.ts';
import { newsLink } from '../notifications/news-link.ts';
import { testKeys } from '../test-gateway.test.support.ts';

const now = '2026-03-10T02:00:00Z';
const publicUrl = 'https://lapor.sumbar.example';
const reporter = { name: 'Rosnida', email: 'rosnida@contoh.example', notifyBy: 'email' };
const oneClick = { 'list-unsubscribe': 'List-Unsubscribe=One-Click', type: 'application/x-www-form-urlencoded' };

onBothDatabases(
  'the page on which news is stopped',
  (opened) => {
    const engine = () => opened().gateway.engine;
    const file = (change: object = {}): Promise<Filed> => fileAt(opened(), now, { reporter, ...change });
    const linkOf = ({ trackingId }: Filed, language: 'id' | 'en' = 'id') =>
      newsLink(engine(), { trackingId, channel: 'email' }, language);
    const visit = async (url: string, body?: string) => {
      const response = await opened().gateway.fetch(
        new Request(url, {
          method: body === undefined ? 'GET' : 'POST',
          ...(body !== undefined && { body, headers: { 'content-type': oneClick.type } }),
        }),
        { address: '203.0.113.7' },
      );
      return { status: response.status, headers: response.headers, text: await response.text() };
    };
    /** What the reporter's own view of the report says. */
    const chosen = async ({ trackingId, token }: Filed): Promise<string> =>
      (await opened().call('GET', `/v1/reports/${trackingId}`, { key: token })).body.own.reporter.notifyBy;

    beforeEach(() => forgetReports(opened()));

    test('looking at it changes nothing, and one press stops the news', async () => {
      const filed = await file();
      const page = await visit(linkOf(filed));
      assert.equal(page.status, 200);
      assert.ok(page.text.includes(filed.trackingId));
      assert.equal(await chosen(filed), 'email');
      const done = await visit(linkOf(filed), 'action=stop');
      assert.match(done.text, /Kami tidak mengirim kabar lagi/);
      assert.equal(await chosen(filed), 'none');
    });

    test('a mail program stops it for its user, without a cookie, an origin or a redirect', async () => {
      const filed = await file();
      for (const _ of ['once', 'and once more']) {
        const { status } = await visit(linkOf(filed), oneClick['list-unsubscribe']);
        assert.equal(status, 200);
        assert.equal(await chosen(filed), 'none');
      }
    });

    test('whoever stopped it can have it again', async () => {
      const filed = await file();
      await visit(linkOf(filed), 'action=stop');
      const again = await visit(linkOf(filed, 'en'), 'action=resume');
      assert.match(again.text, /We tell you by e-mail/);
      assert.equal(await chosen(filed), 'email');
    });

    test('a link opens nothing else: another report, another channel, or the report itself', async () => {
      const [filed, other] = [await file(), await file()];
      const link = linkOf(filed);
      const forged = [
        link.replace(filed.trackingId, other.trackingId),
        link.replace('channel=email', 'channel=sms'),
        link.replace(/proof=.*/, 'proof='),
        link.replace(/proof=.*/, 'proof=AAAAAAAAAAAAAAAAAAAAAA'),
        link.replace(/&proof=.*/, ''),
      ];
      for (const url of forged) {
        assert.equal((await visit(url)).status, 404, url);
        assert.equal((await visit(url, 'action=stop')).status, 404, url);
      }
      assert.equal(await chosen(other), 'email');
      const { text } = await visit(link);
      assert.doesNotMatch(text, /Rosnida|rosnida|Jembatan|Papan/);
    });

    test('of a report that was withdrawn, or whose reporter is forgotten, there is no more news to ask for', async () => {
      const [withdrawn, forgotten] = [await file(), await file()];
      await actAt(engine(), withdrawn, now, { type: 'withdraw' }, { kind: 'reporter' });
      await engine().database.query('delete from report_identity where report_id = $1', [forgotten.trackingId]);
      for (const filed of [withdrawn, forgotten]) {
        const { status, text } = await visit(linkOf(filed), 'action=resume');
        assert.equal(status, 200);
        assert.match(text, /tidak ada kabar lagi/);
        assert.doesNotMatch(text, /<form/);
      }
      assert.equal(
        (await opened().call('GET', `/v1/reports/${withdrawn.trackingId}`, { key: testKeys.site })).status,
        200,
      );
    });

    test('the page of a report leads there for its reporter, and for nobody else', async () => {
      const page = async ({ trackingId, token }: Filed) =>
        (await visit(`${publicUrl}/forms/status?lang=id`, `action=open&number=${trackingId}&token=${token}`)).text;
      const filed = await file();
      const [link = ''] = /https:[^"]*\/forms\/news[^"]*/.exec(await page(filed)) ?? [];
      assert.equal(link.replaceAll('&amp;', '&'), linkOf(filed));
      for (const change of [{ anonymous: true }, { reporter: { name: 'Rosnida' } }])
        assert.doesNotMatch(await page(await file(change)), /forms\/news/);
      assert.doesNotMatch((await visit(`${publicUrl}/forms/status?number=${filed.trackingId}`)).text, /forms\/news/);
    });

    test('every state of it is valid HTML, in both languages', async () => {
      const validator = new HtmlValidate({
        extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
        rules: { 'void-style': 'off' },
      });
      const filed = await file();
      const pages = [
        await visit(linkOf(filed)),
        await visit(linkOf(filed, 'en')),
        await visit(linkOf(filed), 'action=stop'),
        await visit(linkOf(filed, 'en')),
        await visit(`${publicUrl}/forms/news?lang=en`),
      ];
      for (const { text } of pages) {
        const { results } = await validator.validateString(text);
        assert.deepEqual(
          results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
          [],
        );
      }
    });

    test('a body that is none is told so, and changes nothing', async () => {
      const filed = await file();
      assert.equal((await visit(linkOf(filed), 'x'.repeat(10_000))).status, 413);
      assert.equal(await chosen(filed), 'email');
    });
  },
  { publicUrl, newsChannels: [createEmailChannel({ server: 'smtp://127.0.0.1:1', from: 'lapor@sumbar.example' })] },
);
