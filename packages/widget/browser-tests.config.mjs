// What the browser tests of this package need of the server that serves them: a real gateway, and the widget as it is built
// for pages, under a strict policy.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { pageWith } from '../../scripts/serve-page.mjs';
import { bundleWidget } from './scripts/bundle-widget.ts';
import { exampleFiles } from './src/examples/example-pages.test.support.ts';
import { openFaultyGateway } from './src/examples/faulty-gateway.test.support.ts';
import { hostPageOf, hostPages } from './src/examples/host-pages.test.support.ts';
import { openRealGateway } from './src/real-gateway.test.support.ts';

const { resolve } = createRequire(import.meta.url);
const axe = resolve('axe-core/axe.min.js');

/** Files that pages of others have. */
const hostFiles = {
  'bootstrap.min.css': 'bootstrap/dist/css/bootstrap.min.css',
  'bootstrap.bundle.min.js': 'bootstrap/dist/js/bootstrap.bundle.min.js',
  'jquery.js': 'jquery',
};

const style = fileURLToPath(new URL('../../examples/sumbar/sumbar.css', import.meta.url));

let opening;
let building;
let makingExamples;

const commands = {
  'widget-site': async (gateway, options) => ({ gateway: gateway.url, siteKey: await gateway.newSite(options) }),
  'widget-down': async (gateway, { siteKey, isDown, hears }) => {
    gateway.setDown(siteKey, isDown, hears);
    return true;
  },
  'widget-reports': (gateway, { siteKey }) => gateway.reports(siteKey),
};

/** Gateways that do something wrong, by their site keys. */
const faultyGateways = new Map();

const faultyCommands = {
  'widget-faulty': async (options) => {
    const gateway = await openFaultyGateway(options);
    faultyGateways.set(gateway.siteKey, gateway);
    return { gateway: gateway.url, siteKey: gateway.siteKey };
  },
  'widget-faulty-calm': ({ siteKey }) => {
    faultyGateways.get(siteKey).calm();
    return true;
  },
  'widget-faulty-titles': ({ siteKey }) => faultyGateways.get(siteKey).titles(),
};

/** No inline script or style, no eval, only our own policy for Trusted Types; the gateway is the one other host. */
const strictPolicy = (gateway) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src ${gateway}`,
    `form-action 'self' ${gateway}`,
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lapor',
  ].join('; ');

const strictPage = ({ gateway, siteKey }) => `<!doctype html>
<html lang="id">
  <head>
    <meta charset="utf-8">
    <title>Lapor</title>
    <script src="/widget/violations.js"></script>
    <script src="/widget/axe.js"></script>
    <script type="module" src="/widget/lapor.js"></script>
  </head>
  <body>
    <main>
      <h1>Layanan pengaduan</h1>
      <lapor-form gateway="${gateway}" site-key="${siteKey}"></lapor-form>
    </main>
  </body>
</html>`;

/** A long page with nothing but a link, in the middle of it. */
const buttonPage = ({ gateway, siteKey, folder = '/widget', link = `${gateway}/forms/${siteKey}` }) => `<!doctype html>
<html lang="id">
  <head>
    <meta charset="utf-8">
    <title>Beranda</title>
    <link rel="stylesheet" href="/widget/long.css">
    <script src="/widget/violations.js"></script>
    <script type="module" src="${folder}/lapor-button.js"></script>
  </head>
  <body>
    <main>
      <h1>Beranda</h1>
      <p id="above"><a href="#above">Berita</a></p>
      <lapor-button gateway="${gateway}" site-key="${siteKey}"><a href="${link}">Sampaikan laporan</a></lapor-button>
      <p id="below">Kantor Gubernur</p>
    </main>
  </body>
</html>`;

/** Remembers what the browser reports of the policy, from the first moment on. */
const violations = `globalThis.violations = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
  globalThis.violations.push([violatedDirective, blockedURI, sourceFile].join(' ')));`;

/** A file of the build for pages. */
const built = async (name) => {
  building ??= bundleWidget();
  const file = (await building).find((one) => one.name === name);
  return file && { body: file.code, type: 'js' };
};

/** A page of somebody else, or what it needs. */
const host = async (name, query) => {
  if (name === 'page.html') {
    const page = hostPages.find((one) => one.name === query.name);
    return { body: hostPageOf(page, query), type: 'html' };
  }
  return name in hostFiles
    ? { body: await readFile(resolve(hostFiles[name]), 'utf8'), type: name.endsWith('.css') ? 'css' : 'js' }
    : undefined;
};

/** A page of an example, or what it needs. */
const example = async (name) => {
  makingExamples ??= exampleFiles();
  const body = (await makingExamples).get(name);
  return body && { body, type: name.split('.').at(-1) };
};

export const plugins = [
  {
    name: 'faulty-gateways',
    executeCommand: ({ command, payload }) => faultyCommands[command]?.(payload),
    serverStop() {
      for (const gateway of faultyGateways.values()) gateway.close();
    },
  },
  {
    name: 'real-gateway',
    serverStart() {
      // Opened while the browsers start: on a busy machine the first test would not wait that long for it.
      opening = openRealGateway();
      opening.catch(() => {});
    },
    async executeCommand({ command, payload }) {
      if (!(command in commands)) return undefined;
      opening ??= openRealGateway();
      return commands[command](await opening, payload);
    },
    async serverStop() {
      await (await opening)?.close();
    },
  },
  {
    name: 'built-widget',
    async serve({ path, query }) {
      if (path === '/widget/strict.html') {
        const headers = { 'content-security-policy': strictPolicy(query.gateway) };
        return { body: strictPage(query), type: 'html', headers };
      }
      if (path === '/widget/button.html') {
        const headers = { 'content-security-policy': strictPolicy(query.gateway) };
        return { body: buttonPage(query), type: 'html', headers };
      }
      if (path === '/widget/long.css') return { body: '#above, #below { min-height: 60rem }', type: 'css' };
      // The button without what it loads: the network went away in between.
      if (path === '/widget/alone/lapor-button.js') return built('lapor-button.js');
      if (path === '/sumbar/') return { body: pageWith(query.gateway, query.siteKey), type: 'html' };
      if (path.startsWith('/sumbar/lapor/')) return built(path.slice('/sumbar/lapor/'.length));
      if (path === '/sumbar/sumbar.css') return { body: await readFile(style, 'utf8'), type: 'css' };
      if (path === '/widget/axe.js') return { body: await readFile(axe, 'utf8'), type: 'js' };
      if (path === '/widget/violations.js') return { body: violations, type: 'js' };
      if (path.startsWith('/widget/hosts/')) return host(path.slice('/widget/hosts/'.length), query);
      if (path.startsWith('/widget/examples/')) return example(path.slice('/widget/examples/'.length));
      if (!path.startsWith('/widget/')) return undefined;
      return built(path.slice('/widget/'.length));
    },
  },
];
