// A Chromium of August 2020, as phones still have it that nobody updates. It is the oldest that can read the widget's files, and
// it comes from npm. Puppeteer does not drive browsers of that age any more, so it is driven by the protocol itself.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import connect from 'chrome-remote-interface';
import { chromiumArguments, findChromium } from './find-browsers.mjs';

const packed = fileURLToPath(new URL('../../node_modules/chrome-aws-lambda/bin/chromium.br', import.meta.url));
const folder = fileURLToPath(new URL('../../node_modules/.cache/chromium-2020', import.meta.url));

/** Why it cannot run here, if so. */
export const isMissing =
  process.platform !== 'linux' || process.arch !== 'x64'
    ? 'this Chromium is built for Linux on x64 alone'
    : // Its own libraries are those of the Chromium that the system has.
      findChromium() === undefined && 'Chromium is not installed';

/** Unpacks it, once. */
const unpacked = async () => {
  const program = join(folder, 'chromium');
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  const beside = `${program}.${process.pid}`;
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(beside, { mode: 0o755 }));
  renameSync(beside, program);
  return program;
};

/** Waits until the browser tells where it listens. */
const portOf = (browser) =>
  new Promise((resolve, reject) => {
    let said = '';
    browser.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
      const [, port] = /listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(said) ?? [];
      if (port !== undefined) resolve(Number(port));
    });
    browser.on('error', reject).on('exit', () => reject(new Error(`Chromium ended:\n${said}`)));
  });

/** A page of it, of the size of a phone. */
class OldPage {
  #client;
  /** What was thrown into the page, what the console says is an error, and what its policies report. */
  troubles = [];

  constructor(client) {
    this.#client = client;
    client.Runtime.exceptionThrown(({ exceptionDetails: { text, exception } }) =>
      this.troubles.push(exception?.description ?? text),
    );
    // A call that is refused is none: the gateway asks for something that way.
    client.Log.entryAdded(({ entry: { level, source, text } }) => {
      if (level === 'error' && source !== 'network') this.troubles.push(text);
    });
  }

  async open(url) {
    const { Page, Runtime, Log, DOM, Network, Emulation } = this.#client;
    await Promise.all([Page, Runtime, Log, DOM, Network].map((domain) => domain.enable()));
    await Emulation.setDeviceMetricsOverride({ width: 360, height: 740, deviceScaleFactor: 1, mobile: true });
    const isLoaded = Page.loadEventFired();
    await Page.navigate({ url });
    await isLoaded;
  }

  /** Runs a function in the page, with arguments that JSON can hold. */
  async run(work, ...values) {
    const { result, exceptionDetails } = await this.#client.Runtime.evaluate({
      expression: `(${work})(...${JSON.stringify(values)})`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Waits until a function in the page gives something. */
  async until(told, work, ...values) {
    for (const end = Date.now() + 60_000; Date.now() < end; await delay(100)) {
      const found = await this.run(work, ...values);
      if (found) return found;
    }
    throw new Error(`It did not come: ${told}. The page had trouble with: ${this.troubles.join('; ') || 'nothing'}`);
  }

  /** Types into what has the focus. */
  type(text) {
    return this.#client.Input.insertText({ text });
  }

  /** Chooses files, as a citizen does in the window that opens. @param finds gives the control. */
  async choose(finds, ...files) {
    const { Runtime, DOM } = this.#client;
    const { result } = await Runtime.evaluate({ expression: `(${finds})()` });
    await DOM.getDocument({ depth: -1, pierce: true });
    await DOM.setFileInputFiles({ objectId: result.objectId, files });
  }

  /** Lets the page ask where the device is, and says it is there. */
  async stand(latitude, longitude) {
    const { Browser, Emulation } = this.#client;
    await Browser.grantPermissions({ permissions: ['geolocation'] });
    await Emulation.setGeolocationOverride({ latitude, longitude, accuracy: 12 });
  }

  /** Cuts the network, or mends it. */
  setOffline(offline) {
    const limits = { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    return this.#client.Network.emulateNetworkConditions(limits);
  }

  close() {
    return this.#client.close();
  }
}

/** Opens it. It ends with the test. */
export const openChromiumOf2020 = async (t) => {
  const profile = mkdtempSync(join(tmpdir(), 'chromium-2020-'));
  const browser = spawn(
    await unpacked(),
    ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, ...chromiumArguments],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const port = await portOf(browser);
  t.after(async () => {
    const ended = once(browser, 'exit');
    browser.kill('SIGKILL');
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  return {
    version: async () => (await connect.Version({ port })).Browser,
    newPage: async (url) => {
      const page = new OldPage(await connect({ port, target: await connect.New({ port, url: 'about:blank' }) }));
      await page.open(url);
      return page;
    },
  };
};
