import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { axeFindings } from '../axe.browser.test.support.ts';
import { LaporButton, LaporForm } from '../index.ts';
import { openForm } from '../open-form.browser.test.support.ts';
import { openSite, place, until } from '../widget-page.browser.test.support.ts';

LaporForm.define();
LaporButton.define();

/** Milliseconds for a whole way through the form on a machine that has much else to do. */
const patience = 150_000;

for (const theme of ['light', 'dark'])
  it(`the open dialog in ${theme} has no axe finding, and nothing sticks out at 320 pixels`, async () => {
    await setViewport({ width: 320, height: 700 }).catch(() => {
      // Firefox keeps the size that it was started with.
    });
    const { gateway, siteKey } = await openSite();
    const container = place(
      `<lapor-button gateway="${gateway}" site-key="${siteKey}" theme="${theme}" lang="id"></lapor-button>`,
    );
    const button = container.querySelector('lapor-button')!;
    await button.show();
    await until(() => button.form?.shadowRoot?.querySelector('#title'));
    const dialog = button.form!.closest('dialog')!;
    expect(await axeFindings((dialog.getRootNode() as ShadowRoot).host)).to.deep.equal([]);
    expect(dialog.scrollWidth - dialog.clientWidth).to.equal(0);
    button.close();
    await until(() => history.state?.laporDialog === undefined);
    container.remove();
  }).timeout(patience);

for (const theme of ['light', 'dark'])
  it(`every step and state in ${theme} has no axe finding, and nothing sticks out at 320 pixels`, async () => {
    await setViewport({ width: 320, height: 700 }).catch(() => {
      // Firefox keeps the size that it was started with.
    });
    const site = await openSite({ features: { suggestions: true } });
    const form = await openForm(site, `theme="${theme}"`);
    const { container, host, inside, write, goOn, heading } = form;
    const check = async (state: string): Promise<void> => {
      expect(await axeFindings(container), state).to.deep.equal([]);
      expect(form.overflow(), state).to.equal(0);
    };

    await inside('#title');
    await check('empty');
    await goOn();
    await inside('#summary');
    await check('with errors');
    (await inside('#classification')).click();
    await write('#title', 'Lampu jalan padam');
    await write('#content', 'Lampu jalan padam di Jalan Melati sejak pekan lalu. Nomor saya 0812 3456 7890.');
    await goOn();
    await heading('Tempat dan waktu');
    await inside('select#region');
    await inside('#region-search');
    await check('where');
    await goOn();
    await heading('Tentang Anda');
    await check('who');
    await goOn();
    await heading('Periksa dan kirim');
    await until(() => host.shadowRoot?.querySelector('#advice details'));
    await check('check');
    await site.setDown(true);
    await goOn();
    await heading('Laporan tersimpan');
    await check('queued');
    await site.setDown(false);
    globalThis.dispatchEvent(new Event('online'));
    await heading('Laporan Anda sudah kami terima');
    await check('receipt');
    container.remove();
  }).timeout(patience);
