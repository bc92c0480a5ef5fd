import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { axeFindings } from '../axe.browser.test.support.ts';
import { LaporForm } from '../index.ts';
import { openForm } from '../open-form.browser.test.support.ts';
import { openSite, press, type, until } from '../widget-page.browser.test.support.ts';

LaporForm.define();

const patience = 150_000;

/** A form on its second step with a category chosen that asks. */
const openQuestions = async (attributes = '') => {
  const site = await openSite();
  const form = await openForm(site, attributes);
  await form.press('#classification');
  await form.write('#title', 'Lahan terbakar');
  await form.write('#content', 'Lahan di belakang SD Negeri 3 Sungai Dareh terbakar sejak tadi pagi.');
  await form.goOn();
  await form.heading('Tempat dan waktu');
  await until(() => form.host.shadowRoot?.querySelector('#category option[value="fire"]'));
  await form.write('#category', 'fire');
  await form.inside('#answer\\/burning');
  const messages = (): string[] =>
    [...form.host.shadowRoot!.querySelectorAll('#summary a')].map(({ textContent }) => textContent);
  return { site, form, messages };
};

for (const theme of ['light', 'dark'])
  it(`the questions of a category are asked, judged and answered, by keyboard alone, in ${theme}`, async () => {
    await setViewport({ width: 320, height: 900 }).catch(() => {});
    const { site, form, messages } = await openQuestions(`theme="${theme}"`);
    expect(form.text()).to.contain('Pertanyaan tambahan');
    expect(form.text()).not.to.contain('Bagaimana perasaan Anda?');
    expect(await axeFindings(form.container)).to.deep.equal([]);
    await form.write('#answer\\/hectares', 'banyak');
    await form.goOn();
    await form.inside('#summary');
    expect(messages()).to.deep.equal([
      '“Apakah api masih menyala?” perlu diisi.',
      '“Perkiraan luas (hektare)” harus berupa angka.',
      '“Jenis lahan” perlu diisi.',
      '“Apa yang ada di dekatnya?” perlu diisi.',
    ]);
    expect(await axeFindings(form.container)).to.deep.equal([]);
    expect(form.overflow()).to.equal(0);
    (await form.inside<HTMLElement>('#summary a')).click();
    expect(form.focused()?.id).to.equal('answer/burning');
    await press(' ');
    const hectares = await form.inside('#answer\\/hectares');
    hectares.focus();
    hectares.select();
    await type('0,7');
    (await form.inside('#answer\\/owner')).focus();
    await type('Nagari');
    (await form.inside('#answer\\/ground')).focus();
    await press(' ');
    (await form.inside('#answer\\/near')).focus();
    await press(' ');
    (await form.inside('[name="answer/near/sekolah"]')).focus();
    await press(' ');
    await form.write('#answer\\/since', '2026-11-20');
    for (const step of ['Tentang Anda', 'Periksa dan kirim']) {
      await form.goOn();
      await form.heading(step);
    }
    for (const shown of ['Kebakaran lahan', 'Ya', '0,7', '20 November 2026', 'Pilihan rumah, Pilihan sekolah'])
      expect(form.text()).to.contain(shown);
    await form.goOn();
    await form.heading('Laporan Anda sudah kami terima');
    const [report] = await site.reports();
    expect([report?.category, report?.answers]).to.deep.equal([
      'fire',
      {
        burning: true,
        hectares: 0.7,
        since: '2026-11-20',
        owner: 'Nagari',
        ground: 'gambut',
        near: ['rumah', 'sekolah'],
      },
    ]);
    form.container.remove();
  }).timeout(patience);

it('another category keeps the answers to what it asks as well, and asks nothing else', async () => {
  const { site, form } = await openQuestions();
  await form.press('#answer\\/burning-1');
  await form.write('#answer\\/owner', 'Nagari');
  await form.write('#category', 'smoke');
  await until(() => !form.host.shadowRoot?.querySelector('#answer\\/owner'));
  expect((await form.inside('#answer\\/burning-1')).checked).to.equal(true);
  for (const step of ['Tentang Anda', 'Periksa dan kirim', 'Laporan Anda sudah kami terima']) {
    await form.goOn();
    await form.heading(step);
  }
  const [report] = await site.reports();
  expect([report?.category, report?.answers]).to.deep.equal(['smoke', { burning: false }]);
  form.container.remove();
}).timeout(patience);
