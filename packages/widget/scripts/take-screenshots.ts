// `pnpm --filter @lapor/widget screenshots`: every example at three widths, light and dark, and in forced colours, as pictures
// into `screenshots/`, which is not in the repository. `screenshots check sent` takes only those examples.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromiumArguments, findChromium } from '../../../scripts/browsers/find-browsers.mjs';
import { type NamedExample, namedExamples } from '../src/examples/named-examples.test.support.ts';
import { serveExamples } from './serve-examples.ts';

const folder = join(import.meta.dirname, '../screenshots');

const looks = [
  ...[320, 768, 1280].flatMap((width) => (['light', 'dark'] as const).map((look) => ({ width, look }))),
  { width: 320, look: 'forced' as const },
];

/** The example plays once; then the page is looked at in every way. */
const open = async (browser: Browser, url: string, name: string): Promise<Page> => {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 320, height: 800 });
  await page.goto(`${url}/${name}.html`);
  await page.waitForFunction(() => document.documentElement.dataset['example'], { timeout: 60_000 });
  const outcome = await page.evaluate(() => document.documentElement.dataset['example']);
  if (outcome !== 'shown') throw new Error(`${name}: ${outcome}`);
  return page;
};

const take = async (browser: Browser, url: string, { name }: NamedExample): Promise<void> => {
  const page = await open(browser, url, name);
  const session = await page.createCDPSession();
  for (const { width, look } of looks) {
    await page.setViewport({ width, height: 800 });
    await session.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-color-scheme', value: look === 'light' ? 'light' : 'dark' },
        { name: 'prefers-reduced-motion', value: 'reduce' },
        { name: 'forced-colors', value: look === 'forced' ? 'active' : 'none' },
      ],
    });
    await page.screenshot({ path: join(folder, `${name}-${width}-${look}.png`), fullPage: true });
  }
  await page.browserContext().close();
};

const wanted = process.argv.slice(2);
const examples = namedExamples.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const server = await serveExamples();
const browser = await puppeteer.launch({ executablePath: findChromium() ?? '', args: chromiumArguments });
if (wanted.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
try {
  for (const example of examples) {
    await take(browser, server.url, example);
    console.log(example.name);
  }
} finally {
  await browser.close();
  server.close();
}
console.log(`${examples.length * looks.length} pictures in ${folder}`);
