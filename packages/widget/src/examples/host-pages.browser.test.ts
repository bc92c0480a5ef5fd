import { expect } from 'chai';
import type { LaporForm } from '../index.ts';
import { openSite, until } from '../widget-page.browser.test.support.ts';
import { hostPages } from './host-pages.test.support.ts';

/** Milliseconds for a whole report on a machine that has much else to do. */
const patience = 120_000;

type HostWindow = Window & typeof globalThis & { complaints: string[] };
type Looks = Record<string, string>;

/** What somebody would see change. The font itself is the page's, and so is what follows from its widths. */
const properties = `
  color background-color font-size font-weight font-style font-variant-caps line-height letter-spacing
  word-spacing text-transform text-indent text-align text-shadow white-space text-decoration-line
  direction display position float box-sizing visibility opacity cursor margin-top margin-right
  margin-bottom margin-left min-height list-style-type word-break padding-top padding-right
  padding-bottom padding-left border-top-width border-top-style border-top-color
  border-top-left-radius outline-style hyphens accent-color color-scheme
`
  .trim()
  .split(/\s+/);

const looksOf = (element: Element): Looks => {
  const style = element.ownerDocument.defaultView!.getComputedStyle(element);
  return Object.fromEntries(properties.map((name) => [name, style.getPropertyValue(name)]));
};

/** The looks of all that is inside an element or a root, by what it is and where it stands. */
const looksIn = (root: ParentNode): Map<string, Looks> =>
  new Map([...root.querySelectorAll('*')].map((one, at) => [`${at} ${one.localName}#${one.id}`, looksOf(one)]));

const differences = (one: Map<string, Looks>, other: Map<string, Looks>): string[] => [
  ...(one.size === other.size ? [] : [`${one.size} elements and ${other.size}`]),
  ...[...one].flatMap(([where, looks]) =>
    properties
      .filter((name) => other.get(where)?.[name] !== looks[name])
      .map((name) => `${where} ${name}: ${looks[name]} and ${other.get(where)?.[name]}`),
  ),
];

/** A page of somebody else, before the script is there, and what lets it come. */
const openHost = async (name: string, site = { gateway: 'http://127.0.0.1:9', siteKey: 'pk_test' }) => {
  const frame = document.createElement('iframe');
  frame.src = `/widget/hosts/page.html?${new URLSearchParams({ ...site, name })}`;
  frame.style.cssText = 'width: 600px; height: 600px; border: 0';
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const window = frame.contentWindow as HostWindow;
  const page = frame.contentDocument!;
  const arrive = async (): Promise<LaporForm> => {
    const script = page.createElement('script');
    Object.assign(script, { type: 'module', src: '/widget/lapor.js' });
    page.head.append(script);
    await until(() => page.querySelector('lapor-form')?.shadowRoot?.querySelector('#title'), 'the form');
    return page.querySelector<LaporForm>('lapor-form')!;
  };
  return { frame, window, page, arrive };
};

const globalsOf = (window: Window): string[] =>
  Object.getOwnPropertyNames(window).filter((name) => !/^\d+$/.test(name));

let plain: Map<string, Looks> | undefined;

for (const { name } of hostPages) {
  it(`on a page with ${name} the form looks as anywhere, and the page as before`, async () => {
    if (!plain) {
      const { frame, arrive } = await openHost('plain');
      plain = looksIn((await arrive()).shadowRoot!);
      frame.remove();
    }
    const { frame, window, page, arrive } = await openHost(name);
    const furniture = page.querySelector('#furniture')!;
    const before = { looks: looksIn(furniture), globals: globalsOf(window), body: page.body.children.length };
    const host = await arrive();
    expect(differences(plain, looksIn(host.shadowRoot!)), 'inside').to.deep.equal([]);
    expect(differences(before.looks, looksIn(furniture)), 'outside').to.deep.equal([]);
    expect(
      globalsOf(window).filter((one) => !before.globals.includes(one)),
      'globals',
    ).to.deep.equal([]);
    expect(page.body.children.length).to.equal(before.body);
    expect(window.complaints).to.deep.equal([]);
    frame.remove();
  }).timeout(patience);

  it(`on a page with ${name} a report reaches the gateway`, async () => {
    const site = await openSite();
    const { frame, window, page, arrive } = await openHost(name, site);
    page.querySelector<HTMLInputElement>('[name="title"]')!.value = 'Pohon tumbang';
    const { shadowRoot: root } = await arrive();
    const inside = <Kind extends Element = HTMLInputElement>(selector: string): Promise<Kind> =>
      until(() => root!.querySelector<Kind>(selector), selector);
    (await inside('#classification')).click();
    const content = await inside('#content');
    content.value = 'Pohon tumbang menutup Jalan Khatib Sulaiman sejak pagi.';
    content.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    for (const step of ['Tempat dan waktu', 'Tentang Anda', 'Periksa dan kirim', 'Laporan Anda sudah kami terima']) {
      (await inside<HTMLElement>('[part~="button-primary"]')).click();
      await until(() => root!.querySelector('#step')?.textContent?.includes(step), step);
    }
    expect((await site.reports()).map(({ title }) => title)).to.deep.equal(['Pohon tumbang']);
    expect(window.complaints).to.deep.equal([]);
    expect(page.location.pathname).to.equal('/widget/hosts/page.html');
    frame.remove();
  }).timeout(patience);
}

it('an element that a page takes out and puts into another body goes on where it was, as Turbo does it', async () => {
  const { frame, window, page, arrive } = await openHost('plain');
  const host = await arrive();
  const title = host.shadowRoot!.querySelector<HTMLInputElement>('#title')!;
  title.value = 'Sampah menumpuk';
  title.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  const snapshot = page.body.cloneNode(true) as HTMLBodyElement;
  const body = page.createElement('body');
  body.append(host);
  page.body.replaceWith(body);
  expect(host.shadowRoot!.querySelector<HTMLInputElement>('#title')!.value).to.equal('Sampah menumpuk');
  // Back again: the page that was kept is a copy, in which the element begins anew.
  page.body.replaceWith(snapshot);
  await until(() => page.querySelector('lapor-form')?.shadowRoot?.querySelector('#title'), 'the form of the copy');
  expect(window.complaints).to.deep.equal([]);
  frame.remove();
}).timeout(patience);
