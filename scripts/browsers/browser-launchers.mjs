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

/**
 * A page of the size that its browser was started with. The runner would set a size itself, and puppeteer-core then also
 * turns the screen, which Firefox has been able to do only since late 2025: the one of an older Debian is not.
 */
const pageAsStarted = async ({ context }) => Object.assign(await context.newPage(), { setViewport: async () => {} });

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
      chromeLauncher({
        puppeteer,
        launchOptions: {
          browser: 'firefox',
          executablePath,
          args: ['--width=800', '--height=600'],
          defaultViewport: null,
        },
        createPage: pageAsStarted,
        ...onePage,
      }),
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
