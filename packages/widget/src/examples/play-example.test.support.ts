// Runs in an example's page: puts a gateway behind it that needs no network, and does what the example says.
import { createFakeGateway } from '@lapor/client/testing';
import type { LaporForm } from '../index.ts';
import type { Act, NamedExample } from './named-examples.test.support.ts';

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The moment at which every example plays, so that its dates are always the same. */
const now = '2026-02-03T02:00:00Z';

const found = async <Kind extends Element>(what: () => Kind | null | undefined, told: string): Promise<Kind> => {
  for (const end = performance.now() + 20_000; performance.now() < end; await pause(20)) {
    const element = what();
    if (element) return element;
  }
  throw new Error(`It did not come: ${told}`);
};

const photo = async (name: string): Promise<File> => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [640, 480];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('Nothing can be drawn here.');
  for (let index = 0; index < 600; index += 1) {
    context.fillStyle = `hsl(${(index * 47) % 360} 50% 40%)`;
    context.fillRect((index * 97) % 640, (index * 61) % 480, 60, 40);
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8));
  return new File(blob ? [blob] : [], name, { type: 'image/jpeg' });
};

const doAct = async (host: LaporForm, act: Act): Promise<unknown> => {
  const inside = <Kind extends Element = HTMLInputElement>(selector: string): Promise<Kind> =>
    found(() => host.shadowRoot?.querySelector<Kind>(selector), selector);
  const tell = (control: Element): boolean =>
    control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  if (act[0] === 'reach') return found(() => (host.step === act[1] ? host : null), act[1]);
  if (act[0] === 'see') return found(() => host.shadowRoot?.querySelector(act[1]) ?? host.closest(act[1]), act[1]);
  if (act[0] === 'goOn') return (await inside<HTMLElement>('[part~="button-primary"]')).click();
  const [kind, field, value] = act;
  const control = await inside(field.startsWith('#') ? field : `[name="${field}"]`);
  if (kind === 'write') control.value = value;
  else if (kind === 'photo') {
    const chosen = new DataTransfer();
    chosen.items.add(await photo(value));
    control.files = chosen.files;
  } else if (control.matches('select')) {
    await inside(`[name="${field}"] option[value="${value}"]`);
    control.value = value;
  } else return (await inside(`[name="${field}"][value="${value}"]`)).click();
  return tell(control);
};

const play = async ({ acts, gateway, attributes = {} }: NamedExample): Promise<void> => {
  // A site of its own at each visit: what waits on the device from an earlier one does not turn up here.
  const siteKey = `pk_${crypto.randomUUID()}`;
  const site = { regionCode: '13', ...gateway?.site };
  const fake = createFakeGateway({ ...gateway, site, address: 'https://lapor.contoh.example', siteKey, now });
  globalThis.fetch = (input, init = {}) => fake.fetch(new Request(input).url, init);
  const host = document.createElement('lapor-form');
  for (const [name, value] of Object.entries({ gateway: fake.address, 'site-key': siteKey, lang: 'id', ...attributes }))
    host.setAttribute(name, value);
  document.querySelector('main')?.append(host);
  for (const act of acts) await doAct(host, act);
};

const { dataset } = document.documentElement;
const told = document.querySelector('script[type="application/json"]')?.textContent ?? '{}';
play(JSON.parse(told) as NamedExample).then(
  () => (dataset['example'] = 'shown'),
  (error: unknown) => {
    dataset['example'] = `failed: ${String(error)}`;
    console.error(error);
  },
);
