// WebKit for web-test-runner, over plain W3C WebDriver to Debian's WebKitGTK on a display of its own. The runner's stock
// WebDriver launcher brings webdriverio, whose frames break as soon as two files run at once.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../packages/gateway/src/free-port.test.support.ts';

/** The keys that have names, as WebDriver writes them. */
const keyCodes = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Space: ' ',
  Backspace: '\uE003',
  Delete: '\uE017',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
};
const buttons = ['left', 'middle', 'right'];

const codeOf = (key) => {
  if (key.length > 1 && !(key in keyCodes)) throw new Error(`WebKit: the key "${key}" is not known.`);
  return keyCodes[key] ?? key;
};

/**
 * A folder of settings in which the browser's own buttons take no room. They would keep the window, and so the page, from
 * being as narrow as a phone.
 */
const narrowSettings = () => {
  const folder = mkdtempSync(join(tmpdir(), 'lapor-webkit-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  const nothing = 'min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px;';
  writeFileSync(join(folder, 'gtk-3.0/gtk.css'), `* { ${nothing} -gtk-icon-source: none; }`);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A launcher of web-test-runner for WebKitGTK. */
export class WebKitLauncher {
  name = 'WebKit';
  // So the commands of the runner take it, instead of the little that they do over WebDriver themselves.
  type = 'puppeteer';
  // One window: a page in the background would wait for its timers.
  concurrency = 1;
  #programs;
  #children = [];
  #address = '';
  #session = '';
  #pages = new Map();
  #opening;

  /** @param programs paths, from `findWebKit()`. */
  constructor(programs) {
    this.#programs = programs;
  }

  async #call(method, path, body) {
    const response = await fetch(`${this.#address}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(60_000),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKitWebDriver: ${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }

  #start(command, args, environment = {}, stdio = 'ignore') {
    const child = spawn(command, args, { stdio, env: { ...process.env, ...environment } });
    this.#children.push(child);
    return child;
  }

  #kill() {
    for (const child of this.#children.splice(0)) child.kill();
  }

  /** Xvfb takes a free display by itself and says which on the pipe that it is given. */
  async #openDisplay() {
    const pipes = ['ignore', 'ignore', 'ignore', 'pipe'];
    const child = this.#start(
      this.#programs.display,
      ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
      {},
      pipes,
    );
    const [number] = await once(child.stdio[3], 'data', { signal: AbortSignal.timeout(30_000) });
    return `:${String(number).trim()}`;
  }

  async #openBrowser() {
    process.once('exit', () => this.#kill());
    const port = await freePort();
    this.#address = `http://127.0.0.1:${port}`;
    this.#start(this.#programs.driver, [`--port=${port}`, '--host=127.0.0.1'], {
      DISPLAY: await this.#openDisplay(),
      XDG_CONFIG_HOME: narrowSettings(),
      GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      // bubblewrap cannot make namespaces in a container; for root it would refuse to start.
      ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
    });
    for (let tries = 0; ; tries += 1) {
      try {
        await this.#call('GET', '/status');
        break;
      } catch (error) {
        if (tries > 300) throw error;
        await delay(100);
      }
    }
    const options = { binary: this.#programs.browser, args: ['--automation'] };
    const { sessionId, capabilities } = await this.#call('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
    });
    this.#session = `/session/${sessionId}`;
    this.name = `WebKitGTK ${capabilities.browserVersion}`;
  }

  async startSession(id, url) {
    this.#opening ??= this.#openBrowser();
    await this.#opening;
    this.#pages.set(id, url);
    await this.#call('POST', `${this.#session}/url`, { url });
  }

  isActive(id) {
    return this.#pages.has(id);
  }

  getBrowserUrl(id) {
    return this.#pages.get(id);
  }

  async stopSession(id) {
    this.#pages.delete(id);
    await this.#call('POST', `${this.#session}/url`, { url: 'about:blank' });
    return {};
  }

  async stop() {
    if (this.#session !== '') await this.#call('DELETE', this.#session).catch(() => {});
    this.#kill();
  }

  async startDebugSession() {
    throw new Error('WebKit: open the address in Epiphany or MiniBrowser by hand.');
  }

  #act(source) {
    return this.#call('POST', `${this.#session}/actions`, { actions: [source] });
  }

  #pressKeys(...actions) {
    return this.#act({ type: 'key', id: 'keyboard', actions });
  }

  #moveMouse(...actions) {
    return this.#act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  /** The window has a frame of its own: it is resized until the page inside has the size that was asked for. */
  async #setViewport({ width, height }) {
    for (let tries = 0; tries < 10; tries += 1) {
      const script = 'return [innerWidth, innerHeight]';
      const inner = await this.#call('POST', `${this.#session}/execute/sync`, { script, args: [] });
      if (inner[0] === width && inner[1] === height) return;
      const outer = await this.#call('GET', `${this.#session}/window/rect`);
      const size = { width: outer.width + width - inner[0], height: outer.height + height - inner[1] };
      await this.#call('POST', `${this.#session}/window/rect`, { x: 0, y: 0, ...size });
      await delay(100);
    }
    throw new Error(`WebKit: its window cannot be ${width} × ${height}.`);
  }

  /** What @web/test-runner-commands asks of a page of puppeteer, as far as WebDriver has it. */
  getPage() {
    const down = (key) => ({ type: 'keyDown', value: codeOf(key) });
    const up = (key) => ({ type: 'keyUp', value: codeOf(key) });
    const pointer = (type, { button = 'left' } = {}) => ({ type, button: buttons.indexOf(button) });
    const move = (x, y) => ({ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) });
    return {
      keyboard: {
        down: (key) => this.#pressKeys(down(key)),
        up: (key) => this.#pressKeys(up(key)),
        press: (key) => this.#pressKeys(down(key), up(key)),
        type: (text) => this.#pressKeys(...[...text].flatMap((key) => [down(key), up(key)])),
      },
      mouse: {
        move: (x, y) => this.#moveMouse(move(x, y)),
        down: (options) => this.#moveMouse(pointer('pointerDown', options)),
        up: (options) => this.#moveMouse(pointer('pointerUp', options)),
        click: (x, y, options) =>
          this.#moveMouse(move(x, y), pointer('pointerDown', options), pointer('pointerUp', options)),
        reset: () => this.#call('DELETE', `${this.#session}/actions`),
      },
      setViewport: (size) => this.#setViewport(size),
    };
  }
}
