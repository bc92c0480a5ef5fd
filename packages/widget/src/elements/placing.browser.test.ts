import { expect } from 'chai';
import { axeFindings } from '../axe.browser.test.support.ts';
import { LaporForm } from '../index.ts';
import { openForm } from '../open-form.browser.test.support.ts';
import { openSite, press, type, until } from '../widget-page.browser.test.support.ts';

LaporForm.define();

/** Milliseconds on a machine that has much else to do. */
const patience = 150_000;

/** The form on its second step. */
const atWhere = async (settings: object = {}) => {
  const site = await openSite(settings);
  const { container, host, inside, write, press: click, heading } = await openForm(site);
  // The question where somebody is has a button of its own that stands out.
  const goOn = (): Promise<void> => click('.actions [type="submit"], .actions button:not([type])');
  const told = (text: string) =>
    until(
      () =>
        [...(host.shadowRoot?.querySelectorAll('[role=status]') ?? [])].some((one) => one.textContent?.includes(text)),
      text,
    );
  (await inside('#classification')).click();
  await write('#title', 'Lampu jalan padam');
  await write('#content', 'Lampu jalan di depan pasar padam sejak Senin, jalan menjadi gelap.');
  await goOn();
  await heading('Tempat dan waktu');
  await inside('select#region');
  const search = await inside('#region-search');
  return { site, container, host, inside, write, goOn, heading, told, search };
};

const optionsOf = (host: Element): string[] =>
  [...host.shadowRoot!.querySelectorAll('[role=option]')].map(
    (option) => `${option.querySelector('b')?.textContent}, ${option.querySelector('.hint')?.textContent}`,
  );

/** A browser under test cannot be told in one way for all three where it is, nor be made to fail as a phone does. */
const standAt = (answer: { latitude: number; longitude: number; accuracy: number } | { code: number }): void => {
  const geolocation = {
    getCurrentPosition: (found: (position: object) => void, failed: (error: object) => void) =>
      'code' in answer ? failed(answer) : found({ coords: answer }),
  };
  Object.defineProperty(navigator, 'geolocation', { configurable: true, value: geolocation });
};

const padang = { latitude: -0.949_234_567, longitude: 100.354_212_345, accuracy: 11.2 };

it('who types Padang sees city and namesakes apart, and chooses by keyboard', async () => {
  const { container, host, inside, search, told } = await atWhere();
  search.focus();
  await type('padang');
  await until(() => optionsOf(host).length > 3);
  expect(optionsOf(host).slice(0, 3)).to.deep.equal([
    'Kota Padang, Provinsi Sumatera Barat',
    'Kota Padang Panjang, Provinsi Sumatera Barat',
    'Kabupaten Padang Pariaman, Provinsi Sumatera Barat',
  ]);
  expect(search.getAttribute('aria-expanded')).to.equal('true');
  await press('ArrowUp');
  await press('ArrowDown');
  await press('ArrowDown');
  await press('ArrowDown');
  const active = host.shadowRoot!.getElementById(search.getAttribute('aria-activedescendant')!);
  expect(active?.textContent).to.contain('Kabupaten Padang Pariaman');
  expect(active?.getAttribute('aria-selected')).to.equal('true');
  expect(await axeFindings(container)).to.deep.equal([]);
  await press('Enter');
  await told('Wilayah yang dipilih: Kabupaten Padang Pariaman, Provinsi Sumatera Barat.');
  expect(search.value).to.equal('Kabupaten Padang Pariaman, Provinsi Sumatera Barat');
  expect((await inside<HTMLSelectElement>('select#region')).value).to.equal('13.05');
  expect(host.step, 'Enter chose and did not send').to.equal('where');
  // Another choice in the lists: what was searched for is over.
  const lists = await inside<HTMLSelectElement>('select#region');
  lists.value = '13.71';
  lists.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await until(() => search.value === '');
  container.remove();
}).timeout(patience);

it('a village is found with all that it lies in, and named so before it is sent', async () => {
  const { container, host, inside, search, goOn, heading } = await atWhere();
  search.focus();
  await type('padang besi');
  (await inside<HTMLElement>('[role=option]')).click();
  await until(() => host.shadowRoot?.querySelector<HTMLSelectElement>('select#region-3')?.value === '13.71.07.1002');
  expect(host.shadowRoot?.activeElement, 'the focus stays').to.equal(search);
  for (const step of ['Tentang Anda', 'Periksa dan kirim']) {
    await goOn();
    await heading(step);
  }
  expect(host.shadowRoot?.textContent).to.contain(
    'Kelurahan Padang Besi, Kecamatan Lubuk Kilangan, Kota Padang, Provinsi Sumatera Barat',
  );
  container.remove();
}).timeout(patience);

it('Escape closes the list and keeps what was typed; a name that nobody has is said to be none', async () => {
  const { container, host, search, told } = await atWhere();
  search.focus();
  await type('bandung');
  await until(() => optionsOf(host).includes('Kabupaten Bandung, Provinsi Jawa Barat'));
  await press('Escape');
  await until(() => optionsOf(host).length === 0);
  expect(search.value).to.equal('bandung');
  expect(search.getAttribute('aria-expanded')).to.equal('false');
  search.select();
  await type('qqqqqqq');
  await told('Tidak ada wilayah dengan nama itu.');
  container.remove();
}).timeout(patience);

it('when searching fails that is said, and the lists do their work', async () => {
  const { site, container, inside, search, told } = await atWhere();
  await site.setDown(true);
  search.focus();
  await type('padang');
  await told('Pencarian belum dapat dipakai.');
  expect((await inside<HTMLSelectElement>('select#region')).options.length).to.be.greaterThan(19);
  await site.setDown(false);
  container.remove();
}).timeout(patience);

it('a device that cannot tell where it is gets a plain sentence for each reason', async () => {
  const { container, host, inside, told } = await atWhere();
  const here = await inside<HTMLElement>('#here');
  const answers: [Parameters<typeof standAt>[0], string][] = [
    [{ code: 1 }, 'Izin lokasi tidak diberikan.'],
    [{ code: 2 }, 'tidak dapat menentukan lokasinya'],
    [{ code: 3 }, 'dalam waktu 15 detik'],
    [{ ...padang, accuracy: 12_300 }, 'hanya tepat sampai sekitar 13 km'],
    [{ latitude: -7.9, longitude: 84.1, accuracy: 10 }, 'Tidak ada kabupaten atau kota di dekat lokasi Anda.'],
  ];
  for (const [answer, sentence] of answers) {
    standAt(answer);
    here.click();
    await told(sentence);
  }
  expect(host.values.region).to.equal(undefined);
  container.remove();
}).timeout(patience);

it('the place of the device is proposed, and nothing of it goes anywhere before somebody agrees', async () => {
  const { site, container, host, inside, told, goOn, heading } = await atWhere({ features: { map: true } });
  standAt(padang);
  // A browser remembers the first 250 requests of a page.
  performance.clearResourceTimings();
  (await inside<HTMLElement>('#here')).click();
  await told('Sepertinya Anda berada di Kota Padang, Provinsi Sumatera Barat. Kejadiannya juga di sana?');
  expect(host.values.region).to.equal(undefined);
  expect(await axeFindings(container)).to.deep.equal([]);
  (await inside<HTMLElement>('#with-point')).click();
  (await inside<HTMLElement>('[part~="button-primary"]')).click();
  await until(() => host.shadowRoot?.textContent?.includes('Titik lokasi ikut dalam laporan Anda.'));
  expect(host.values).to.include({ region: '13.71', position: '-0.9492,100.3542,12' });
  expect(host.shadowRoot?.activeElement?.id).to.equal('here');
  const asked = performance.getEntriesByType('resource').map(({ name }) => name);
  expect(asked.some((name) => name.endsWith('/v1/regions/13/boundaries'))).to.equal(true);
  expect(asked.filter((name) => /0\.9492|100\.35/.test(name))).to.deep.equal([]);
  for (const step of ['Tentang Anda', 'Periksa dan kirim']) {
    await goOn();
    await heading(step);
  }
  expect(host.shadowRoot?.textContent).to.contain('-0.9492, 100.3542');
  await goOn();
  await heading('Laporan Anda sudah kami terima');
  expect((await site.reports())[0]).to.deep.include({ regionCode: '13.71', position: [-0.9492, 100.3542, 12] });
  container.remove();
}).timeout(patience);

it('who says no, or takes the point back, sends neither', async () => {
  const { container, host, inside, told } = await atWhere({ features: { map: true } });
  standAt(padang);
  const here = await inside<HTMLElement>('#here');
  const pressButton = async (text: string): Promise<void> =>
    (
      await until(() =>
        [...host.shadowRoot!.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(text)),
      )
    ).click();
  here.click();
  await told('Sepertinya');
  await pressButton('Bukan di sana');
  await until(() => !host.shadowRoot!.textContent.includes('Sepertinya'));
  expect(host.values.region).to.equal(undefined);
  here.click();
  await told('Sepertinya');
  (await inside<HTMLElement>('#with-point')).click();
  await pressButton('Ya, di sana');
  await pressButton('Hapus titik lokasi');
  expect(host.values.position).to.equal(undefined);
  expect(host.values.region).to.equal('13.71');
  container.remove();
}).timeout(patience);

it('a site without points proposes the region and asks for no point', async () => {
  const { container, host, inside, told } = await atWhere();
  standAt(padang);
  (await inside<HTMLElement>('#here')).click();
  await told('Sepertinya');
  expect(host.shadowRoot?.querySelector('#with-point')).to.equal(null);
  expect(host.shadowRoot?.textContent, 'nothing of the code is shown').not.to.match(/false|undefined/);
  container.remove();
}).timeout(patience);

it('on a strict page the map shows the borders without any other host, and a point is chosen by keyboard', async () => {
  const site = await openSite({ features: { map: true } });
  const frame = document.createElement('iframe');
  frame.src = `/widget/strict.html?${new URLSearchParams({ gateway: site.gateway, siteKey: site.siteKey })}`;
  frame.style.cssText = 'width: 100%; height: 900px; border: 0';
  document.body.append(frame);
  const host = await until(() => frame.contentDocument?.querySelector('lapor-form'));
  const inside = <Kind extends Element = HTMLInputElement>(selector: string): Promise<Kind> =>
    until(() => host.shadowRoot?.querySelector<Kind>(selector), selector);
  const says = (text: string) => until(() => host.shadowRoot?.textContent?.includes(text), text);
  const button = (text: string) =>
    until(
      () => [...host.shadowRoot!.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(text)),
      text,
    );
  (await inside('#classification')).click();
  for (const [selector, text] of [
    ['#title', 'Lampu jalan padam'],
    ['#content', 'Lampu jalan di depan pasar padam sejak Senin.'],
  ] as const) {
    (await inside(selector)).focus();
    await type(text);
  }
  (await button('Lanjutkan')).click();
  const region = await inside<HTMLSelectElement>('select#region');
  expect(region.options.length).to.be.greaterThan(19);
  (await button('Pilih di peta')).click();
  const map = await inside<HTMLElement>('#map svg path');
  expect(map.getAttribute('d')?.length).to.be.greaterThan(1000);
  await says('Lingkaran berada di Kabupaten');
  const container = await inside<HTMLElement>('#map');
  await until(() => host.shadowRoot?.activeElement === container, 'the focus is on the map');
  const said = () => host.shadowRoot?.querySelector('.map-frame ~ [role=status]')?.textContent;
  const before = said();
  for (let index = 0; index < 6; index += 1) await press('ArrowRight');
  await until(() => said() !== before, 'another region is said');
  for (let index = 0; index < 6; index += 1) await press('ArrowLeft');
  await until(() => said() === before, 'and back');
  (await button('Perbesar')).click();
  (await button('Pakai titik ini')).click();
  await says('Titik lokasi ikut dalam laporan Anda.');
  expect(host.values.position).to.match(/^-?\d+\.\d{4},\d+\.\d{4}$/);
  expect((frame.contentWindow as unknown as { violations: string[] }).violations).to.deep.equal([]);
  const hosts = new Set(
    frame.contentWindow!.performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin),
  );
  expect([...hosts].every((origin) => [location.origin, new URL(site.gateway).origin].includes(origin))).to.equal(true);
  frame.remove();
}).timeout(patience);
