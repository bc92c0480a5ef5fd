import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { faultsOf } from '../axe.browser.test.support.ts';
import { LaporButton, LaporForm } from '../index.ts';
import { openSite, place, until } from '../widget-page.browser.test.support.ts';

LaporForm.define();
LaporButton.define();

/** Milliseconds for a whole way through the form on a machine that has much else to do. */
const patience = 150_000;

/** Widest thing inside, in pixels beyond the form's own width. */
const overflowOf = (host: Element): number => {
  const form = host.shadowRoot!.querySelector('form')!;
  return form.scrollWidth - form.clientWidth;
};

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
    expect(await faultsOf((dialog.getRootNode() as ShadowRoot).host)).to.deep.equal([]);
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
    const { gateway, siteKey } = site;
    const container = place(
      `<lapor-form gateway="${gateway}" site-key="${siteKey}" lang="id" theme="${theme}"></lapor-form>`,
    );
    const host = container.querySelector('lapor-form')!;
    const inside = <Kind extends Element = HTMLInputElement>(selector: string): Promise<Kind> =>
      until(() => host.shadowRoot?.querySelector<Kind>(selector), selector);
    const write = async (selector: string, value: string): Promise<void> => {
      const control = await inside(selector);
      control.value = value;
      control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    };
    const goOn = async (): Promise<void> => (await inside<HTMLElement>('[part~="button-primary"]')).click();
    const heading = (text: string) =>
      until(() => host.shadowRoot?.querySelector('#step')?.textContent?.includes(text), text);
    const check = async (state: string): Promise<void> => {
      expect(await faultsOf(container), state).to.deep.equal([]);
      expect(overflowOf(host), state).to.equal(0);
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
