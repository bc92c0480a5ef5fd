import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { axeFindings } from '../axe.browser.test.support.ts';
import { focused, press, until } from '../widget-page.browser.test.support.ts';
import { namedExamples } from './named-examples.test.support.ts';

/** Milliseconds for one example on a machine that has much else to do. */
const patience = 90_000;

/** The page of an example in a frame as narrow as a phone, once it shows what it is to show. */
const openExample = async (name: string) => {
  const frame = document.createElement('iframe');
  frame.src = `/widget/examples/${name}.html`;
  frame.style.cssText = 'width: 320px; height: 600px; border: 0';
  // Something comes after it for the Tab key: from the last thing on a page it goes to the buttons of Firefox itself, and no
  // later test in that window can press Enter or the space bar any more.
  const after = document.createElement('button');
  document.body.append(frame, after);
  const outcome = await until(() => frame.contentDocument?.documentElement?.dataset['example'], name);
  expect(outcome).to.equal('shown');
  const page = frame.contentDocument!;
  const close = (): void => [frame, after].forEach((one) => one.remove());
  return {
    frame,
    page,
    root: (page.querySelector('lapor-form') ?? page.querySelector('lapor-button')!.form!).shadowRoot!,
    close,
  };
};

/** Controls that are too small for a finger, with their size. Links within a sentence are excepted (WCAG 2.2, 2.5.8). */
const tooSmall = (root: ShadowRoot): string[] =>
  [...root.querySelectorAll<HTMLElement>('button,select,textarea,input:not([type=radio],[type=checkbox]),summary')]
    .map((control) => ({ control, ...control.getBoundingClientRect().toJSON() }))
    .filter(({ width, height }) => width < 44 || height < 43.5)
    .map(({ control, width, height }) => `${control.id || control.textContent}: ${width} × ${height}`);

const keyboardStops = 'button,select,textarea,input,summary,a[href],[tabindex="0"]';

/** What the Tab key has to come to. Of a group of choices the browser takes one. */
const stopsOf = (root: ShadowRoot): string[] => {
  const groups = new Set<string>();
  return [...root.querySelectorAll<HTMLInputElement>(keyboardStops)]
    .filter((one) => one.checkVisibility() && !one.disabled)
    .filter(({ type, name }) => type !== 'radio' || (!groups.has(name) && groups.add(name)))
    .map(nameOf);
};

const nameOf = (element: Element): string =>
  (element as HTMLInputElement).name ||
  element.getAttribute('href') ||
  element.getAttribute('aria-label') ||
  element.textContent.trim();

const focusedIn = (root: ShadowRoot): Element | null => root.activeElement;

/** What the Tab key has to come to behind the heading of the step. */
const stopsBehindStep = (root: ShadowRoot): string[] => {
  const step = root.querySelector('#step')!;
  const isBehind = (one: Element): boolean =>
    Boolean(step.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  const all = [...root.querySelectorAll(keyboardStops)];
  return stopsOf(root).filter((stop) => all.some((one) => nameOf(one) === stop && isBehind(one)));
};

/** Goes by the Tab key from the heading of the step to the end, and tells what was to be met and what was. */
const walk = async (root: ShadowRoot): Promise<{ expected: string[]; met: string[] }> => {
  root.querySelector<HTMLElement>('#step')!.focus();
  const expected = stopsBehindStep(root);
  const met: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await press('Tab');
    const at = focusedIn(root);
    if (focused() === null || at === null) break;
    const stop = nameOf(at);
    // A date has a stop for each of its parts; after the last stop some browsers begin anew.
    if (met.at(-1) === stop) continue;
    if (met.includes(stop)) break;
    met.push(stop);
  }
  return { expected, met };
};

for (const { name, title } of namedExamples)
  describe(`${name}: ${title}`, function () {
    this.timeout(patience);
    let opened: Awaited<ReturnType<typeof openExample>>;
    let since: number;
    before(async () => {
      await setViewport({ width: 800, height: 700 }).catch(() => {
        // Firefox keeps the size that it was started with.
      });
      opened = await openExample(name);
      since = performance.now();
    });
    after(() => opened?.close());

    it('no axe finding, nothing sticks out at 320 pixels, nothing too small to be pressed', async () => {
      const { frame, page, root } = opened;
      expect(await axeFindings(page)).to.deep.equal([]);
      const { scrollWidth, clientWidth } = page.documentElement;
      // Widths are told in whole pixels.
      expect(scrollWidth, 'pixels across').to.be.at.most(clientWidth + 1);
      frame.style.width = '780px';
      expect(page.documentElement.scrollWidth, 'pixels across, wide').to.be.at.most(
        page.documentElement.clientWidth + 1,
      );
      frame.style.width = '320px';
      expect(tooSmall(root)).to.deep.equal([]);
    });

    it('the Tab key comes to everything that can be used, in the order in which it stands', async () => {
      const { frame, root } = opened;
      frame.style.width = '700px';
      // What is loaded at the first input adds the switch of the draft; after a pause comes advice.
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, since + 2500 - performance.now())));
      let { expected, met } = await walk(root);
      // On a machine that has much else to do more of the form may come during the walk: then it is walked once more.
      while (stopsBehindStep(root).join() !== expected.join()) ({ expected, met } = await walk(root));
      expect(met).to.deep.equal(expected);
    });
  });
