import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { LaporForm } from '../index.ts';
import { until } from '../widget-page.browser.test.support.ts';
import type { FaultyOptions } from './faulty-gateway.test.support.ts';

/** Milliseconds for a whole report on a machine that has much else to do, at a gateway that lets it wait. */
const patience = 150_000;

type HostWindow = Window & typeof globalThis & { complaints: string[] };

/** A gateway that does something wrong. */
const openFaulty = async (options: FaultyOptions = {}) => {
  const site = await executeServerCommand<{ gateway: string; siteKey: string }, FaultyOptions>(
    'widget-faulty',
    options,
  );
  const { siteKey } = site;
  return {
    ...site,
    calm: () => executeServerCommand<boolean, object>('widget-faulty-calm', { siteKey }),
    titles: () => executeServerCommand<string[], object>('widget-faulty-titles', { siteKey }),
  };
};

/** A page with the form, and hands that go through it. */
const openPage = async (site: { gateway: string; siteKey: string }) => {
  const frame = document.createElement('iframe');
  frame.src = `/widget/hosts/page.html?${new URLSearchParams({ ...site, name: 'plain' })}`;
  frame.style.cssText = 'width: 700px; height: 600px; border: 0';
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const window = frame.contentWindow as HostWindow;
  const page = frame.contentDocument!;
  const script = page.createElement('script');
  Object.assign(script, { type: 'module', src: '/widget/lapor.js' });
  page.head.append(script);
  await until(() => page.querySelector('lapor-form')?.shadowRoot?.querySelector('#title'), 'the form');
  return { frame, window, page, hands: handsFor(page.querySelector<LaporForm>('lapor-form')!) };
};

const steps = ['Tempat dan waktu', 'Tentang Anda', 'Periksa dan kirim'];

const handsFor = (host: LaporForm) => {
  const inside = <Kind extends Element = HTMLInputElement>(selector: string): Promise<Kind> =>
    until(() => host.shadowRoot!.querySelector<Kind>(selector), selector);
  const write = async (id: string, text: string): Promise<void> => {
    const control = await inside(`#${id}`);
    control.value = text;
    control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  };
  const press = async (times = 1): Promise<void> => {
    const button = await inside<HTMLElement>('[part~="button-primary"]');
    for (let count = 0; count < times; count += 1) button.click();
  };
  const reach = (text: string) =>
    until(() => host.shadowRoot!.querySelector('#step')?.textContent?.includes(text), text);
  return {
    host,
    inside,
    write,
    press,
    reach,
    text: () => host.shadowRoot!.textContent ?? '',
    /** Fills in the first step and goes to the last, pressing every button as often as is told. */
    async toLast(title: string, times = 1): Promise<void> {
      (await inside('#classification')).click();
      await write('title', title);
      await write('content', 'Pohon tumbang menutup Jalan Khatib Sulaiman sejak pagi.');
      for (const step of steps) {
        await press(times);
        await reach(step);
      }
    },
  };
};

const always = 1_000_000;

const faulty: Readonly<Record<string, FaultyOptions>> = {
  'is down': { disturbances: [{ kind: 'dropBefore', times: always }] },
  'never answers': { disturbances: [{ kind: 'delay', milliseconds: 3_600_000, times: always }] },
  'answers with the sign-in page of a network': { disturbances: [{ kind: 'signInPage', times: always }] },
  'breaks off its answers': { disturbances: [{ kind: 'garbage', times: always }] },
  'fails after it has done its work': { disturbances: [{ kind: 'failAfter', times: always }] },
  'answers with other JSON': { lies: [{ of: '', body: { hello: ['world'] } }] },
  'answers with nothing in JSON': { lies: [{ of: '', body: null }] },
};

for (const [what, options] of Object.entries(faulty))
  it(`where the gateway ${what}, the form goes on, and the report arrives once when it has recovered`, async () => {
    const site = await openFaulty(options);
    const { frame, window, hands } = await openPage(site);
    await hands.toLast('Pohon tumbang');
    expect(hands.text()).to.contain('Pohon tumbang');
    await hands.press();
    const isOver = (): boolean =>
      hands.host.step === 'queued' || Boolean(hands.host.shadowRoot!.querySelector('#summary'));
    await until(isOver, 'that it waits, or why it was not sent');
    await site.calm();
    if (hands.host.step === 'queued') window.dispatchEvent(new Event('online'));
    else await hands.press();
    await hands.reach('Laporan Anda sudah kami terima');
    expect(await site.titles()).to.deep.equal(['Pohon tumbang']);
    expect(window.complaints).to.deep.equal([]);
    frame.remove();
  }).timeout(patience);

it('what a later gateway says that this form does not know is shown as it is, or left out', async () => {
  const site = await openFaulty({
    lies: [
      {
        of: 'GET /v1/site',
        differs: {
          timeZone: 'Asia/Atlantis',
          workWeek: 'sevenDays',
          newsChannels: ['email', 'pigeon'],
          languages: ['id', 'xx'],
          channels: { drum: { beats: 3 }, sms: { number: '1708' } },
          somethingNew: { deep: [1] },
        },
      },
      {
        of: 'GET /v1/categories',
        body: {
          items: [
            {
              id: 'odd',
              name: 'Lain',
              selectable: true,
              questions: [{ id: 'q', type: 'hologram', label: 'Q', required: false }],
            },
          ],
          nextCursor: null,
        },
      },
      {
        of: 'POST /v1/reports',
        swap: {
          '"unverified"': '"teleported"',
          'Belum terverifikasi': 'Dipindahkan ke bulan',
          '"verification"': '"moonPhase"',
        },
      },
    ],
  });
  const { frame, window, hands } = await openPage(site);
  await hands.toLast('Pohon tumbang');
  await hands.press();
  await hands.reach('Laporan Anda sudah kami terima');
  expect(hands.text()).to.contain('Dipindahkan ke bulan');
  expect(hands.text()).not.to.contain('undefined');
  expect(window.complaints).to.deep.equal([]);
  frame.remove();
}).timeout(patience);

it('a million pasted letters are kept, told to be too many, and can be taken out again', async () => {
  const site = await openFaulty();
  const { frame, window, hands } = await openPage(site);
  (await hands.inside('#classification')).click();
  await hands.write('title', 'Pohon tumbang');
  await hands.write('content', 'Sejak pagi '.repeat(95_000));
  await hands.press();
  await hands.inside('#summary');
  expect((await hands.inside('#content')).value.length).to.equal(1_045_000);
  expect(await hands.inside('#content-error')).not.to.equal(null);
  await hands.write('content', 'Pohon tumbang menutup jalan sejak pagi.');
  await hands.press();
  await hands.reach('Tempat dan waktu');
  expect(window.complaints).to.deep.equal([]);
  frame.remove();
}).timeout(patience);

it('every button may be pressed three times: each step comes once, and so does the report', async () => {
  const site = await openFaulty();
  const { frame, window, hands } = await openPage(site);
  const seen: string[] = [];
  hands.host.addEventListener('lapor-step-change', ({ to }) => void seen.push(to));
  await hands.toLast('Pohon tumbang', 3);
  await hands.press(3);
  await hands.reach('Laporan Anda sudah kami terima');
  expect(seen).to.deep.equal(['where', 'who', 'check', 'receipt']);
  expect(await site.titles()).to.deep.equal(['Pohon tumbang']);
  expect(window.complaints).to.deep.equal([]);
  frame.remove();
}).timeout(patience);

it('two forms on one page send each to its own gateway', async () => {
  const [one, other] = [await openFaulty(), await openFaulty()];
  const { frame, window, page, hands } = await openPage(one);
  const second = page.createElement('lapor-form');
  second.setAttribute('gateway', other.gateway);
  second.setAttribute('site-key', other.siteKey);
  page.body.append(second);
  const otherHands = handsFor(second);
  await hands.toLast('Pohon tumbang');
  await otherHands.toLast('Jalan berlubang');
  await Promise.all([hands.press(), otherHands.press()]);
  await Promise.all([hands, otherHands].map(({ reach }) => reach('Laporan Anda sudah kami terima')));
  expect(await one.titles()).to.deep.equal(['Pohon tumbang']);
  expect(await other.titles()).to.deep.equal(['Jalan berlubang']);
  expect(window.complaints).to.deep.equal([]);
  frame.remove();
}).timeout(patience);

it('an element that is taken out and put back while it sends shows the receipt, and sends once', async () => {
  const site = await openFaulty({ disturbances: [{ kind: 'delay', milliseconds: 1500, on: 'submitReport' }] });
  const { frame, window, page, hands } = await openPage(site);
  await hands.toLast('Pohon tumbang');
  await hands.press();
  const { host } = hands;
  host.remove();
  await new Promise((resolve) => setTimeout(resolve, 300));
  page.querySelector('main')!.append(host);
  page.querySelector('#furniture')!.append(host);
  await hands.reach('Laporan Anda sudah kami terima');
  expect(await site.titles()).to.deep.equal(['Pohon tumbang']);
  expect(window.complaints).to.deep.equal([]);
  frame.remove();
}).timeout(patience);

for (const [what, wrong] of Object.entries({
  'an address that is none': { gateway: 'lapor sumbar', siteKey: 'pk_test' },
  'a key that is none': { gateway: 'http://127.0.0.1:9', siteKey: 'kunci' },
}))
  it(`with ${what} the page keeps its own form, and whoever makes it is told in the console and, on their own machine, in the page`, async () => {
    const frame = document.createElement('iframe');
    frame.src = `/widget/hosts/page.html?${new URLSearchParams({ ...wrong, name: 'plain' })}`;
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const page = frame.contentDocument!;
    const title = page.querySelector<HTMLInputElement>('[name="title"]')!;
    title.value = 'Pohon tumbang';
    const script = page.createElement('script');
    Object.assign(script, { type: 'module', src: '/widget/lapor.js' });
    page.head.append(script);
    const { complaints } = frame.contentWindow as HostWindow;
    await until(() => complaints.length > 0, 'a complaint');
    expect(complaints.join()).to.contain('missing or wrong');
    const host = page.querySelector('lapor-form')!;
    expect(host.shadowRoot).to.equal(null);
    expect(title.isConnected && title.value).to.equal('Pohon tumbang');
    expect(host.textContent).to.contain('missing or wrong');
    frame.remove();
  }).timeout(patience);
