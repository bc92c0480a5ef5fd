// The very page that `lapor-gateway snippet` gives, under the strictest policies: with scripts off and with scripts on it files
// the same report. WebKit is not driven here: its driver knows neither a switch for scripts nor what a page reports before it
// is loaded; the widget's own browser tests file reports in it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { openFormsServer } from '../packages/gateway/src/forms/forms-server.test.support.ts';
import { leave, tabToButton, tabToId } from '../packages/gateway/src/forms/keyboard.browser-proof.test.support.ts';
import {
  browsers,
  openScripted,
  openUnscripted,
} from '../packages/gateway/src/forms/unscripted-browser.browser-proof.test.support.ts';
import { bundleWidget } from '../packages/widget/scripts/bundle-widget.ts';
import { openSnippetSite } from './snippet-site.test.support.mjs';

const content = 'Tiga lampu di depan pasar padam sejak Senin malam.';

let gateway;
let site;
/** Names of files that somebody has changed on their way. */
const changed = new Set();

before(async () => {
  gateway = await openFormsServer();
  site = await openSnippetSite(gateway, await bundleWidget(), changed);
});
after(async () => {
  site.close();
  await gateway.close();
});

const filed = async (title) =>
  (
    await gateway.gateway.engine.database.query('select content, classification from report where title = $1', [title])
  ).map((row) => [row.classification, row.content]);

/** Waits until a page says yes. */
const until = async (page, what, told) => {
  for (let looks = 0; looks < 300; looks += 1) {
    if (await page.evaluate(what)) return;
    await delay(100);
  }
  throw new Error(
    `It did not come: ${told}\n${await page.evaluate(() => document.querySelector('lapor-form')?.shadowRoot?.textContent)}`,
  );
};

/** A browser that is closed after its test, whatever comes of it. */
const open = async (t, name) => {
  const browser = await openScripted(name);
  t.after(() => browser.close());
  return browser;
};

/** A page that remembers from the first moment what the browser reports of its policies. */
const openPage = async (browser, path = '/') => {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(() => {
    globalThis.reported = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      globalThis.reported.push(`${violatedDirective} ${blockedURI}`),
    );
    if ('ReportingObserver' in globalThis)
      new ReportingObserver(
        (reports) => globalThis.reported.push(...reports.map(({ type, body }) => `${type} ${body?.blockedURL ?? ''}`)),
        { types: ['integrity-violation'], buffered: true },
      ).observe();
  });
  await page.goto(`${site.url}${path}`, { waitUntil: 'load' });
  return page;
};

/** Fills in the first step. */
const say = (page, title) =>
  page.evaluate(
    (values) => {
      const root = document.querySelector('lapor-form').shadowRoot;
      for (const [name, value] of Object.entries(values)) {
        const control = root.querySelector(`#${name}`);
        control.value = value;
        control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      }
      root.querySelector('#classification').click();
    },
    { title, content },
  );

const goOn = (page) =>
  page.evaluate(() =>
    document.querySelector('lapor-form').shadowRoot.querySelector('[part~="button-primary"]').click(),
  );

const isAt = (step) => `document.querySelector('lapor-form').step === '${step}'`;

/** Goes the whole way: the report arrives, and no policy of the page is violated. */
const fileReport = async (page, title) => {
  await say(page, title);
  for (const step of ['where', 'who', 'check', 'receipt']) {
    await goOn(page);
    await until(page, isAt(step), step);
  }
  assert.deepEqual(await filed(title), [['complaint', content]]);
  assert.deepEqual(await page.evaluate(() => globalThis.reported), []);
};

const hasForm = `Boolean(document.querySelector('lapor-form')?.shadowRoot?.querySelector('#title'))`;

for (const name of browsers)
  describe(`the page of the snippet, in ${name}`, () => {
    test('with scripts off files a report from the form that stands in it', async (t) => {
      const { browser, page } = await openUnscripted(name);
      t.after(() => browser.close());
      const title = `Lampu jalan padam, tanpa skrip (${name})`;
      await page.goto(`${site.url}/`, { waitUntil: 'load' });
      await tabToId(page, 'lapor-title');
      await page.keyboard.type(title);
      await tabToId(page, 'lapor-content');
      await page.keyboard.type(content);
      await page.evaluate(() => document.querySelector('[name=classification][value=complaint]').click());
      await tabToButton(page, '');
      await leave(page);
      assert.ok(page.url().startsWith(gateway.url), page.url());
      // The gateway's form has all that was typed, and asks for the rest.
      await tabToButton(page, 'review');
      await leave(page);
      gateway.wait(10);
      await tabToButton(page, 'send');
      await leave(page);
      assert.equal(
        await page.evaluate(() => document.querySelector('h1').textContent.trim()),
        'Laporan Anda sudah kami terima',
      );
      assert.deepEqual(await filed(title), [['complaint', content]]);
    });

    test('with scripts on files the same report, and no policy of the page is violated', async (t) => {
      const browser = await open(t, name);
      const page = await openPage(browser);
      const title = `Lampu jalan padam, dengan skrip (${name})`;
      await until(page, hasForm, 'the form');
      await fileReport(page, title);
    });

    test('in a page of which WordPress has made paragraphs the form is seen once, and files a report', async (t) => {
      const browser = await open(t, name);
      const page = await openPage(browser, '/wordpress');
      await until(page, hasForm, 'the form');
      assert.equal(await page.evaluate(() => document.querySelectorAll('form').length), 1);
      assert.ok(
        await page.evaluate(() => {
          const form = document.querySelector('lapor-form > form');
          return form.elements.content !== undefined && form.offsetHeight === 0;
        }),
      );
      const title = `Lampu jalan padam, di WordPress (${name})`;
      await fileReport(page, title);
    });

    test('a page that allows no policy of Trusted Types, and asks for none, has the form as well', async (t) => {
      const browser = await open(t, name);
      await until(await openPage(browser, '/no-policies'), hasForm, 'the form');
    });

    test('a file that was changed on its way does not run, and what was typed is kept', async (t) => {
      const browser = await open(t, name);
      changed.add('lapor-way-through-form');
      try {
        const page = await openPage(browser);
        await until(page, hasForm, 'the form');
        await say(page, 'Lampu jalan padam, diubah');
        await goOn(page);
        await until(
          page,
          `Boolean(document.querySelector('lapor-form').shadowRoot.querySelector('#summary'))`,
          'why not',
        );
        assert.deepEqual(
          await page.evaluate(() => [
            globalThis.hasChangedCode ?? null,
            document.querySelector('lapor-form').shadowRoot.querySelector('#content').value,
          ]),
          [null, content],
        );
      } finally {
        changed.clear();
      }
    });
  });

test('the policy holds: without hashes Chromium does not load the script, and the form in the page is there', async (t) => {
  if (!browsers.includes('chromium')) return t.skip('Chromium alone has Integrity-Policy, and it is not installed');
  const browser = await open(t, 'chromium');
  const page = await openPage(browser, '/bare');
  await until(page, 'globalThis.reported.length > 0', 'a report of the browser');
  assert.match((await page.evaluate(() => globalThis.reported)).join(), /integrity-violation .*lapor\.js/);
  assert.equal(await page.evaluate(() => document.querySelector('lapor-form').shadowRoot), null);
  assert.ok(await page.evaluate(() => document.querySelector('#lapor-title').checkVisibility()));
});
