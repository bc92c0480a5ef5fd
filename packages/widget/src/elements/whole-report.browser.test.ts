import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { focused, openSite, press, type, until } from '../widget-page.browser.test.support.ts';

/** Milliseconds for a whole report on a machine that has much else to do. */
const patience = 150_000;

/** The built widget on a page under the strictest policy, in a frame. */
const strictPage = async (site: { gateway: string; siteKey: string }) => {
  const frame = document.createElement('iframe');
  frame.src = `/widget/strict.html?${new URLSearchParams(site)}`;
  frame.style.cssText = 'width: 100%; height: 900px; border: 0';
  document.body.append(frame);
  const form = await until(() => frame.contentDocument?.querySelector('lapor-form')?.shadowRoot);
  const inside = <Kind extends Element = HTMLInputElement>(selector: string): Promise<Kind> =>
    until(() => form.querySelector<Kind>(selector), selector);
  return {
    frame,
    inside,
    form,
    heading: (text: string) => until(() => form.querySelector('#step')?.textContent?.includes(text), text),
    violations: () => (frame.contentWindow as unknown as { violations: string[] }).violations,
  };
};

/** A photo as a phone takes it: large, noisy, so that it does not get small by itself. */
const photo = async (): Promise<File> => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [2400, 1800];
  const context = canvas.getContext('2d')!;
  for (let index = 0; index < 4000; index += 1) {
    context.fillStyle = `hsl(${(index * 47) % 360} 70% 50%)`;
    context.fillRect((index * 97) % 2400, (index * 61) % 1800, 80, 60);
  }
  const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!), 'image/jpeg', 0.98));
  return new File([blob], 'jembatan.jpg', { type: 'image/jpeg' });
};

it('under the strictest policy a report with a photo reaches the gateway, by keyboard alone', async () => {
  await setViewport({ width: 800, height: 1000 });
  const site = await openSite({ limits: { required: ['category'] } });
  const { frame, inside, heading, form, violations } = await strictPage(site);

  (await inside('#classification')).focus();
  await press(' ');
  await press('Tab');
  expect((focused() as HTMLIFrameElement).contentDocument?.activeElement?.shadowRoot?.activeElement?.id).to.equal(
    'title',
  );
  await type('Jembatan gantung putus');
  await press('Tab');
  await type('Jembatan gantung di Jorong Koto Tuo putus sejak Senin, anak-anak tidak bisa ke sekolah.');
  await press('Tab');
  await press('Enter');

  await heading('Tempat dan waktu');
  const region = await inside<HTMLSelectElement>('select#region');
  expect([...region.querySelectorAll('optgroup')].map(({ label }) => label)).to.deep.equal([
    'Kabupaten',
    'Kota',
    'Wilayah lain',
  ]);
  region.focus();
  // By the letters of its name, as every list of a browser can be used.
  region.value = '13.05';
  region.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await inside('#region-search');
  const district = await inside<HTMLSelectElement>('select#region-2');
  expect(district.options.length).to.be.greaterThan(5);
  (await inside('#landmark')).focus();
  await type('Dekat SD Negeri 12');
  const category = await inside<HTMLSelectElement>('select#category');
  category.value = 'bridges';
  category.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  const files = await inside('#attachments');
  const chosen = new (frame.contentWindow as Window & typeof globalThis).DataTransfer();
  chosen.items.add(await photo());
  files.files = chosen.files;
  files.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await until(() => form.querySelector('.files')?.textContent?.includes('jembatan.jpg'));
  (await inside('[part~="button-primary"]')).focus();
  await press('Enter');

  await heading('Tentang Anda');
  (await inside('#name')).focus();
  await type('Upik');
  (await inside('#anonymous')).focus();
  await press(' ');
  (await inside('[part~="button-primary"]')).focus();
  await press('Enter');

  await heading('Periksa dan kirim');
  expect(form.textContent).to.contain('Dekat SD Negeri 12');
  expect(form.textContent).to.contain('Kabupaten Padang Pariaman');
  (await inside('[part~="button-primary"]')).focus();
  await press('Enter');

  await heading('Laporan Anda sudah kami terima');
  const number = (await inside('.number')).textContent;
  expect(number).to.match(/^\d+$/);
  expect((await inside('.key')).textContent).to.match(/^rt_/);
  const [report, ...others] = await site.reports();
  expect(others).to.deep.equal([]);
  expect(report).to.include({
    classification: 'complaint',
    title: 'Jembatan gantung putus',
    regionCode: '13.05',
    landmark: 'Dekat SD Negeri 12',
    category: 'bridges',
    isAnonymous: true,
  });
  expect(report?.attachments.length).to.equal(1);
  expect(report?.attachments[0]).to.be.within(1000, 2 * 1024 * 1024);
  expect(violations()).to.deep.equal([]);
  frame.remove();
}).timeout(patience);

it('a form from which something is missing says what, where it can be mended, and keeps everything', async () => {
  const site = await openSite();
  const { frame, inside, form, heading } = await strictPage(site);
  (await inside('#title')).focus();
  await type('Ai');
  await press('Enter');
  const summary = await inside<HTMLElement>('#summary');
  expect([...summary.querySelectorAll('a')].map(({ textContent }) => textContent)).to.deep.equal([
    'Pilih klasifikasi laporan Anda.',
    'Judul laporan paling sedikit 3 huruf. Tambahkan 1 huruf lagi.',
    'Tulis isi laporan Anda.',
  ]);
  expect(form.activeElement).to.equal(summary);
  summary.querySelectorAll('a')[1]!.click();
  expect(form.activeElement?.id).to.equal('title');
  expect((await inside('#title')).value).to.equal('Ai');
  expect((await inside('#title')).getAttribute('aria-describedby')).to.equal('title-hint title-error');
  expect(await heading('Laporan Anda')).to.equal(true);
  frame.remove();
}).timeout(patience);

it('a report that meets no gateway waits on the device and arrives once, also in another page', async () => {
  const site = await openSite();
  const { frame, inside, heading } = await strictPage(site);
  (await inside('#classification')).click();
  (await inside('#title')).focus();
  await type('Pohon tumbang');
  (await inside('#content')).focus();
  await type('Pohon tumbang menutup Jalan Khatib Sulaiman sejak pagi.');
  for (const step of ['Tempat dan waktu', 'Tentang Anda', 'Periksa dan kirim']) {
    (await inside('[part~="button-primary"]')).click();
    await heading(step);
  }
  await site.setDown(true);
  (await inside('[part~="button-primary"]')).click();
  await heading('Laporan tersimpan di perangkat ini');
  expect(await site.reports()).to.deep.equal([]);
  // The tab is closed, the network comes back, and somebody opens the page again.
  frame.remove();
  await site.setDown(false);
  const later = await strictPage(site);
  await later.heading('Laporan Anda sudah kami terima');
  expect((await site.reports()).map(({ title }) => title)).to.deep.equal(['Pohon tumbang']);
  expect(later.violations()).to.deep.equal([]);
  later.frame.remove();
}).timeout(patience);
