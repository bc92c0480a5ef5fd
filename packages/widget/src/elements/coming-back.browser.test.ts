import { expect } from 'chai';
import { openSite, until } from '../widget-page.browser.test.support.ts';

/** Milliseconds for a page that is loaded three times on a machine that has much else to do. */
const patience = 150_000;

/** The plain page of a region in a frame, with a draft that its reporter lets the device keep. */
const openPageWithDraft = async (title: string) => {
  const { gateway, siteKey } = await openSite();
  const frame = document.createElement('iframe');
  frame.src = `/sumbar/?${new URLSearchParams({ gateway, siteKey })}`;
  frame.style.cssText = 'width: 100%; height: 800px';
  document.body.append(frame);
  const form = () => frame.contentDocument?.querySelector('lapor-form[site-key]')?.shadowRoot;
  const field = await until(() => form()?.querySelector<HTMLInputElement>('#title'));
  field.value = title;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  (await until(() => form()?.querySelector<HTMLInputElement>('#keepDraft'))).click();
  await until(() => form()?.querySelector('.draft [role="status"]')?.textContent === 'Draf tersimpan.');
  return {
    frame,
    /** Resolves when this page is gone and another one, or the same again, has loaded. */
    leave: async (go: (page: Window) => void) => {
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      go(frame.contentWindow!);
      await loaded;
    },
    /** What stands in the title's field once the draft has come back. */
    restoredTitle: async () => {
      await until(() => form()?.querySelector('.restored')?.textContent?.includes('dipulihkan'), 'the draft is told');
      return form()!.querySelector<HTMLInputElement>('#title')!.value;
    },
  };
};

it('a page that is loaded again has the draft again', async () => {
  const page = await openPageWithDraft('Lampu jalan padam di Simpang Haru');
  await page.leave(({ location }) => location.reload());
  expect(await page.restoredTitle()).to.equal('Lampu jalan padam di Simpang Haru');
  page.frame.remove();
}).timeout(patience);

it('whoever follows a link away and comes Back has the draft again', async () => {
  const page = await openPageWithDraft('Jembatan gantung putus');
  await page.leave(({ location }) => location.assign('/widget/strict.html?gateway=http://127.0.0.1:9&siteKey=pk_x'));
  expect(page.frame.contentDocument?.location.pathname).to.equal('/widget/strict.html');
  await page.leave(({ history }) => history.back());
  expect(await page.restoredTitle()).to.equal('Jembatan gantung putus');
  page.frame.remove();
}).timeout(patience);
