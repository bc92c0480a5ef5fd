// Where this machine keeps its browsers, and with which arguments tests start them. Tests of node:test that drive a
// browser themselves with puppeteer-core import it too; find-browsers.d.mts tells TypeScript what is here.
import { existsSync, globSync } from 'node:fs';

const isRoot = process.getuid?.() === 0;

const firstThatExists = (...paths) => paths.find((path) => path && existsSync(path));

/** The path of Chromium or Chrome; `CHROMIUM_PATH` comes first. */
export const findChromium = () =>
  firstThatExists(
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  );

/** The path of Firefox; `FIREFOX_PATH` comes first. */
export const findFirefox = () =>
  firstThatExists(
    process.env.FIREFOX_PATH,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  );

/** What WebKitGTK needs: its driver, its smallest browser, and a display that nobody looks at. Nothing when a part is missing. */
export const findWebKit = () => {
  const driver = firstThatExists('/usr/bin/WebKitWebDriver');
  const browser = globSync(['/usr/lib/*/webkit2gtk-*/MiniBrowser', '/usr/libexec/webkit2gtk-*/MiniBrowser']).at(-1);
  const display = firstThatExists('/usr/bin/Xvfb');
  return driver && browser && display ? { driver, browser, display } : undefined;
};

/**
 * The arguments for Chromium in tests: it asks nobody outside, keeps nothing, and runs in a container as root, where it
 * has no sandbox to use. QUIC is off because it answers over a connection that tests cannot cut.
 */
export const chromiumArguments = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
