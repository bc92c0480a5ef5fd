import { expect } from 'chai';
import { axeFindings } from '../axe.browser.test.support.ts';
import { LaporForm } from '../index.ts';
import { openForm } from '../open-form.browser.test.support.ts';
import { openSite, press, slotted, place, type, until } from '../widget-page.browser.test.support.ts';

LaporForm.define();

/** Milliseconds for a whole report on a machine that has much else to do. */
const patience = 150_000;

/** A form with everything on one page, once it is all there. */
const openAll = async (settings: object = {}, attributes = '') => {
  const site = await openSite(settings);
  const form = await openForm(site, `steps="1" ${attributes}`);
  await form.inside('#phone');
  const headings = (): string[] =>
    [...form.host.shadowRoot!.querySelectorAll('h2,h3')].map((one) => one.textContent.trim());
  return { ...form, site, headings };
};

it('everything that is asked stands on one page, what is wrong in one summary and at each field, and is looked at before it is sent', async () => {
  const {
    site,
    container,
    host,
    inside,
    write,
    press: click,
    goOn,
    heading,
    focused,
    overflow,
    headings,
    text,
  } = await openAll();
  expect(headings()).to.deep.equal(['Sampaikan laporan Anda', 'Laporan Anda', 'Tempat dan waktu', 'Tentang Anda']);
  const counted = host.shadowRoot!.querySelector('.progress + p')!;
  expect(counted.checkVisibility(), 'no steps are counted').to.equal(false);
  await inside('#category option[value="fire"]');
  await write('#category', 'fire');
  await inside('#answer\\/burning');
  await write('#email', 'upik');
  const steps: string[] = [];
  host.addEventListener('lapor-step-change', ({ from, to }) => void steps.push(`${from} ${to}`));
  await goOn();
  await inside('#summary');
  const links = [...host.shadowRoot!.querySelectorAll<HTMLElement>('#summary a')];
  expect(links.map((link) => link.getAttribute('href'))).to.deep.equal([
    '#classification',
    '#title',
    '#content',
    '#answer/burning',
    '#answer/ground',
    '#answer/near',
    '#email',
  ]);
  expect(focused()?.id).to.equal('summary');
  expect(await inside('#email-error')).not.to.equal(null);
  expect(await axeFindings(container)).to.deep.equal([]);
  expect(overflow()).to.equal(0);
  links.at(-1)!.click();
  expect(focused()?.id, 'a link leads to its field').to.equal('email');

  await write('#email', 'upik@contoh.example');
  await write('#category', '');
  await click('#classification');
  await write('#title', 'Lahan terbakar');
  await write('#content', 'Lahan di belakang SD Negeri 3 Sungai Dareh terbakar sejak tadi pagi.');
  await write('#incidentDate', '2026-02-02');
  await goOn();
  await heading('Periksa dan kirim');
  expect(text()).to.contain('upik@contoh.example');
  expect(await axeFindings(container)).to.deep.equal([]);
  expect(steps).to.deep.equal(['say check']);

  const [, change] = host.shadowRoot!.querySelectorAll<HTMLElement>('.part button');
  change!.click();
  await until(() => focused()?.id === 'step-where', 'the place, on the page with everything');
  expect((await inside('#title')).value).to.equal('Lahan terbakar');
  await write('#landmark', 'Belakang SD Negeri 3');
  await goOn();
  await heading('Periksa dan kirim');
  await goOn();
  await heading('Laporan Anda sudah kami terima');
  expect((await site.reports()).map(({ title, landmark }) => [title, landmark])).to.deep.equal([
    ['Lahan terbakar', 'Belakang SD Negeri 3'],
  ]);
  container.remove();
}).timeout(patience);

it('by keyboard alone the Tab key goes down the page, Enter goes on from a line, and the report is sent', async () => {
  const { site, container, host, inside, heading, focused } = await openAll();
  const after = place('<button>Sesudahnya</button>');
  const seen: string[] = [];
  const tabTo = async (id: string): Promise<void> => {
    for (let presses = 0; presses < 40 && focused()?.id !== id; presses += 1) {
      await press('Tab');
      const stop = focused()?.id ?? '';
      if (stop && seen.at(-1) !== stop) seen.push(stop);
    }
    expect(focused()?.id).to.equal(id);
  };
  (await inside('#classification')).focus();
  await press(' ');
  await tabTo('title');
  await type('Lampu jalan padam');
  await tabTo('content');
  await type('Lampu jalan di Jalan Melati padam sejak pekan lalu.');
  await tabTo('landmark');
  await type('Depan masjid');
  await tabTo('name');
  await type('Upik');
  const inOrder = [...host.shadowRoot!.querySelectorAll('[id]')].map(({ id }) => id);
  expect(seen.map((id) => inOrder.indexOf(id))).to.deep.equal(
    seen.map((id) => inOrder.indexOf(id)).toSorted((one, other) => one - other),
  );
  await press('Enter');
  await heading('Periksa dan kirim');
  expect(focused()?.id).to.equal('step');
  (await inside<HTMLElement>('[part~="button-primary"]')).focus();
  await press('Enter');
  await heading('Laporan Anda sudah kami terima');
  expect((await site.reports()).map(({ landmark }) => landmark)).to.deep.equal(['Depan masjid']);
  container.remove();
  after.remove();
}).timeout(patience);

it('what somebody is typing stays under the fingers while the rest of the page arrives', async () => {
  const site = await openSite();
  const container = place(slotted(site, 'steps="1"'));
  const host = container.querySelector('lapor-form')!;
  const title = await until(() => host.shadowRoot?.querySelector<HTMLInputElement>('#title'));
  title.focus();
  await type('Jalan ');
  await until(() => host.shadowRoot!.querySelector('#phone'), 'all of the page');
  await type('berlubang');
  expect(host.shadowRoot!.activeElement).to.equal(title);
  expect(title.isConnected && title.value).to.equal('Jalan berlubang');
  container.remove();
}).timeout(patience);

it('a plain form that was sent before the rest had come goes on in steps, and nothing is left out', async () => {
  const site = await openSite();
  const container = place(slotted(site, 'steps="1"'));
  const host = container.querySelector('lapor-form')!;
  await until(() => host.shadowRoot?.querySelector('#title'));
  const write = (id: string, value: string): void => {
    const control = host.shadowRoot!.querySelector<HTMLInputElement>(`#${id}`)!;
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  };
  host.shadowRoot!.querySelector<HTMLElement>('#classification')!.click();
  write('title', 'Jalan berlubang');
  write('content', 'Jalan Melati berlubang di depan pasar, sejak bulan lalu.');
  host.shadowRoot!.querySelector<HTMLElement>('[part~="button-primary"]')!.click();
  // Whichever came first: the place is asked for before anything is to be checked.
  await until(() => host.shadowRoot!.querySelector('#landmark') ?? (host.step === 'check' && 'check'), 'the place');
  expect(host.shadowRoot!.querySelector('#landmark')).not.to.equal(null);
  container.remove();
}).timeout(patience);
