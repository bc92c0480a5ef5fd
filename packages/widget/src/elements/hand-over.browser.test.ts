import { expect } from 'chai';
import { LaporForm } from '../index.ts';
import { focused, place, press, slotted, type, until } from '../widget-page.browser.test.support.ts';

// The hand-over itself asks nobody: there is no gateway at this address.
const site = { gateway: 'http://127.0.0.1:9', siteKey: 'pk_test' };

let count = 0;

/** The page before the script is there, and a function that lets it arrive. */
const page = (html = slotted(site)) => {
  // An element is registered once in a page's life, so each test has a name of its own.
  count += 1;
  const tag = `lapor-form-${count}`;
  const container = place(html.replaceAll('lapor-form', tag));
  const host = container.querySelector<LaporForm>(tag)!;
  const inPage = (name: string) => host.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
  const inForm = (name: string) => host.shadowRoot?.querySelector<HTMLInputElement>(`[name="${name}"]`);
  let ready = 0;
  host.addEventListener('lapor-ready', () => (ready += 1));
  return {
    host,
    inPage,
    inForm,
    ready: () => ready,
    arrive: () => class extends LaporForm {}.define(tag),
    end: () => container.remove(),
  };
};

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

it('what was typed before the script came is in the form, and nothing is left of the old one to be seen', async () => {
  const { inPage, inForm, arrive, end, ready } = page();
  inPage('title').value = 'Lampu jalan padam';
  inPage('classification').checked = true;
  arrive();
  await until(() => inForm('title'));
  expect(inForm('title')?.value).to.equal('Lampu jalan padam');
  expect(inForm('classification')?.checked).to.equal(true);
  expect(inPage('title').checkVisibility()).to.equal(false);
  expect(ready()).to.equal(1);
  end();
});

it('a field in which somebody types stays, with every character and the caret, until the focus goes elsewhere', async () => {
  const { host, inPage, inForm, arrive, end } = page();
  inPage('title').focus();
  await type('Lampu ja');
  arrive();
  await turn();
  expect(host.shadowRoot, 'nothing was attached').to.equal(null);
  await type('lan padam');
  expect(focused()).to.equal(inPage('title'));
  expect(inPage('title').value).to.equal('Lampu jalan padam');
  inPage('title').setSelectionRange(5, 5);
  await type('!');
  expect(inPage('title').value).to.equal('Lampu! jalan padam');
  inPage('title').blur();
  await until(() => inForm('title'));
  expect(inForm('title')?.value).to.equal('Lampu! jalan padam');
  end();
});

it('the Tab key leads on into the form, with focus and caret', async () => {
  const { inPage, inForm, arrive, end } = page();
  inPage('content').value = 'Sejak Senin.';
  inPage('content').setSelectionRange(5, 5);
  inPage('title').focus();
  arrive();
  await type('Jembatan putus');
  await press('Tab');
  await until(() => inForm('content'));
  expect(focused()).to.equal(inForm('content'));
  expect(inForm('title')?.value).to.equal('Jembatan putus');
  const { selectionStart } = inForm('content')!;
  await type('X');
  expect(inForm('content')?.value).to.equal(
    `${'Sejak Senin.'.slice(0, selectionStart!)}X${'Sejak Senin.'.slice(selectionStart!)}`,
  );
  end();
});

it('a form that is sent while the script arrives goes on with its next step, and posts nothing', async () => {
  const { host, inPage, inForm, arrive, end } = page();
  inPage('title').focus();
  arrive();
  await type('Jalan rusak');
  await press('Enter');
  await until(() => inForm('title'));
  expect(inForm('title')?.value).to.equal('Jalan rusak');
  expect(location.pathname).not.to.contain('/forms/');
  expect(host.isConnected).to.equal(true);
  end();
});

it('where the whole page is one form, the fields are taken over all the same', async () => {
  const inner = slotted(site).replace(/<\/?form\b[^>]*>/g, '');
  const { host, inPage, inForm, arrive, end } = page(`<form action="/">${inner}</form>`);
  inPage('content').value = 'Air keruh sejak kemarin.';
  arrive();
  await until(() => inForm('content'));
  expect(inForm('content')?.value).to.equal('Air keruh sejak kemarin.');
  expect(inForm('content')?.form).to.equal(host.shadowRoot?.querySelector('form'));
  end();
});

it('an empty element shows the same form', async () => {
  const { inForm, arrive, end, ready } = page(
    `<lapor-form gateway="${site.gateway}" site-key="${site.siteKey}"></lapor-form>`,
  );
  arrive();
  await until(() => inForm('content'));
  expect(inForm('content')?.value).to.equal('');
  expect(ready()).to.equal(1);
  end();
});

it('a field to which somebody comes between the script and the form stays', async () => {
  const { host, inPage, inForm, arrive, end } = page();
  arrive();
  inPage('title').focus();
  await turn();
  expect(host.shadowRoot, 'nothing was attached').to.equal(null);
  await type('Lampu jalan padam');
  inPage('title').blur();
  await until(() => inForm('title'));
  expect(inForm('title')?.value).to.equal('Lampu jalan padam');
  end();
});

it('an element that is moved before its form is there shows it once', async () => {
  const { host, inForm, arrive, end, ready } = page();
  arrive();
  const other = place('');
  other.append(host);
  await until(() => inForm('title'));
  await turn();
  expect(ready()).to.equal(1);
  other.remove();
  end();
});

it('without its attributes the page keeps its own form, and the developer is told', async () => {
  const { error } = console;
  const told: string[] = [];
  console.error = (text: string) => void told.push(text);
  const { host, inPage, arrive, end } = page(slotted(site).replace(/site-key="[^"]*"/, ''));
  arrive();
  await until(() => told.length > 0, 'what is wrong');
  console.error = error;
  expect(host.shadowRoot).to.equal(null);
  expect(inPage('title').checkVisibility()).to.equal(true);
  expect(told.join()).to.contain('`site-key` is missing');
  end();
});

it('an element that is moved keeps what was typed', async () => {
  const { host, inForm, arrive, end } = page();
  arrive();
  await until(() => inForm('title'));
  inForm('title')!.focus();
  await type('Sampah menumpuk');
  const other = place('');
  other.append(host);
  expect(inForm('title')?.value).to.equal('Sampah menumpuk');
  other.remove();
  end();
});
