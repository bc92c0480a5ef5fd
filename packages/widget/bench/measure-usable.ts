import type { Browser } from 'puppeteer-core';

/** What a page did on a slow link and a slow processor. Times in milliseconds. */
export interface Measured {
  /** From the start of the navigation until the first letter that somebody typed had been painted. */
  readonly usable: number;
  /** Requests besides the page itself, begun before there was a field to type in. */
  readonly requests: number;
  /** Bytes over the link, headers included, until there was. */
  readonly bytes: number;
  /** The longest task of the main thread until then, and what tasks took beyond 50 ms each. */
  readonly longest: number;
  readonly blocked: number;
  /** The same for what followed: the take-over where there is one, and what the first letter set off. */
  readonly longestLater: number;
  readonly blockedLater: number;
}

interface Probe {
  readonly state: 'waiting' | 'visible' | 'painted';
  readonly usable: number;
  readonly tasks: readonly (readonly [start: number, duration: number])[];
}

/**
 * Runs in the page, before anything of it. Looks in every frame for the first text field that can be seen, lies on top and is
 * enabled, through shadow roots; puts the focus there, and notes when the first letter has been painted.
 */
const probe = (): void => {
  const told = { state: 'waiting', usable: 0, tasks: [] as [number, number][] };
  Object.assign(globalThis, { probe: told });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) told.tasks.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });

  const fieldsIn = (root: Document | ShadowRoot): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
      ...(element.matches('input[type=text],input:not([type]),textarea') ? [element] : []),
      ...(element.shadowRoot ? fieldsIn(element.shadowRoot) : []),
    ]);
  const isOnTop = (field: HTMLElement): boolean => {
    const { left, top, width, height } = field.getBoundingClientRect();
    if (width === 0 || !field.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    field.scrollIntoView({ block: 'nearest' });
    const { top: now } = field.getBoundingClientRect();
    const found = (field.getRootNode() as Document | ShadowRoot).elementFromPoint(
      left + width / 2,
      (now || top) + height / 2,
    );
    return found === field;
  };
  const look = (): void => {
    const field = document.body && fieldsIn(document).find((one) => !one.matches(':disabled') && isOnTop(one));
    if (!field) return void requestAnimationFrame(look);
    field.focus();
    told.state = 'visible';
    field.addEventListener(
      'input',
      () =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => {
            told.usable = performance.now();
            told.state = 'painted';
          });
          port1.start();
          port2.postMessage('');
        }),
      { once: true },
    );
  };
  requestAnimationFrame(look);
};

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Longest, and what goes beyond 50 ms, of the tasks that began in a span. */
const weigh = (tasks: Probe['tasks'], from: number, to: number) => {
  const durations = tasks.filter(([start]) => start >= from && start < to).map(([, duration]) => duration);
  return {
    longest: Math.max(0, ...durations),
    blocked: durations.reduce((sum, duration) => sum + duration - 50, 0),
  };
};

/** Opens an address in a browser that knows nothing yet, and types as soon as that is possible. */
export const measureUsable = async (
  browser: Browser,
  address: string,
  { slowerBy, bytes, limit }: { slowerBy: number; bytes: () => number; limit: number },
): Promise<Measured> => {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  try {
    await page.setViewport({ width: 412, height: 823 });
    await page.evaluateOnNewDocument(probe);
    await page.emulateCPUThrottling(slowerBy);
    let requests = -1;
    page.on('request', (request) => void (request.url().startsWith('http') && (requests += 1)));
    void page.goto(address, { timeout: limit }).catch(() => {});
    const read = (): Promise<Probe | undefined> =>
      page.evaluate(() => (globalThis as unknown as { probe?: Probe }).probe).catch(() => undefined);
    const until = async (state: Probe['state']): Promise<Probe> => {
      for (const end = Date.now() + limit; Date.now() < end; await pause(15)) {
        const told = await read();
        if (told?.state === state) return told;
      }
      throw new Error(`${address}: it never was ${state}.`);
    };
    await until('visible');
    const then = { requests, bytes: bytes() };
    await page.keyboard.press('a');
    const { usable } = await until('painted');
    // The script of a form that works without it may come now; it waits until nobody is at a field.
    await pause(2500);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await pause(2500);
    const { tasks } = await until('painted');
    const first = weigh(tasks, 0, usable);
    const later = weigh(tasks, usable, Infinity);
    return { usable, ...then, ...first, longestLater: later.longest, blockedLater: later.blocked };
  } finally {
    await context.close();
  }
};
