// Runs in an example's page: puts a gateway behind it that needs no network, and does what the example says.
import { createFakeGateway, type FakeAnswers } from '@lapor/client/testing';
import type { LaporButton, LaporForm } from '../index.ts';
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

/** A page with the form of an example, and hands that do what it says. */
interface Visit {
  /** The form, once it is there. */
  readonly form: () => Promise<LaporForm>;
  readonly leave: () => void;
}

const doAct = async (host: LaporForm, act: Exclude<Act, readonly ['visitAgain']>): Promise<unknown> => {
  const inside = <Kind extends Element = HTMLInputElement>(selector: string): Promise<Kind> =>
    found(() => host.shadowRoot?.querySelector<Kind>(selector), selector);
  const tell = (control: Element): boolean =>
    control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  if (act[0] === 'reach') return found(() => (host.step === act[1] ? host : null), act[1]);
  if (act[0] === 'see') return found(() => host.shadowRoot?.querySelector(act[1]) ?? host.closest(act[1]), act[1]);
  if (act[0] === 'hear') return found(() => (host.shadowRoot?.textContent.includes(act[1]) ? host : undefined), act[1]);
  if (act[0] === 'press') {
    const pressable = (): HTMLElement[] => [
      ...(host.shadowRoot?.querySelectorAll<HTMLElement>('button,label,summary') ?? []),
    ];
    return (await found(() => pressable().find((one) => one.textContent.trim().startsWith(act[1])), act[1])).click();
  }
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

/** Puts the form into the page, or the button that opens it, and opens it. */
const visit = (isInDialog: boolean, attributes: Readonly<Record<string, string>>): Visit => {
  const host = document.createElement(isInDialog ? 'lapor-button' : 'lapor-form');
  for (const [name, value] of Object.entries(attributes)) host.setAttribute(name, value);
  document.querySelector('main')?.append(host);
  const leave = (): void => host.remove();
  if (!isInDialog) return { form: async () => host as LaporForm, leave };
  const opener = host as LaporButton;
  return {
    async form() {
      if (!opener.form) (await found(() => opener.querySelector('a'), 'the link')).click();
      return found(() => opener.form, 'the form in the dialog');
    },
    leave,
  };
};

/** Answers as the example's gateway would, over no network. */
const answerInPage = (
  { gateway, advice }: NamedExample,
  options: { readonly address: string; readonly siteKey: string },
): void => {
  const fetchFile = globalThis.fetch;
  const site = { regionCode: '13', ...gateway?.site };
  const answers: FakeAnswers = {
    getRegionBoundaries: async () => ({
      status: 200,
      body: await (await fetchFile('borders.json')).text(),
      headers: { etag: '"borders"' },
    }),
    // The reports that are similar are only told of; nobody holds them.
    supportReport: async () => ({ status: 200, body: { supportCount: 7 } }),
  };
  const fake = createFakeGateway({ answers, ...gateway, ...options, site, now });
  globalThis.fetch = async (input, init = {}) => {
    const { url } = new Request(input);
    const answer = await fake.fetch(url, init);
    if (!advice || !url.endsWith('/suggestions')) return answer;
    return Response.json({ ...(await answer.json()), ...advice });
  };
};

const play = async (example: NamedExample): Promise<void> => {
  // A site of its own at each visit: what waits on the device from an earlier one does not turn up here.
  const place = { address: 'https://lapor.contoh.example', siteKey: `pk_${crypto.randomUUID()}` };
  answerInPage(example, place);
  const attributes = { gateway: place.address, 'site-key': place.siteKey, lang: 'id', ...example.attributes };
  const come = (): Visit => visit(example.isInDialog ?? false, attributes);
  let here = come();
  for (const act of example.acts) {
    if (act[0] === 'visitAgain') {
      here.leave();
      here = come();
    } else await doAct(await here.form(), act);
  }
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
