import assert from 'node:assert/strict';
import puppeteer, { type Browser, type LaunchOptions, type Page } from 'puppeteer-core';
import { chromiumArguments, findChromium, findFirefox } from '../../../../scripts/browsers/find-browsers.mjs';

/** The browsers that these tests drive, as far as they are installed. */
export const browsers = (['chromium', 'firefox'] as const).filter((name) =>
  name === 'chromium' ? findChromium() : findFirefox(),
);
/** One of {@link browsers}. */
export type BrowserName = (typeof browsers)[number];

/** A browser with one page on which no script runs. */
export interface UnscriptedBrowser {
  readonly browser: Browser;
  readonly page: Page;
  /** Another page without scripts. */
  newPage(): Promise<Page>;
}

const optionsFor = (name: BrowserName, more: readonly string[], runsScripts = false): LaunchOptions =>
  name === 'chromium'
    ? { executablePath: findChromium() ?? '', args: [...chromiumArguments, '--hide-scrollbars', ...more] }
    : {
        browser: 'firefox',
        executablePath: findFirefox() ?? '',
        // Older Firefoxes cannot be resized by puppeteer: it would turn the screen, too.
        defaultViewport: null,
        args: ['--width=800', '--height=900', ...more],
        extraPrefsFirefox: { 'javascript.enabled': runsScripts },
      };

/**
 * Opens one, and sees to it that scripts of pages do not run. What a test itself asks of a page is answered all the same, as long
 * as it does not wait: there are no timers.
 */
export const openUnscripted = async (name: BrowserName, more: readonly string[] = []): Promise<UnscriptedBrowser> => {
  const browser = await puppeteer.launch({ ...optionsFor(name, more), protocolTimeout: 60_000 });
  const newPage = async (): Promise<Page> => {
    const page = await browser.newPage();
    if (name === 'chromium') await page.setJavaScriptEnabled(false);
    await page.goto('data:text/html,<title>without</title><script>document.title = "with"</script>');
    assert.equal(await page.title(), 'without', `scripts are off in ${await browser.version()}`);
    return page;
  };
  return { browser, page: await newPage(), newPage };
};

/** Opens one as people have it, on which scripts run. */
export const openScripted = (name: BrowserName): Promise<Browser> =>
  puppeteer.launch({ ...optionsFor(name, [], true), protocolTimeout: 60_000 });
