import { expect } from 'chai';
import { axeFindings } from '../axe.browser.test.support.ts';
import { LaporForm } from '../index.ts';
import { openForm } from '../open-form.browser.test.support.ts';
import { openSite, until } from '../widget-page.browser.test.support.ts';

LaporForm.define();

/** Milliseconds for a whole report on a machine that has much else to do. */
const patience = 150_000;

let count = 0;

// A draft asks nobody: there is no gateway at this address. Each test has a site of its own.
const newSite = () => ({ gateway: 'http://127.0.0.1:9', siteKey: `pk_draft_${(count += 1)}_${Date.now()}` });

type Site = ReturnType<typeof newSite>;
type Form = Awaited<ReturnType<typeof openForm>>;

/** What is said of the draft below the form. */
const told = ({ host }: Form): string => host.shadowRoot!.querySelector('.draft [role="status"]')?.textContent ?? '';

const notice = ({ host }: Form): string => host.shadowRoot!.querySelector('.restored')?.textContent ?? '';

/** A form in which somebody has written a title and let the device keep it. */
const keptForm = async (site: Site): Promise<Form> => {
  const form = await openForm(site);
  await form.write('#title', 'Pipa air bocor');
  await form.press('#keepDraft');
  await until(() => told(form) === 'Draf tersimpan.', 'the draft is kept');
  return form;
};

const databases = async (key: string): Promise<IDBDatabaseInfo[]> =>
  (await indexedDB.databases()).filter(({ name }) => name?.includes(key));

it('nothing is kept before somebody says so; then it is there on the next visit, told, and can be thrown away', async () => {
  const site = newSite();
  const first = await openForm(site);
  await first.write('#title', 'Pipa air bocor');
  const keep = await first.inside('#keepDraft');
  expect(keep.checked).to.equal(false);
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect(await databases(site.siteKey), 'nothing was kept').to.deep.equal([]);
  expect(await axeFindings(first.container)).to.deep.equal([]);
  keep.click();
  await until(() => told(first) === 'Draf tersimpan.');
  await first.press('#classification');
  await first.write('#content', 'Pipa di Jalan Anggrek bocor sejak kemarin.');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  first.container.remove();

  let restored = 0;
  addEventListener('lapor-draft-restore', () => (restored += 1), { once: true });
  const second = await openForm(site);
  await until(() => notice(second).includes('dipulihkan'));
  expect(restored).to.equal(1);
  expect((await second.inside('#title')).value).to.equal('Pipa air bocor');
  expect((await second.inside('#content')).value).to.equal('Pipa di Jalan Anggrek bocor sejak kemarin.');
  expect((await second.inside('#classification')).checked).to.equal(true);
  expect((await second.inside('#keepDraft')).checked).to.equal(true);
  expect(await axeFindings(second.container)).to.deep.equal([]);

  await second.press('.restored button');
  await until(() => second.host.shadowRoot!.querySelector<HTMLInputElement>('#title')?.value === '');
  expect(notice(second)).to.equal('');
  await until(() => localStorage.getItem(`lapor-draft ${site.gateway} ${site.siteKey}`) === null);
  second.container.remove();
  const third = await openForm(site);
  await third.write('#title', 'A');
  await third.inside('#keepDraft');
  expect((await third.inside('#title')).value).to.equal('A');
  expect(notice(third)).to.equal('');
  third.container.remove();
}).timeout(patience);

const openKept = ({ gateway, siteKey }: Site): Promise<IDBDatabase> =>
  new Promise((resolve) => {
    const request = indexedDB.open(`lapor-draft ${gateway} ${siteKey}`);
    request.addEventListener('success', () => resolve(request.result));
  });

/** Keeps everybody from reading the draft, as a slow device would, until it is let go. */
const holdDraft = async (site: Site): Promise<() => void> => {
  const database = await openKept(site);
  const store = database.transaction('draft', 'readwrite').objectStore('draft');
  let isHeld = true;
  const ask = (): void => {
    if (isHeld) store.get('key').addEventListener('success', ask);
  };
  ask();
  return () => {
    isHeld = false;
    database.close();
  };
};

it('what lies on the device cannot be read, and the switch deletes it', async () => {
  const site = newSite();
  const form = await keptForm(site);
  const database = await openKept(site);
  const stored = (): Promise<[CryptoKey, { data: ArrayBuffer } | undefined]> =>
    new Promise((resolve) => {
      const store = database.transaction('draft').objectStore('draft');
      const key = store.get('key');
      const draft = store.get('draft');
      draft.addEventListener('success', () => resolve([key.result, draft.result]));
    });
  const [key, draft] = await stored();
  expect(key.extractable).to.equal(false);
  expect(new TextDecoder().decode(draft!.data)).not.to.contain('Pipa');
  await form.press('#keepDraft');
  await until(async () => (await stored())[1] === undefined, 'the draft is gone');
  expect(told(form)).to.equal('Draf di perangkat ini sudah dihapus.');
  await form.write('#title', 'Pipa air bocor lagi');
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect((await stored())[1]).to.equal(undefined);
  database.close();
  form.container.remove();
}).timeout(patience);

it('what somebody has typed already is not replaced, and an older draft that it takes the place of is told', async () => {
  const site = newSite();
  (await keptForm(site)).container.remove();
  const letGo = await holdDraft(site);
  const form = await openForm(site);
  await form.write('#title', 'Lampu padam');
  letGo();
  await until(() => told(form).includes('juga diisi di jendela lain'), 'the newest is kept, and it is told');
  expect((await form.inside('#title')).value).to.equal('Lampu padam');
  expect(notice(form)).to.equal('');
  form.container.remove();
}).timeout(patience);

it('a draft is not older than seven days', async () => {
  const site = newSite();
  (await keptForm(site)).container.remove();
  // What is kept as the form goes is of today, too.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { now } = Date;
  Date.now = () => now() + 8 * 86_400_000;
  try {
    const form = await openForm(site);
    await until(() => localStorage.getItem(`lapor-draft ${site.gateway} ${site.siteKey}`) === null);
    expect((await form.inside('#title')).value).to.equal('');
    form.container.remove();
  } finally {
    Date.now = now;
  }
}).timeout(patience);

it('where the page wants no draft, or the browser keeps nothing, there is no switch and the form works', async () => {
  const site = newSite();
  const off = await openForm(site, 'draft="off"');
  const { getItem } = Storage.prototype;
  Storage.prototype.getItem = () => {
    throw new DOMException('blocked', 'SecurityError');
  };
  try {
    const blocked = await openForm(newSite());
    for (const form of [off, blocked]) {
      await form.write('#title', 'Pipa air bocor');
      await new Promise((resolve) => setTimeout(resolve, 1000));
      expect(form.host.shadowRoot!.querySelector('#keepDraft')).to.equal(null);
      expect((await form.inside('#title')).value).to.equal('Pipa air bocor');
      form.container.remove();
    }
  } finally {
    Storage.prototype.getItem = getItem;
  }
}).timeout(patience);

it('a report that has been sent leaves no draft', async () => {
  const site = await openSite();
  const form = await keptForm(site);
  await form.press('#classification');
  await form.write('#content', 'Pipa di Jalan Anggrek bocor sejak kemarin siang.');
  for (const step of ['Tempat dan waktu', 'Tentang Anda', 'Periksa dan kirim', 'Laporan Anda sudah kami terima']) {
    await form.goOn();
    await form.heading(step);
  }
  await until(() => localStorage.getItem(`lapor-draft ${site.gateway} ${site.siteKey}`) === null);
  form.container.remove();
  const next = await openForm(site);
  await next.write('#title', 'B');
  expect((await next.inside('#keepDraft')).checked, 'the device may still keep drafts').to.equal(true);
  expect((await next.inside('#content')).value).to.equal('');
  next.container.remove();
}).timeout(patience);
