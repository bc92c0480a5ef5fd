import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { photoWithPlace } from '../attachments/attachments.test.support.ts';
import { type FormsServer, openFormsServer } from './forms-server.test.support.ts';
import {
  chooseFile,
  focused,
  leave,
  patiently,
  pick,
  pressTwice,
  tabTo,
  tabToButton,
  tabToId,
  untilThereIs,
} from './keyboard.browser-proof.test.support.ts';
import { browsers, openUnscripted, type UnscriptedBrowser } from './unscripted-browser.browser-proof.test.support.ts';

let server: FormsServer;
let folder: string;
let photo: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lapor-story-'));
  photo = join(folder, 'lampu padam.jpg');
  await writeFile(photo, await photoWithPlace());
  server = await openFormsServer();
});
after(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Reports that were filed on this site, and files that belong to them. */
const filed = async (title: string) => {
  const [row] = await server.gateway.engine.database.query<{ reports: string; files: string }>(
    `select count(distinct report.id) as reports, count(upload.id) as files
     from report left join upload on upload.report_id = report.id where report.title = $1`,
    [title],
  );
  return { reports: Number(row?.reports), files: Number(row?.files) };
};

const textOf = (page: Page, selector: string): Promise<string> =>
  patiently(() =>
    page.evaluate((wanted) => document.querySelector(wanted)!.textContent.replace(/\s+/g, ' ').trim(), selector),
  );

/** Number and key, as they stand on a receipt. */
const keysOn = (page: Page): Promise<string[]> =>
  patiently(() => page.evaluate(() => [...document.querySelectorAll('.key')].map((key) => key.textContent.trim())));

/** Opens a page as somebody does who types its address: the focus is nowhere yet. */
const visit = (page: Page, path: string) => page.goto(`${server.url}${path}`, { waitUntil: 'load' });

/** Answers as the institution does, so that there is something to confirm. */
const answer = async (number: string): Promise<void> => {
  const [admin, liaison] = ['sk_demo_sumbar', 'sk_demo_sumbar_liaison'];
  await server.act(number, admin, { type: 'verify' });
  await server.act(number, admin, { type: 'dispose', to: 'sumbar.dinas-bmcktr', reason: 'Jalan ini milik provinsi.' });
  await server.act(number, liaison, { type: 'startFollowUp', plan: 'Tim memeriksa besok pagi.' });
  await server.act(number, liaison, { type: 'respond', message: 'Lampunya sudah kami ganti.' });
};

for (const name of browsers)
  describe(`a report without script and by keyboard alone, in ${name}`, () => {
    let opened: UnscriptedBrowser;
    let page: Page;
    let receipt: readonly string[] = [];
    const title = `Lampu jalan padam di Jalan Melati (${name})`;
    before(async () => {
      opened = await openUnscripted(name);
      ({ page } = opened);
    });
    after(() => opened.browser.close());

    let isBroken = false;
    /** One step of the way. Where one fails there is no going on. */
    const step = (what: string, walk: () => Promise<void>): void => {
      test(what, async (t) => {
        if (isBroken) return t.skip('a step before it failed');
        isBroken = true;
        await walk();
        isBroken = false;
      });
    };

    step(
      'the first Tab leads to the way past the head, and on to the form in the order in which it is read',
      async () => {
        await visit(page, '/forms/pk_demo_sumbar?lang=id');
        await page.keyboard.press('Tab');
        assert.equal((await focused(page)).text, 'Langsung ke isi halaman');
        const way = await tabToButton(page, 'review');
        const expected = ['classification', 'title', 'content', 'region', 'landmark', 'name', 'email', 'phone'];
        assert.deepEqual(
          way.filter((stop) => expected.includes(stop)),
          expected,
        );
        assert.ok(!way.includes('website'), 'the trap is reached by nobody');
      },
    );

    step(
      'what is missing is told above, where the focus is, and beside its field; everything typed and the photo are kept',
      async () => {
        await visit(page, '/forms/pk_demo_sumbar?lang=id');
        await tabToId(page, 'classification');
        await page.keyboard.press(' ');
        await tabToId(page, 'content');
        await page.keyboard.type('Tiga lampu di depan pasar padam sejak Senin malam.');
        await tabToId(page, 'region');
        await pick(page, 'Kota Padang');
        await tabToId(page, 'landmark');
        await page.keyboard.type('Depan Pasar Raya');
        await tabToId(page, 'attachments');
        await chooseFile(page, photo);
        await tabToId(page, 'name');
        await page.keyboard.type('Rosnida');
        await tabToButton(page, 'review');
        await leave(page);

        assert.match(await page.title(), /^Perlu diperbaiki: /);
        await untilThereIs(page, '.summary:focus');
        await page.keyboard.press('Tab');
        assert.deepEqual((await focused(page)).text, 'Tulis judul laporan Anda.');
        await page.keyboard.press('Enter');
        assert.equal((await focused(page)).id, 'title', 'the link leads into the field');
        assert.equal(await textOf(page, '#title-error'), 'Tulis judul laporan Anda.');
        const kept = await page.evaluate(() => [
          document.querySelector<HTMLInputElement>('[name=classification]:checked')?.value,
          document.querySelector<HTMLTextAreaElement>('#content')?.value,
          document.querySelector<HTMLSelectElement>('#region')?.selectedOptions[0]?.textContent,
          document.querySelector<HTMLInputElement>('#landmark')?.value,
          document.querySelector<HTMLInputElement>('#name')?.value,
        ]);
        assert.deepEqual(kept, [
          'complaint',
          'Tiga lampu di depan pasar padam sejak Senin malam.',
          'Kota Padang',
          'Depan Pasar Raya',
          'Rosnida',
        ]);
        assert.match(await textOf(page, 'form'), /Berkas yang sudah kami terima lampu padam\.jpg/);
      },
    );

    step('the page to be checked shows everything, and what is sent has a receipt', async () => {
      await page.keyboard.type(title);
      await leave(page);
      const rows = await textOf(page, '.rows');
      for (const text of [title, 'lampu padam.jpg', 'Kota Padang', 'Depan Pasar Raya', 'Rosnida'])
        assert.ok(rows.includes(text), text);
      server.wait(10);
      await tabToButton(page, 'send');
      await leave(page);
      receipt = await keysOn(page);
      assert.match(receipt.join(' '), /^\d+ rt_\d+_/);
      assert.equal(await textOf(page, 'h1'), 'Laporan Anda sudah kami terima');
      assert.deepEqual(await filed(title), { reports: 1, files: 1 });
    });

    step(
      'loading the receipt again, and going back to send once more, give the same receipt and no other report',
      async () => {
        await page.reload({ waitUntil: 'load' });
        assert.deepEqual(await keysOn(page), receipt);
        // A page that a browser has kept as it was is not loaded again, so there is nothing to wait for but the page itself.
        void page.goBack().catch(() => {});
        await untilThereIs(page, 'button[value=send]');
        // Drivers lose sight of a page that was kept, and of where it leads: the form sends itself, and the server knows the rest.
        const { length } = server.receipts;
        await page.evaluate(() => {
          const button = document.querySelector<HTMLButtonElement>('button[value=send]');
          button?.form?.requestSubmit(button);
        });
        for (let looks = 0; server.receipts.length === length && looks < 300; looks += 1) await delay(100);
        assert.equal(server.receipts.length, length + 1);
        page = await opened.newPage();
        await visit(page, server.receipts.at(-1) ?? '');
        assert.deepEqual(await keysOn(page), receipt);
        assert.deepEqual(await filed(title), { reports: 1, files: 1 });
      },
    );

    step('pressing twice sends one report, and shows its receipt', async () => {
      const other = await opened.newPage();
      const twice = `Trotoar berlubang di Jalan Kenanga (${name})`;
      await visit(other, '/forms/pk_demo_sumbar?lang=id');
      await tabToId(other, 'classification');
      await other.keyboard.press(' ');
      await tabToId(other, 'title');
      await other.keyboard.type(twice);
      await tabToId(other, 'content');
      await other.keyboard.type('Dua keping ubin hilang di depan halte.');
      await tabToId(other, 'attachments');
      await chooseFile(other, photo);
      await tabToButton(other, 'review');
      await leave(other);
      server.wait(10);
      await tabToButton(other, 'send');
      await pressTwice(other, 'Enter', '/receipt?');
      assert.match((await keysOn(other)).join(' '), /^\d+ rt_\d+_/);
      assert.deepEqual(await filed(twice), { reports: 1, files: 1 });
      await other.close();
    });

    step('number and key open the page of the report, and a wrong key does not', async () => {
      const [number = '', token = ''] = receipt;
      await answer(number);
      await visit(page, '/forms/status?lang=id');
      await tabToId(page, 'number');
      await page.keyboard.type(number);
      await tabToId(page, 'token');
      await page.keyboard.type(`${token.slice(0, -1)}x`);
      await leave(page);
      assert.match(await textOf(page, '#token-error'), /tidak cocok/);
      assert.ok(!page.url().includes('rt_'));
      // What was typed is there to be corrected.
      await tabToId(page, 'token');
      await page.keyboard.press('End');
      await page.keyboard.press('Backspace');
      await page.keyboard.type(token.slice(-1));
      await leave(page);
      assert.equal(await textOf(page, 'h1'), `Laporan nomor ${number}`);
      assert.match(await textOf(page, '.panel'), /Jawaban instansi Lampunya sudah kami ganti\./);
    });

    step(
      'a reply with a photo, that it is not fixed, and at last that it is: each told where the focus is',
      async () => {
        const isDone = async (text: RegExp) => {
          assert.match(await textOf(page, '.done'), text);
          await untilThereIs(page, '.done:focus');
        };
        const openAction = async (text: string) => {
          await tabTo(page, (focus) => focus.tag === 'summary' && focus.text === text);
          await page.keyboard.press('Enter');
        };
        await openAction('Tulis pesan kepada petugas');
        await tabToId(page, 'reply-message');
        await page.keyboard.type('Satu lampu masih berkedip.');
        await tabToId(page, 'reply-attachments');
        await chooseFile(page, photo);
        await tabToButton(page, 'reply');
        await leave(page);
        await isDone(/Pesan Anda sudah terkirim/);

        await openAction('Masalahnya sudah selesai');
        await tabToButton(page, 'confirm');
        await leave(page);
        assert.equal(await textOf(page, '#confirm-rating-error'), 'Pilih nilai dari 1 sampai 5.');
        await tabToId(page, 'confirm-rating');
        await page.keyboard.press('ArrowDown');
        await tabToButton(page, 'confirm');
        await leave(page);
        await isDone(/Laporan ini selesai menurut Anda/);

        await openAction('Masalahnya belum selesai');
        await tabToId(page, 'dispute-reason');
        await page.keyboard.type('Lampu kedua padam lagi semalam.');
        await tabToButton(page, 'dispute');
        await leave(page);
        await isDone(/Laporan Anda dibuka kembali/);

        const timeline = await textOf(page, '.timeline');
        for (const text of [
          'Satu lampu masih berkedip.',
          'lampu padam.jpg',
          'nilai 4 dari 5',
          'Lampu kedua padam lagi',
        ])
          assert.ok(timeline.includes(text), text);
        assert.deepEqual(await filed(title), { reports: 1, files: 2 });
      },
    );
  });
