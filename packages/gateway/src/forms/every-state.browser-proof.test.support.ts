import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { newsLink } from '../notifications/news-link.ts';
import type { FormsServer } from './forms-server.test.support.ts';

/** What to put into the controls of a page: a text, a choice's value, or whether a box is ticked. */
export type Typed = Readonly<Record<string, string | boolean>>;

/** Puts it in. Nothing of the page's own runs, so this comes to the same as typing. */
export const fill = (page: Page, typed: Typed): Promise<void> =>
  page.evaluate((values: Typed) => {
    for (const [name, value] of Object.entries(values))
      for (const control of document.getElementsByName(name) as NodeListOf<HTMLInputElement>)
        if (control.type === 'radio') control.checked = control.value === value;
        else if (control.type === 'checkbox') control.checked = value === true || control.value === value;
        else control.value = String(value);
  }, typed);

/** Presses the button of that value, and resolves when what comes of it is shown. */
export const press = async (page: Page, action: string): Promise<void> => {
  await Promise.all([
    page.waitForNavigation({ waitUntil: 'load' }),
    page.evaluate((value: string) => {
      const button = document.querySelector<HTMLButtonElement>(`button[value="${value}"]`);
      if (button === null) throw new Error(`There is no button ${value} on ${document.title}.`);
      button.form?.requestSubmit(button);
    }, action),
  ]);
};

/** Chooses files for a control. */
export const choose = async (page: Page, id: string, ...paths: string[]): Promise<void> => {
  const control = await page.$(`input[type="file"][id="${id}"]`);
  if (control === null) throw new Error(`There is no control for files ${id}.`);
  await (await control.toElement('input')).uploadFile(...paths);
};

/** The text of the first element of that selector. */
export const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => element.textContent.trim());

/** What a visitor of the demo's regency writes, invented: with questions to be answered, and a mobile number in the text. */
const written = {
  classification: 'complaint',
  title: 'Lahan gambut terbakar di belakang SDN 2 Kumai Hulu',
  content:
    'Sejak kemarin sore lahan gambut di belakang sekolah terbakar. Asapnya masuk ke ruang kelas.\n\nHubungi saya di 0812 3456 7890.',
  region: '62.01',
  landmark: 'Belakang SDN 2 Kumai Hulu, dekat jembatan kayu',
  incidentDate: '2026-03-09',
  category: 'kebakaran-lahan',
};

/** Every state of the form, up to the receipt; with the number and the key that stand on it. */
async function* statesOfForm(
  page: Page,
  { url, wait }: FormsServer,
  photo: string,
): AsyncGenerator<string, { number: string; token: string }, void> {
  const site = `${url}/forms/pk_demo_kobar`;
  await page.goto(`${site}?lang=en`);
  yield 'form in English';
  await page.goto(`${site}?lang=id`);
  yield 'form';
  await fill(page, { ...written, title: '', email: 'bukan alamat', phone: 'x', incidentDate: '2027-01-01' });
  await choose(page, 'attachments', photo);
  await press(page, 'review');
  yield 'form with faults and a kept file';
  await fill(page, { title: written.title, email: '', phone: '0812 3456 7890', incidentDate: '2026-03-09' });
  await press(page, 'review');
  yield 'check with questions';
  await press(page, 'send');
  yield 'check with an answer missing';
  await fill(page, { 'answer.stillBurning': 'yes' });
  await press(page, 'send');
  yield 'check, sent too quickly';
  await press(page, 'edit');
  yield 'form to be changed';
  await fill(page, { anonymous: true, name: 'Yuliana' });
  await press(page, 'review');
  wait(24 * 3600 + 60);
  await press(page, 'send');
  yield 'form whose file is kept no more';
  await choose(page, 'attachments', photo);
  await press(page, 'review');
  yield 'check';
  wait(10);
  await press(page, 'send');
  yield 'receipt';
  const receipt = page.url();
  const [number = '', token = ''] = await page.$$eval('.key', (keys) => keys.map((key) => key.textContent));
  assert.match(`${number} ${token}`, /^\d+ rt_\d+_/, 'number and key stand on the receipt');
  wait(3600);
  await page.goto(receipt);
  yield 'receipt too late';
  return { number, token };
}

/** Opens a report by its number and key. */
export const openReport = async (page: Page, url: string, number: string, token: string): Promise<void> => {
  await page.goto(`${url}/forms/status?lang=id`);
  await fill(page, { number, token });
  await press(page, 'open');
};

/** Every state of following a report. */
async function* statesOfStatus(
  page: Page,
  { url, act }: FormsServer,
  photo: string,
  { number, token }: { readonly number: string; readonly token: string },
): AsyncGenerator<string, void, void> {
  await page.goto(`${url}/forms/pk_demo_kobar/status?lang=id`);
  yield 'entrance';
  await press(page, 'open');
  yield 'entrance with nothing in it';
  await fill(page, { number, token: `${token.slice(0, -1)}x` });
  await press(page, 'open');
  yield 'entrance with a wrong key';
  await page.goto(`${url}/forms/status?number=${number}&lang=id`);
  yield 'report as the public sees it';
  await openReport(page, url, number, token);
  yield 'report that is new';
  await act(number, 'sk_demo_kobar', { type: 'verify' });
  await act(number, 'sk_demo_kobar', {
    type: 'dispose',
    to: 'kobar.dinas-lingkungan-hidup',
    reason: 'Kebakaran lahan ditangani dinas ini bersama BPBD.',
  });
  await act(number, 'sk_demo_kobar_liaison', { type: 'startFollowUp', plan: 'Tim menuju lokasi sore ini.' });
  await act(number, 'sk_demo_kobar_liaison', {
    type: 'respond',
    message: 'Api sudah padam sejak pukul 19.40 dan lokasinya kami pantau.\nTerima kasih atas laporan Anda.',
  });
  await openReport(page, url, number, token);
  yield 'report with an answer';
  await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
  yield 'report with every action open';
  await choose(page, 'reply-attachments', photo);
  await press(page, 'reply');
  yield 'report with an empty reply';
  await press(page, 'confirm');
  yield 'report confirmed without a rating';
  await openReport(page, url, number, token);
  await choose(page, 'reply-attachments', photo);
  await fill(page, { 'reply-message': 'Di sisi timur masih berasap, fotonya saya lampirkan.' });
  await press(page, 'reply');
  yield 'report with a reply';
  await fill(page, { 'confirm-rating': '4', 'confirm-comment': 'Cepat. Terima kasih.' });
  await press(page, 'confirm');
  yield 'report that is completed';
}

/** Every state of choosing whether to be told of news. */
async function* statesOfNews(page: Page, { url, gateway }: FormsServer): AsyncGenerator<string, void, void> {
  const response = await fetch(`${url}/v1/reports`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer pk_demo_kobar',
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify({
      classification: 'complaint',
      title: written.title,
      content: written.content,
      reporter: { email: 'yuliana@contoh.example', notifyBy: 'email' },
    }),
  });
  const { trackingId, token } = (await response.json()) as { readonly trackingId: string; readonly token: string };
  await openReport(page, url, trackingId, token);
  yield 'report of which there is news';
  const link = newsLink(gateway.engine, { trackingId, channel: 'email' }, 'id');
  await page.goto(link);
  yield 'news that is sent';
  await press(page, 'stop');
  yield 'news that was stopped just now';
  await page.goto(link);
  yield 'news that is stopped';
  await page.goto(`${url}/forms/news?lang=en`);
  yield 'a link to news that is none';
}

/** What stands for a page that there is none of. */
async function* statesOfTrouble(page: Page, { url }: FormsServer): AsyncGenerator<string, void, void> {
  await page.goto(`${url}/forms/pk_unknown?lang=id`);
  yield 'no such form';
  await page.goto(`${url}/forms/pk_demo_kobar?lang=id`);
  await page.$eval('form', (form) => (form.enctype = 'text/plain'));
  await press(page, 'review');
  yield 'a body that cannot be read';
}

/** Each page in each state, one after another, by what it is called. */
export async function* everyState(page: Page, server: FormsServer, photo: string): AsyncGenerator<string, void, void> {
  const receipt = yield* statesOfForm(page, server, photo);
  yield* statesOfStatus(page, server, photo, receipt);
  yield* statesOfNews(page, server);
  yield* statesOfTrouble(page, server);
}
