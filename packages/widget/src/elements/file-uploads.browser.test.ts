import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { axeFindings } from '../axe.browser.test.support.ts';
import { LaporForm, type LaporUploadProgressEvent } from '../index.ts';
import { openForm } from '../open-form.browser.test.support.ts';
import { openSite, until } from '../widget-page.browser.test.support.ts';

LaporForm.define();

const patience = 150_000;

/** A photo of some size, each of another colour. */
const photo = async (name: string, hue = 0): Promise<File> => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [640, 480];
  const context = canvas.getContext('2d')!;
  for (let index = 0; index < 300; index += 1) {
    context.fillStyle = `hsl(${hue + index} 70% 50%)`;
    context.fillRect((index * 97) % 640, (index * 61) % 480, 80, 60);
  }
  const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!), 'image/jpeg', 0.9));
  return new File([blob], name, { type: 'image/jpeg' });
};

/** What the form asks of the gateway, as `METHOD path`. */
const watchCalls = () => {
  const send = globalThis.fetch;
  const calls: string[] = [];
  globalThis.fetch = (input, init) => {
    const { method, url } = input instanceof Request ? input : { method: init?.method ?? 'GET', url: String(input) };
    calls.push(`${method} ${new URL(url).pathname}`);
    return send(input, init);
  };
  return {
    count: (what: RegExp): number => calls.filter((call) => what.test(call)).length,
    end: (): void => void (globalThis.fetch = send),
  };
};

/** A form on its second step. */
const openFiles = async (attributes = '', settings: object = {}) => {
  const site = await openSite(settings);
  const form = await openForm(site, attributes);
  await form.press('#classification');
  await form.write('#title', 'Jembatan putus');
  await form.write('#content', 'Jembatan gantung di Jorong Koto Tuo putus sejak Senin.');
  await form.goOn();
  await form.heading('Tempat dan waktu');
  const choose = async (...files: File[]): Promise<void> => {
    const control = await form.inside('#attachments');
    const chosen = new DataTransfer();
    for (const file of files) chosen.items.add(file);
    control.files = chosen.files;
    control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  };
  const send = async (): Promise<void> => {
    for (const step of ['Tentang Anda', 'Periksa dan kirim', 'Laporan Anda sudah kami terima']) {
      await form.goOn();
      await form.heading(step);
    }
  };
  return { site, form, choose, send };
};

for (const theme of ['light', 'dark'])
  it(`photos are at the gateway before the report is, once, in ${theme}`, async () => {
    await setViewport({ width: 320, height: 900 }).catch(() => {});
    const { site, form, choose, send } = await openFiles(`theme="${theme}"`);
    const calls = watchCalls();
    const told: LaporUploadProgressEvent[] = [];
    form.host.addEventListener('lapor-upload-progress', (event) => told.push(event));
    try {
      await choose(await photo('jembatan.jpg'), await photo('sungai.jpg', 90));
      await until(() => form.text().includes('Semua berkas sudah terunggah.'));
      expect(await axeFindings(form.container)).to.deep.equal([]);
      expect(form.overflow()).to.equal(0);
      const last = told.at(-1)!;
      expect([last.sent, last.count]).to.deep.equal([last.total, 2]);
      expect(Object.values(last).join(' ')).not.to.match(/jembatan|sungai/);
      await send();
      expect(calls.count(/^POST \/v1\/uploads$/)).to.equal(2);
      expect((await site.reports()).map(({ attachments }) => attachments.length)).to.deep.equal([2]);
    } finally {
      calls.end();
    }
    form.container.remove();
  }).timeout(patience);

it('photos that meet no gateway wait, go up when the device is online, and leave when they are removed', async () => {
  const { site, form, choose, send } = await openFiles();
  const calls = watchCalls();
  try {
    await site.setDown(true);
    await choose(await photo('jembatan.jpg'), await photo('sungai.jpg', 90));
    await until(() => form.text().includes('Sambungan terputus, jadi berkas belum terunggah.'));
    expect(form.host.shadowRoot!.querySelectorAll('progress').length).to.equal(2);
    expect(await axeFindings(form.container)).to.deep.equal([]);
    await site.setDown(false);
    globalThis.dispatchEvent(new Event('online'));
    await until(() => form.text().includes('Semua berkas sudah terunggah.'));
    await form.press('.files button');
    expect(form.focused()?.id).to.equal('attachments');
    await until(() => calls.count(/^DELETE \/v1\/uploads\//) === 1);
    await send();
    expect((await site.reports()).map(({ attachments }) => attachments.length)).to.deep.equal([1]);
  } finally {
    calls.end();
  }
  form.container.remove();
}).timeout(patience);

it('a photo that is not up yet when the report is sent goes with it all the same', async () => {
  const { site, form, choose, send } = await openFiles();
  await site.setDown(true);
  await choose(await photo('jembatan.jpg'));
  await until(() => form.text().includes('Sambungan terputus'));
  await site.setDown(false);
  await send();
  expect((await site.reports()).map(({ attachments }) => attachments.length)).to.deep.equal([1]);
  form.container.remove();
}).timeout(patience);

it('each file that cannot be taken is told at once with what to do, and the others stay', async () => {
  const limits = { attachments: { maxCount: 2 } };
  const { form, choose } = await openFiles('', { limits });
  const fault = (): string => form.host.shadowRoot!.querySelector('#attachments-error')?.textContent ?? '';
  const refused = async (file: File, sentence: RegExp): Promise<void> => {
    await choose(file);
    await until(() => sentence.test(fault()), `${sentence} in ${fault()}`);
    expect(form.host.shadowRoot!.querySelectorAll('.files li').length).to.equal(1);
  };
  const first = await photo('jembatan.jpg');
  await choose(first);
  await until(() => form.host.shadowRoot!.querySelector('.files li'));
  const heic = new Uint8Array([0, 0, 0, 24, ...new TextEncoder().encode('ftypheic')]);
  await refused(new File([heic], 'IMG_0117.HEIC'), /^Foto “IMG_0117.HEIC” berformat HEIC/);
  await refused(new File([], 'kosong.jpg', { type: 'image/jpeg' }), /^Berkas “kosong.jpg” kosong\./);
  await refused(new File(['bukan foto'], 'palsu.jpg', { type: 'image/jpeg' }), /^Berkas “palsu.jpg” rusak/);
  const large = new File([new Uint8Array(50 * 1024 * 1024)], 'besar.pdf', { type: 'application/pdf' });
  await refused(large, /^Berkas “besar.pdf” terlalu besar\. Satu berkas paling besar/);
  await refused(new File(['MZ'], 'a.exe', { type: 'application/x-msdownload' }), /^Jenis berkas “a.exe” tidak dapat/);
  await refused(new File([first], 'salinan.jpg', { type: 'image/jpeg' }), /^Berkas “salinan.jpg” sudah ada/);
  expect(await axeFindings(form.container)).to.deep.equal([]);
  await choose(await photo('dua.jpg', 60), await photo('tiga.jpg', 120));
  await until(() => fault().startsWith('Lampiran paling banyak 2 berkas.'));
  expect(form.host.shadowRoot!.querySelectorAll('.files li').length).to.equal(2);
  form.container.remove();
}).timeout(patience);
