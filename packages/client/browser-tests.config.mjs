// What the browser tests of this package need of the server that serves them: a real gateway behind a network that fails
// when it is told to, and a page with a strict Content-Security-Policy.
import { openOfflineGateway } from './src/offline-gateway.test.support.ts';

let opening;

const commands = {
  'offline-site': async (gateway, options) => ({ gateway: gateway.url, siteKey: await gateway.newSite(options) }),
  'offline-fail': async (gateway, { siteKey, faults }) => {
    gateway.fail(siteKey, faults);
    return true;
  },
  'offline-reports': (gateway, { siteKey }) => gateway.reports(siteKey),
  'offline-calls': (gateway, { siteKey }) => gateway.calls(siteKey),
};

const strictPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'none'";

export const plugins = [
  {
    name: 'offline-gateway',
    async executeCommand({ command, payload }) {
      if (!(command in commands)) return undefined;
      opening ??= openOfflineGateway();
      return commands[command](await opening, payload);
    },
    async serverStop() {
      await (await opening)?.close();
    },
  },
  {
    name: 'strict-page',
    // `/strict.html?path` loads that script under a policy without workers.
    serve({ path, querystring }) {
      if (path !== '/strict.html') return undefined;
      const body = `<!doctype html><title>strict</title><script type="module" src="${encodeURI(querystring)}"></script>`;
      return { body, type: 'html', headers: { 'content-security-policy': strictPolicy } };
    },
  },
];
