// Runs a module in Chromium, on a page of a given origin, to its end.
import assert from 'node:assert/strict';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { chromiumArguments, findChromium } from '../browsers/find-browsers.mjs';

const html =
  '<!doctype html><meta charset="utf-8"><title>Contoh</title><script type="module" src="/example.js"></script>';

/** The module with all that it imports, as a page may load it. */
const bundled = async (file) => {
  const { outputFiles } = await build({
    stdin: { contents: `import ${JSON.stringify(file)}; globalThis.isOver = true;`, resolveDir: '/', loader: 'ts' },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['@lapor/source'],
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0].text;
};

/**
 * Opens a page whose only script is the module, and waits until it has run.
 *
 * @param origin where the page is. No server has to listen there: what the page asks of it is answered here.
 */
export const runInChromium = async (file, origin) => {
  const script = await bundled(file);
  const executablePath = findChromium();
  assert.ok(executablePath, 'Chromium is missing: pnpm system-programs');
  const browser = await puppeteer.launch({ executablePath, args: chromiumArguments });
  try {
    const page = await browser.newPage();
    const failures = [];
    page.on('pageerror', (error) => failures.push(error.message));
    await page.setRequestInterception(true);
    const answer = (request) => {
      const { pathname, origin: asked } = new URL(request.url());
      if (asked !== origin) return request.continue();
      if (pathname === '/example.js') return request.respond({ contentType: 'text/javascript', body: script });
      return request.respond({ contentType: 'text/html', body: html });
    };
    page.on('request', (request) => void answer(request));
    await page.goto(`${origin}/`);
    await page
      .waitForFunction(() => globalThis.isOver === true, { timeout: 60_000 })
      .catch((error) => {
        throw new Error(`the example did not come to its end: ${failures.join('; ') || error.message}`, {
          cause: error,
        });
      });
    assert.deepEqual(failures, []);
  } finally {
    await browser.close();
  }
};
