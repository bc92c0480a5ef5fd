// Runs modules in Chromium, each as the only script of a page, to its end.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { chromiumArguments, findChromium } from '../browsers/find-browsers.mjs';

const html = '<!doctype html><meta charset="utf-8"><title>Contoh</title><script type="module" src="/page.js"></script>';

/** A module of this repository with all that it imports, as a page may load it. */
export const bundled = async (file) => {
  const options = { bundle: true, format: 'esm', target: 'es2022', write: false, logLevel: 'silent' };
  return (await build({ entryPoints: [file], conditions: ['@lapor/source'], ...options })).outputFiles[0].text;
};

const show = async (browser, origin) => {
  const page = await browser.newPage();
  const failed = new Promise((_, reject) => {
    page.on('pageerror', (error) => reject(new Error(`the script failed: ${error.message}`)));
  });
  failed.catch(() => {});
  await page.goto(`${origin}/`);
  await Promise.race([failed, page.waitForFunction(() => globalThis.isOver === true, { timeout: 60_000 })]);
  return { title: await page.title() };
};

/**
 * Opens a place for pages on the loopback, so that its origin can be registered at a gateway before one is shown.
 *
 * `run` shows a page whose only script is the given one, a module without imports, waits until that has run, and answers the title
 * that the page has then.
 */
export const openPages = async () => {
  let script = '';
  const server = createServer(({ url }, response) => {
    const isScript = url === '/page.js';
    response.writeHead(200, {
      'content-type': isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
    });
    response.end(isScript ? `${script}\nglobalThis.isOver = true;` : html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    async run(module) {
      const executablePath = findChromium();
      assert.ok(executablePath, 'Chromium is missing: pnpm system-programs');
      script = module;
      const browser = await puppeteer.launch({ executablePath, args: chromiumArguments });
      try {
        return await show(browser, origin);
      } finally {
        await browser.close();
      }
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
};
