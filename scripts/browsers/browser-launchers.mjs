// The browsers of this machine as launchers of web-test-runner: Chromium over CDP and Firefox over WebDriver BiDi, both by
// puppeteer-core, and WebKitGTK over WebDriver. All three are the system's own; nothing is downloaded.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { chromiumArguments, findChromium, findFirefox, findWebKit } from './find-browsers.mjs';
import { WebKitLauncher } from './webkit-launcher.mjs';

const newProfile = () => {
  const folder = mkdtempSync(join(tmpdir(), 'lapor-browser-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
};

/** One page at a time in each browser: a page in the background gets no focus, and slow timers. */
const onePage = { concurrency: 1 };

const launchers = {
  chromium: {
    find: findChromium,
    launch: (executablePath) =>
      chromeLauncher({
        puppeteer,
        launchOptions: { executablePath, args: chromiumArguments, userDataDir: newProfile() },
        ...onePage,
      }),
  },
  firefox: {
    find: findFirefox,
    launch: (executablePath) =>
      chromeLauncher({ puppeteer, launchOptions: { browser: 'firefox', executablePath }, ...onePage }),
  },
  webkit: { find: findWebKit, launch: (programs) => new WebKitLauncher(programs) },
};

/**
 * The launchers of the browsers that are wanted, or of all that are installed.
 *
 * @param wanted names: `chromium`, `firefox`, `webkit`.
 * @throws Error when one that is wanted is not known or not installed.
 */
export const launchBrowsers = (wanted) => {
  const names = wanted ?? Object.keys(launchers).filter((name) => launchers[name].find());
  return names.map((name) => {
    const found = launchers[name]?.find();
    if (!found) throw new Error(`There is no "${name}" here. Run node scripts/system-programs.mjs.`);
    return launchers[name].launch(found);
  });
};
