// What a citizen meets on a phone that nobody has updated since August 2020. Either the form does everything there or it leaves
// the page's own form alone; what it must never do is begin, and not be able to end.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openFormsServer } from '../packages/gateway/src/forms/forms-server.test.support.ts';
import { until } from '../packages/gateway/src/until.test.support.ts';
import { bundleWidget } from '../packages/widget/scripts/bundle-widget.ts';
import { isMissing, openChromiumOf2020 } from './browsers/chromium-of-2020.test.support.mjs';
import { openSnippetSite } from './snippet-site.test.support.mjs';

const content = 'Jembatan gantung di Jorong Koto Tuo putus sejak Senin. Anak sekolah memutar tujuh kilometer.';

let gateway;
let site;
before(async () => {
  gateway = await openFormsServer();
  site = await openSnippetSite(gateway, await bundleWidget());
});
after(async () => {
  site.close();
  await gateway.close();
});

/** The report of a receipt, as whoever has its key is shown it. */
const reportOf = async (page) => {
  const [number, key] = await page.run(`() => ['.number', '.key'].map((part) => (${find})(part).textContent.trim())`);
  const headers = { authorization: `Bearer ${key}` };
  return (await fetch(`${gateway.url}/v1/reports/${number}`, { headers })).json();
};

/** How many reports of this title have arrived. */
const arrived = async (title) =>
  (await gateway.gateway.engine.database.query('select from report where title = $1', [title])).length;

/** What finds a part of the form, wherever the form stands: as a text, to be run in the page. */
const find = String((selector) => {
  const form = document.querySelector('lapor-form') ?? document.querySelector('lapor-button').form;
  return form?.shadowRoot?.querySelector(selector);
});

/** Presses something in the form when it is there. */
const press = (page, selector) =>
  page.until(
    selector,
    `(selector) => { const one = (${find})(selector); one?.click(); return Boolean(one); }`,
    selector,
  );

/** Types into a field of the form when it is there. */
const type = async (page, selector, text) => {
  await page.until(
    selector,
    `(selector) => { const one = (${find})(selector); one?.focus(); return Boolean(one); }`,
    selector,
  );
  await page.type(text);
};

/** Waits until something in the form says this. */
const says = (page, selector, text) =>
  page.until(text, `(selector, text) => (${find})(selector)?.textContent.includes(text)`, selector, text);

const goOn = async (page, heading) => {
  await press(page, 'button:not([type])');
  await says(page, '#step', heading);
};

/** Fills in the first step. */
const sayIt = async (page, title) => {
  await press(page, '#classification');
  await type(page, '#title', title);
  await type(page, '#content', content);
};

const isReceived = 'Laporan Anda sudah kami terima';

/** A picture such as a camera makes, as a file. */
const photoFrom = async (t, page) => {
  const data = await page.run(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [3000, 2000];
    const context = canvas.getContext('2d');
    for (let x = 0; x < 300; x += 1) {
      context.fillStyle = `hsl(${x * 7}, 60%, 50%)`;
      context.fillRect(x * 10, 0, 10, 2000);
    }
    return canvas.toDataURL('image/jpeg', 0.95).split(',')[1];
  });
  const folder = mkdtempSync(join(tmpdir(), 'photo-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'jembatan.jpg');
  writeFileSync(file, Buffer.from(data, 'base64'));
  return file;
};

describe('a browser of 2020', { skip: isMissing }, () => {
  test('files a report with a photo, a region found by its name and all advice, under the strictest policy', async (t) => {
    const browser = await openChromiumOf2020(t);
    assert.match(await browser.version(), /Chrome\/85\./);
    const page = await browser.newPage(`${site.url}/`);
    const title = 'Jembatan gantung putus (ponsel lama)';
    await sayIt(page, title);
    await press(page, '#keepDraft');
    await goOn(page, 'Tempat dan waktu');
    await page.choose(`() => (${find})('input[type=file]')`, await photoFrom(t, page));
    await says(page, '.files', 'jembatan.jpg');
    await type(page, '#region-search', 'padang pan');
    await press(page, '[role=option]');
    await goOn(page, 'Tentang Anda');
    await type(page, '#name', 'Siti Rahma');
    await goOn(page, 'Periksa dan kirim');
    await says(page, 'form', 'Kota Padang Panjang');
    await press(page, 'button:not([type])');
    await says(page, '.received', isReceived);
    const report = await reportOf(page);
    assert.equal(report.content, content);
    assert.equal(report.place.regionCode, '13.74');
    assert.deepEqual(
      report.own.attachments.map(({ mediaType }) => mediaType),
      ['image/jpeg'],
    );
    assert.deepEqual(page.troubles, []);
  });

  test('keeps a report while there is no network, and sends it once on the next visit', async (t) => {
    const browser = await openChromiumOf2020(t);
    const page = await browser.newPage(`${site.url}/`);
    const title = 'Lampu padam (ponsel lama, tanpa jaringan)';
    await sayIt(page, title);
    await goOn(page, 'Tempat dan waktu');
    await goOn(page, 'Tentang Anda');
    await goOn(page, 'Periksa dan kirim');
    await page.setOffline(true);
    await press(page, 'button:not([type])');
    await says(page, '.waiting', 'tersimpan');
    assert.equal(await arrived(title), 0);
    await page.close();
    await browser.newPage(`${site.url}/`);
    await until(async () => (await arrived(title)) > 0, 'the report arrived');
    assert.equal(await arrived(title), 1);
  });

  test('finds where it is, shows the map, and does the work that a site asks for against robots', async (t) => {
    const { ok } = await fetch(`${gateway.url}/v1/desk/sites/sumbar`, {
      method: 'PATCH',
      headers: { authorization: 'Bearer sk_demo_sumbar', 'content-type': 'application/json' },
      body: JSON.stringify({ features: { map: true, challenge: true } }),
    });
    assert.ok(ok);
    const browser = await openChromiumOf2020(t);
    const page = await browser.newPage(`${site.url}/`);
    await page.stand(-0.9492, 100.3542);
    await sayIt(page, 'Pohon tumbang (ponsel lama)');
    await goOn(page, 'Tempat dan waktu');
    await press(page, '#here');
    await says(page, '.told', 'Kota Padang');
    await press(page, '.told ~ .actions [part~="button-primary"]');
    await press(page, '#here + button');
    await page.until('the borders', `() => (${find})('#map svg path')?.getAttribute('d').length > 1000`);
    await goOn(page, 'Tentang Anda');
    await goOn(page, 'Periksa dan kirim');
    await press(page, 'button:not([type])');
    await says(page, '.received', isReceived);
    assert.equal((await reportOf(page)).place.regionCode, '13.71');
    const loaded = await page.run(() => performance.getEntriesByType('resource').map(({ name }) => name));
    assert.ok(loaded.some((name) => name.includes('lapor-challenge')));
    assert.deepEqual(page.troubles, []);
  });

  test('opens the form in a dialog, keeps what was typed, and gives the focus back', async (t) => {
    const browser = await openChromiumOf2020(t);
    const page = await browser.newPage(`${site.url}/button`);
    await page.until('the link', () => {
      const link = document.querySelector('lapor-button:defined a');
      link?.focus();
      link?.click();
      return link;
    });
    await type(page, '#title', 'Jalan berlubang');
    await page.run(() => document.querySelector('lapor-button').close());
    assert.equal(
      await page.until(
        'the link in focus',
        () => document.activeElement.localName === 'a' && document.activeElement.textContent,
      ),
      'Sampaikan laporan Anda',
    );
    await page.run(() => document.querySelector('lapor-button').show());
    assert.equal(await page.run(`() => (${find})('#title').value`), 'Jalan berlubang');
    assert.deepEqual(page.troubles, []);
  });
});
