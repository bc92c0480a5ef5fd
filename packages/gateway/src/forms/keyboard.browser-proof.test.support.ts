import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { type ElementHandle, type KeyInput, type Page, TimeoutError } from 'puppeteer-core';

/** What the keyboard acts on now. */
export interface Focused {
  readonly tag: string;
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly text: string;
}

/** What has the focus. */
export const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement;
    const { id, name, value } = element;
    return {
      tag: element.localName,
      id,
      name: name ?? '',
      value: value ?? '',
      text: element.textContent.trim().slice(0, 80),
    };
  });

/** More stops than any of these pages has. */
const mostStops = 90;

/** Goes on by Tab until something has the focus that is meant, and gives the way there: names and texts of all that was passed. */
export const tabTo = async (page: Page, isMeant: (focus: Focused) => boolean): Promise<string[]> => {
  const way: string[] = [];
  for (let stops = 0; stops < mostStops; stops += 1) {
    await page.keyboard.press('Tab');
    const focus = await focused(page);
    way.push(focus.id || focus.name || focus.text);
    if (isMeant(focus)) return way;
  }
  throw new assert.AssertionError({ message: `Tab does not lead there, but to ${way.join(', ')}` });
};

/** Goes to a control by its id. */
export const tabToId = (page: Page, id: string): Promise<string[]> => tabTo(page, (focus) => focus.id === id);

/** Goes to a button by what it does. */
export const tabToButton = (page: Page, value: string): Promise<string[]> =>
  tabTo(page, (focus) => focus.tag === 'button' && focus.value === value);

/** Presses a key that leads to another page, and waits until that is there. */
export const leave = async (page: Page, key: KeyInput = 'Enter'): Promise<void> => {
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press(key)]);
};

/**
 * Asks a page until it answers. While one page gives way to the next there is none to be asked, and a question may be lost.
 */
export const patiently = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  for (let tries = 1; ; tries += 1) {
    const asked = ask().then(
      (answer) => ({ answer }),
      (error: unknown) => ({ error }),
    );
    const outcome = await Promise.race([asked, delay(3_000, { error: new Error('The page gave no answer.') })]);
    if ('answer' in outcome) return outcome.answer;
    if (tries === 10) throw outcome.error;
    await delay(100);
  }
};

/** Waits for an element, however many pages come and go before. The driver's own way of waiting needs scripts. */
export const untilThereIs = (page: Page, selector: string): Promise<void> =>
  patiently(async () => {
    for (let looks = 0; looks < 25; looks += 1) {
      if (await page.evaluate((wanted) => document.querySelector(wanted) !== null, selector)) return;
      await delay(100);
    }
    throw new assert.AssertionError({ message: `There is no ${selector} on ${page.url()}` });
  });

/**
 * Presses a key twice, as impatient people do, and waits until the page of that address is there and stays. It asks the address
 * alone: Firefox never answers a question that falls between two pages.
 */
export const pressTwice = async (page: Page, key: KeyInput, address: string): Promise<void> => {
  await page.keyboard.press(key);
  await page.keyboard.press(key);
  for (let looks = 0, seen = 0; seen < 10; looks += 1) {
    assert.ok(looks < 300, `${page.url()} is not ${address}`);
    await delay(100);
    seen = page.url().includes(address) ? seen + 1 : 0;
  }
};

/** Goes through a list of choices by arrow until it shows that one. */
export const pick = async (page: Page, label: string): Promise<void> => {
  for (let steps = 0; steps < 60; steps += 1) {
    const shown = await page.evaluate(
      () => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.textContent,
    );
    if (shown === label) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new assert.AssertionError({ message: `There is no choice ${label}` });
};

/** Chooses a file for the control that has the focus. */
export const chooseFile = async (page: Page, path: string): Promise<void> => {
  try {
    const [chooser] = await Promise.all([page.waitForFileChooser({ timeout: 2_000 }), page.keyboard.press(' ')]);
    await chooser.accept([path]);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    // The window in which people choose is the system's own. Older Firefoxes tell nobody of it, nor does Chromium on every page:
    // the driver puts the file in.
    const control = await page.evaluateHandle(() => document.activeElement);
    await (control as ElementHandle<HTMLInputElement>).uploadFile(path);
  }
};
