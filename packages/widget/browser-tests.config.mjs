// What the browser tests of this package need of the server that serves them: a real gateway, and the widget as it is built
// for pages, under a strict policy.
import { bundleWidget } from './scripts/bundle-widget.ts';
import { openRealGateway } from './src/real-gateway.test.support.ts';

let opening;
let building;

const commands = {
  'widget-site': async (gateway, options) => ({ gateway: gateway.url, siteKey: await gateway.newSite(options) }),
  'widget-down': async (gateway, { siteKey, isDown }) => {
    gateway.setDown(siteKey, isDown);
    return true;
  },
  'widget-reports': (gateway, { siteKey }) => gateway.reports(siteKey),
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
    <script type="module" src="/widget/lapor.js"></script>
  </head>
  <body>
    <main>
      <h1>Layanan pengaduan</h1>
      <lapor-form gateway="${gateway}" site-key="${siteKey}"></lapor-form>
    </main>
  </body>
</html>`;

/** Remembers what the browser reports of the policy, from the first moment on. */
const violations = `globalThis.violations = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
  globalThis.violations.push([violatedDirective, blockedURI, sourceFile].join(' ')));`;

export const plugins = [
  {
    name: 'real-gateway',
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
      if (path === '/widget/violations.js') return { body: violations, type: 'js' };
      if (!path.startsWith('/widget/')) return undefined;
      building ??= bundleWidget();
      const file = (await building).find(({ name }) => path === `/widget/${name}`);
      return file && { body: file.code, type: 'js' };
    },
  },
];
