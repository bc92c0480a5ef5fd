import { expect } from 'chai';
import { LaporButton, LaporForm } from '../index.ts';
import { openForm } from '../open-form.browser.test.support.ts';
import { openSite, place, until } from '../widget-page.browser.test.support.ts';

LaporForm.define();
LaporButton.define();

/** Milliseconds for a whole report on a machine that has much else to do. */
const patience = 150_000;

/** Some words of Javanese, as a region would lay them beside the widget's files. */
const javanese = `
export const first = {
  formStart: { steps: { say: { title: 'Lapuran Panjenengan' } } },
  frame: { next: { label: 'Lajengaken' }, progress: ({ number, total }) => 'Langkah ' + number + ' saking ' + total },
};
export const later = { way: { back: { label: 'Wangsul' } }, form: { send: { label: 'Kintun lapuran' } } };
export const place = { here: { label: 'Papan kula' } };
export const draft = { keep: { label: 'Simpen ing piranti punika' } };
export const files = { uploaded: 'Sampun kaunggah.' };
`;

/** The address of a module with this text. */
const moduleOf = (text: string): string => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));

const buttons = (host: LaporForm): string[] =>
  [...host.shadowRoot!.querySelectorAll('button')].map((button) => button.textContent.trim());

it('a form speaks the words of a region, step by step, and Indonesian where there are none', async () => {
  const site = await openSite();
  const form = await openForm(site, `sentences="${moduleOf(javanese)}"`, 'jv');
  const { host, inside, write, press, goOn, heading, text } = form;
  expect(host.shadowRoot!.querySelector('form')!.lang).to.equal('jv');
  expect(text()).to.include('Langkah 1 saking 4').and.include('Lapuran Panjenengan').and.include('Judul laporan');
  await press('#classification');
  await write('#title', 'Kreteg rusak');
  await write('#content', 'Kreteg bambu dhateng pasar sampun rusak wiwit Senin.');
  await until(() => host.shadowRoot!.textContent.includes('Simpen ing piranti punika'), 'the draft in these words');
  expect(buttons(host)).to.include('Lajengaken');
  await goOn();
  await heading('Tempat dan waktu');
  await until(() => buttons(host).includes('Papan kula'), 'the place in these words');
  expect(buttons(host)).to.include('Wangsul');
  await goOn();
  await heading('Tentang Anda');
  await goOn();
  await heading('Periksa dan kirim');
  expect(buttons(host)).to.include('Kintun lapuran');
  await goOn();
  await inside('.received');
  const [report] = await site.reports();
  expect(report).to.include({ title: 'Kreteg rusak' });
}).timeout(patience);

it('what is no sentence, or cannot be said, is said in Indonesian', async () => {
  const site = await openSite();
  const broken = `
    export const first = {
      frame: {
        next: { label: 7 },
        progress: () => { throw new Error('ora bisa'); },
        loading: null,
      },
      formStart: 'dudu iki',
      firstFields: { title: { label: () => 'dudu' }, content: { label: 'Isi lapuran' } },
    };
    export const later = { way: [], form: undefined };
  `;
  const { host, write, press, goOn, heading, text } = await openForm(site, `sentences="${moduleOf(broken)}"`, 'jv');
  expect(text()).to.include('Langkah 1 dari 4').and.include('Judul laporan').and.include('Isi lapuran');
  expect(text()).to.include('Laporan Anda');
  expect(buttons(host)).to.include('Lanjutkan');
  await press('#classification');
  await write('#title', 'Kreteg rusak');
  await write('#content', 'Kreteg bambu dhateng pasar sampun rusak wiwit Senin.');
  await goOn();
  await heading('Tempat dan waktu');
  await until(() => buttons(host).includes('Gunakan lokasi saya'), 'the place');
  expect(buttons(host)).to.include('Kembali');
}).timeout(patience);

it('without the module the form speaks Indonesian, and whoever looks after the page hears of it', async () => {
  const codes: string[] = [];
  const hear = ({ code }: HTMLElementEventMap['lapor-error']): void => void codes.push(code);
  addEventListener('lapor-error', hear);
  const site = await openSite();
  const { text } = await openForm(site, 'sentences="/no-such-words.js"', 'jv');
  expect(text()).to.include('Langkah 1 dari 4');
  expect(codes).to.deep.equal(['notLoaded']);
  // Whoever can write into a page, but run nothing there, must not get a script into it this way.
  const script = 'data:text/javascript,globalThis.hasRun=true;export const first={frame:{next:{label:%22Other%22}}}';
  const { host } = await openForm(site, `sentences="${script}"`, 'jv');
  removeEventListener('lapor-error', hear);
  expect(buttons(host)).to.include('Lanjutkan');
  expect('hasRun' in globalThis).to.equal(false);
  expect(codes).to.deep.equal(['notLoaded', 'notLoaded']);
});

it('a region may put its own words in the place of single English ones', async () => {
  const words = moduleOf(`export const first = { frame: { next: { label: 'Carry on' } } };`);
  const { host, text } = await openForm(await openSite(), `sentences="${words}"`, 'en');
  expect(buttons(host)).to.include('Carry on');
  expect(text()).to.include('Step 1 of 4');
});

it('a dialog and its button for closing speak them, too', async () => {
  const words = moduleOf(`${javanese} export const dialog = { close: 'Tutupen' };`);
  const container = place(
    `<lapor-button gateway="http://127.0.0.1:9" site-key="pk_test" lang="jv" sentences="${words}"><a href="#">Lapor</a></lapor-button>`,
  );
  const button = container.querySelector('lapor-button')!;
  await button.show();
  const form = await until(() => button.form?.shadowRoot?.querySelector('form'), 'the form in the dialog');
  expect(form.textContent).to.include('Lapuran Panjenengan');
  const close = button.form!.closest('dialog')!.querySelector('[part~="close"]')!;
  expect(close.textContent).to.equal('Tutupen');
  button.close();
  await button.show();
  expect(close.textContent, 'when it is opened again').to.equal('Tutupen');
  button.close();
});
