import { expect } from 'chai';
import { LaporButton } from '../index.ts';
import { focused, openSite, place, press, type, until } from '../widget-page.browser.test.support.ts';

LaporButton.define();

/** Milliseconds for a whole report on a machine that has much else to do. */
const patience = 150_000;

// Opening asks nobody: there is no gateway at this address.
const nowhere = { gateway: 'http://127.0.0.1:9', siteKey: 'pk_test' };

const markup = (attributes = '', link = '<a href="#formulir">Lapor</a>'): string =>
  `<lapor-button gateway="${nowhere.gateway}" site-key="${nowhere.siteKey}" ${attributes}>${link}</lapor-button>`;

/** The dialog of a button, once it is open. */
const opened = async (button: LaporButton): Promise<HTMLDialogElement> => {
  await until(() => button.form?.shadowRoot?.querySelector('#title'), 'the form in the dialog');
  return until(() => button.form?.closest('dialog[open]') as HTMLDialogElement | null, 'the open dialog');
};

const title = (button: LaporButton): HTMLInputElement => button.form!.shadowRoot!.querySelector('#title')!;

/** The built button on a long page under the strictest policy, in a frame. */
const strictPage = async (query: Record<string, string>) => {
  const frame = document.createElement('iframe');
  frame.src = `/widget/button.html?${new URLSearchParams(query)}`;
  frame.style.cssText = 'width: 100%; height: 700px; border: 0';
  document.body.append(frame);
  const button = await until(() => frame.contentDocument?.querySelector<LaporButton>('lapor-button:defined'));
  const window = frame.contentWindow as unknown as Window & typeof globalThis & { violations: string[] };
  return { frame, button, link: button.querySelector('a')!, window };
};

it('by keyboard alone the dialog opens, a report is sent, and Esc leads back to the link', async () => {
  const site = await openSite();
  const { frame, button, link, window } = await strictPage({ gateway: site.gateway, siteKey: site.siteKey });
  const files = (): string[] =>
    window.performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.startsWith('/widget/lapor'));
  expect(files()).to.deep.equal(['/widget/lapor-button.js']);

  link.focus({ preventScroll: true });
  link.scrollIntoView();
  const top = window.scrollY;
  expect(top).to.be.greaterThan(0);
  // A window in the background gets no events of the focus.
  button.dispatchEvent(new Event('pointerenter'));
  await until(() => files().some((path) => path.endsWith('/lapor.js')), 'the form, as somebody is about to open it');
  await press('Enter');
  const dialog = await opened(button);
  expect(dialog.matches(':modal')).to.equal(true);
  expect((dialog.getRootNode() as ShadowRoot).activeElement?.textContent).to.equal('Sampaikan laporan');

  const inside = <Kind extends Element = HTMLInputElement>(selector: string): Promise<Kind> =>
    until(() => button.form?.shadowRoot?.querySelector<Kind>(selector), selector);
  const heading = (text: string) =>
    until(() => button.form?.shadowRoot?.querySelector('#step')?.textContent?.includes(text), text);
  (await inside('#classification')).focus();
  await press(' ');
  await press('Tab');
  await type('Lampu jalan padam');
  await press('Tab');
  await type('Lampu jalan padam di Jalan Melati sejak pekan lalu.');
  for (const step of ['Tempat dan waktu', 'Tentang Anda', 'Periksa dan kirim', 'Laporan Anda sudah kami terima']) {
    (await inside('[part~="button-primary"]')).focus();
    await press('Enter');
    await heading(step);
  }
  expect((await site.reports()).map(({ title: sent }) => sent)).to.deep.equal(['Lampu jalan padam']);

  await press('Escape');
  await until(() => !dialog.open && frame.contentDocument!.activeElement === link, 'the link has the focus');
  expect(window.scrollY).to.equal(top);
  // The receipt was there until it was closed; the next report begins empty.
  await press('Enter');
  await opened(button);
  await heading('Laporan Anda');
  expect((await inside('#title')).value).to.equal('');
  expect(window.violations).to.deep.equal([]);
  frame.remove();
}).timeout(patience);

it('Esc, the button for closing and the way back of the browser close it, and what was typed stays', async () => {
  const container = place(markup());
  const button = container.querySelector('lapor-button')!;
  const link = container.querySelector('a')!;
  const { href } = location;
  let told: string[] = [];
  for (const name of ['lapor-show', 'lapor-hide']) container.addEventListener(name, () => told.push(name));
  const ways: (() => unknown)[] = [
    () => press('Escape'),
    () => (button.form!.getRootNode() as ShadowRoot).querySelector<HTMLElement>('[part~="close"]')!.click(),
    () => history.back(),
    () => button.close(),
  ];
  for (const [index, close] of ways.entries()) {
    told = [];
    link.focus();
    await press(index % 2 === 0 ? 'Enter' : ' ');
    const dialog = await opened(button);
    expect(history.state?.laporDialog, 'an entry of its own').to.be.a('number');
    if (index === 0) {
      title(button).focus();
      await type('Jalan berlubang');
    }
    expect(title(button).value).to.equal('Jalan berlubang');
    await close();
    await until(() => !dialog.open && told.length === 2, String(close));
    await until(() => history.state?.laporDialog === undefined, 'the entry is gone');
    expect(focused()).to.equal(link);
    expect(told).to.deep.equal(['lapor-show', 'lapor-hide']);
    expect(document.documentElement.style.overflow).to.equal('');
  }
  expect(location.href).to.equal(href);
  container.remove();
}).timeout(patience);

it('opened again before the browser has told that it closed, it is as open as ever, and lets go of the page after that', async () => {
  const container = place(markup());
  const button = container.querySelector('lapor-button')!;
  const told: string[] = [];
  for (const name of ['lapor-show', 'lapor-hide']) container.addEventListener(name, () => told.push(name));
  await button.show();
  const dialog = await opened(button);
  const closed = new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
  button.close();
  await button.show();
  await closed;
  expect(told).to.deep.equal(['lapor-show', 'lapor-hide', 'lapor-show']);
  expect(dialog.matches(':modal')).to.equal(true);
  expect(document.documentElement.style.overflow).to.equal('hidden');
  button.close();
  await until(() => told.length === 4, 'it is told that it closed');
  expect(document.documentElement.style.overflow).to.equal('');
  container.remove();
});

it('however quickly it is opened and closed, the page is where it was in the history', async () => {
  history.pushState({ place: 'before' }, '');
  history.pushState({ place: 'here' }, '');
  const container = place(markup());
  const button = container.querySelector('lapor-button')!;
  await button.show();
  await opened(button);
  for (let times = 0; times < 3; times += 1) {
    button.close();
    await button.show();
  }
  button.close();
  await until(() => history.state?.laporDialog === undefined, 'no entry is left');
  // What had been asked for too often would come now.
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(history.state).to.deep.equal({ place: 'here' });
  container.remove();
});

it('a press with Ctrl, Shift, or one that the page has taken is left alone, and a form around it is not sent', async () => {
  const container = place(`<form action="/nowhere">${markup('', '<button>Lapor</button>')}${markup()}</form>`);
  const [inForm, linked] = container.querySelectorAll('lapor-button');
  let sent = 0;
  container.querySelector('form')!.addEventListener('submit', (event) => {
    event.preventDefault();
    sent += 1;
  });
  const link = linked!.querySelector('a')!;
  const untouched: boolean[] = [];
  container.addEventListener('click', (event) => {
    untouched.push(!event.defaultPrevented);
    event.preventDefault();
  });
  for (const told of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }])
    link.dispatchEvent(new MouseEvent('click', { ...told, bubbles: true, cancelable: true }));
  expect(untouched).to.deep.equal([true, true, true]);
  link.addEventListener('click', (event) => event.preventDefault(), { once: true });
  link.click();
  expect(linked!.form).to.equal(undefined);

  inForm!.querySelector('button')!.click();
  const dialog = await opened(inForm!);
  expect(sent).to.equal(0);
  expect(linked!.form, 'the other button has a form of its own').to.equal(undefined);
  dialog.close();
  await until(() => history.state?.laporDialog === undefined);
  container.remove();
}).timeout(patience);

it('a page whose router minds gets no entry in the history', async () => {
  const container = place(markup('history="off"'));
  const button = container.querySelector('lapor-button')!;
  const { length } = history;
  await button.show();
  await opened(button);
  expect(history.length).to.equal(length);
  button.close();
  await until(() => !button.form!.closest('dialog[open]'));
  container.remove();
}).timeout(patience);

it('moved while open it stays open; removed while open it lets somebody finish', async () => {
  const container = place(`<div>${markup()}</div><section></section>`);
  const button = container.querySelector('lapor-button')!;
  await button.show();
  const dialog = await opened(button);
  title(button).value = 'Sampah menumpuk';
  container.querySelector('section')!.append(button);
  await new Promise((resolve) => setTimeout(resolve));
  expect(dialog.open).to.equal(true);
  container.remove();
  await new Promise((resolve) => setTimeout(resolve));
  expect(dialog.open).to.equal(true);
  expect(title(button).value).to.equal('Sampah menumpuk');
  dialog.close();
  await until(() => !dialog.isConnected);
  await until(() => history.state?.laporDialog === undefined);
}).timeout(patience);

it('it opens where the page says, above a modal dialog of the page', async () => {
  const container = place(`<dialog id="theirs"><p tabindex="0">Menu</p>${markup('container="#theirs"', '')}</dialog>`);
  const theirs = container.querySelector('dialog')!;
  const button = container.querySelector('lapor-button')!;
  theirs.showModal();
  const link = button.querySelector('a')!;
  expect(link.textContent).to.equal('Lapor');
  expect(link.href).to.equal(`${nowhere.gateway}/forms/${nowhere.siteKey}`);
  link.click();
  const dialog = await opened(button);
  expect(theirs.contains((dialog.getRootNode() as ShadowRoot).host)).to.equal(true);
  title(button).focus();
  expect(focused()).to.equal(title(button));
  await press('Escape');
  await until(() => !dialog.open);
  expect(theirs.open, 'one Esc closes one dialog').to.equal(true);
  await until(() => history.state?.laporDialog === undefined);
  container.remove();
}).timeout(patience);

it('where the form cannot be loaded the press is an ordinary link', async () => {
  const { frame, link } = await strictPage({ ...nowhere, folder: '/widget/alone', link: '/widget/violations.js' });
  link.click();
  await until(() => frame.contentWindow?.location.pathname === '/widget/violations.js');
  frame.remove();
}).timeout(patience);

it('nothing in the page moves when the script arrives', async function () {
  // Layout Instability is measured by Chromium alone; elsewhere there is nothing that could be asked.
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return this.skip();
  const { frame, button, window } = await strictPage(nowhere);
  const shifts = await new Promise<PerformanceEntryList>((resolve) => {
    const observer = new window.PerformanceObserver(() => {});
    observer.observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(observer.takeRecords()), 500);
  });
  expect(button.matches(':defined')).to.equal(true);
  expect(shifts).to.deep.equal([]);
  frame.remove();
}).timeout(patience);
