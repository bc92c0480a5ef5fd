import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { openStrictPage } from '../strict-page.browser.test.support.ts';
import { openSite, press, type, until } from '../widget-page.browser.test.support.ts';

/** Milliseconds for a whole report on a machine that has much else to do. */
const patience = 150_000;

/** The button that goes on, and on the last step sends. */
const onward = '[part~="button-primary"]';

it('under the strictest policy a report with a photo reaches the gateway, by keyboard alone', async () => {
  await setViewport({ width: 800, height: 1000 });
  const site = await openSite({ limits: { required: ['category'] } });
  const page = await openStrictPage(site);
  const { inside, tabTo, heading, form } = page;
  const nothingWrong = async (state: string): Promise<void> => {
    expect(await page.axeFindings(), state).to.deep.equal([]);
    expect(page.violations(), state).to.deep.equal([]);
  };

  await page.tick('#classification');
  await page.write('#title', 'Jembatan gantung putus');
  await page.write(
    '#content',
    'Jembatan gantung di Jorong Koto Tuo putus sejak Senin, anak-anak tidak bisa ke sekolah.',
  );
  await nothingWrong('the first step');
  await page.pressButton(onward);

  await heading('Tempat dan waktu');
  const region = await inside<HTMLSelectElement>('select#region');
  expect([...region.querySelectorAll('optgroup')].map(({ label }) => label)).to.deep.equal([
    'Kabupaten',
    'Kota',
    'Wilayah lain',
  ]);
  await page.write('#region-search', 'padang pariaman');
  await until(() => form.querySelector('[role=option]')?.textContent?.includes('Kabupaten Padang Pariaman'));
  await nothingWrong('regions that were found');
  await press('ArrowDown');
  await press('Enter');
  await until(() => region.value === '13.05', 'the region that was found is chosen');
  // What lies in it is chosen in the browser's own list.
  const district = await page.choose('select#region-2', 'Kecamatan Batang Anai');
  expect(district).to.match(/^13\.05\.\d\d$/);
  await page.write('#landmark', 'Dekat SD Negeri 12');
  await page.writeDay('#incidentDate', '2026-01-02');
  await page.attachPhoto('jembatan.jpg');
  await page.choose('select#category', 'Jembatan');
  await nothingWrong('the second step');
  await page.pressButton(onward);

  await heading('Tentang Anda');
  await page.write('#name', 'Upik');
  await page.tick('#anonymous');
  await nothingWrong('the third step');
  await page.pressButton(onward);

  await heading('Periksa dan kirim');
  expect(form.textContent).to.contain('Dekat SD Negeri 12');
  expect(form.textContent).to.contain('Kabupaten Padang Pariaman');
  await nothingWrong('the last step');
  // Back to a part by its button, to change something, and forward again.
  await page.pressButton('section:nth-of-type(2) button');
  await heading('Tempat dan waktu');
  expect((await tabTo('#landmark')).value).to.equal('Dekat SD Negeri 12');
  await press('End');
  await type(', sisi utara');
  await page.pressButton(onward);
  await heading('Tentang Anda');
  await page.pressButton(onward);
  await heading('Periksa dan kirim');
  await page.pressButton(onward);

  await heading('Laporan Anda sudah kami terima');
  expect(form.activeElement?.id, 'the focus is where reading begins').to.equal('step');
  expect((await inside('.number')).textContent).to.match(/^\d+$/);
  expect((await inside('.key')).textContent).to.match(/^rt_/);
  await nothingWrong('the receipt');
  const [report, ...others] = await site.reports();
  expect(others).to.deep.equal([]);
  expect(report).to.include({
    classification: 'complaint',
    title: 'Jembatan gantung putus',
    regionCode: district,
    landmark: 'Dekat SD Negeri 12, sisi utara',
    incidentDate: '2026-01-02',
    category: 'bridges',
    isAnonymous: true,
  });
  expect(report?.attachments.length).to.equal(1);
  expect(report?.attachments[0]).to.be.within(1000, 2 * 1024 * 1024);
  page.close();
}).timeout(patience);

it('a form from which something is missing says what, where it can be mended, and keeps everything', async () => {
  const site = await openSite();
  const { inside, form, heading, close } = await openStrictPage(site);
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
  close();
}).timeout(patience);

for (const [cut, { before, hears }] of Object.entries({
  'before the photo is up': { before: 'photo', hears: false },
  'after "Kirim", before it is heard': { before: 'sending', hears: false },
  'after "Kirim", before it is answered': { before: 'sending', hears: true },
}))
  it(`with the network cut ${cut} and the tab closed a report arrives once on the next visit, with its photo`, async () => {
    await setViewport({ width: 800, height: 1000 });
    const site = await openSite();
    const page = await openStrictPage(site);
    await page.tick('#classification');
    await page.write('#title', 'Pohon tumbang');
    await page.write('#content', 'Pohon tumbang menutup Jalan Khatib Sulaiman sejak pagi.');
    await page.pressButton(onward);
    await page.heading('Tempat dan waktu');
    await page.choose('select#region', 'Kota Padang');
    if (before === 'photo') await site.setDown(true);
    await page.attachPhoto('pohon.jpg');
    await until(() =>
      page.form.textContent.includes(before === 'photo' ? 'Sambungan terputus' : 'Semua berkas sudah terunggah.'),
    );
    await page.pressButton(onward);
    for (const step of ['Tentang Anda', 'Periksa dan kirim']) {
      await page.heading(step);
      if (step === 'Periksa dan kirim') await site.setDown(true, hears);
      await page.pressButton(onward);
    }
    await page.heading('Laporan tersimpan di perangkat ini');
    expect(await page.axeFindings()).to.deep.equal([]);
    expect((await site.reports()).length).to.equal(hears ? 1 : 0);
    // The tab is closed, the network comes back, and somebody opens the page again.
    page.close();
    await site.setDown(false);
    const later = await openStrictPage(site);
    await later.heading('Laporan Anda sudah kami terima');
    const [report, ...others] = await site.reports();
    expect(others).to.deep.equal([]);
    expect(report?.title).to.equal('Pohon tumbang');
    expect(report?.attachments.length).to.equal(1);
    expect(report?.attachments[0]).to.be.within(1000, 2 * 1024 * 1024);
    expect([...page.violations(), ...later.violations()]).to.deep.equal([]);
    later.close();
    // It is not sent anew at a third visit either.
    const last = await openStrictPage(site);
    await last.inside('#title');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect((await site.reports()).length).to.equal(1);
    last.close();
  }).timeout(patience);
