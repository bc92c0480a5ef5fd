// A region's own server as tests need it: pages as `lapor-gateway snippet` prints them, with the widget's files beside them, under
// the strictest policies.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { autop } from '@wordpress/autop';
import { importMapOf } from '../packages/gateway/src/forms/script-tags.ts';
import { buttonSnippetOf, snippetOf } from '../packages/gateway/src/forms/snippet.ts';
import { integrityOf } from '../packages/widget/scripts/integrity-of.ts';

const siteKey = 'pk_demo_sumbar';
const script = '/lapor/lapor.js';

const policyOf = (gateway, map) =>
  [
    "default-src 'none'",
    `script-src 'self' 'sha256-${createHash('sha256').update(map).digest('base64')}'`,
    "style-src 'self'",
    // Firefox asks for an icon by itself, and reports itself.
    "img-src 'self'",
    `connect-src ${gateway.url}`,
    `form-action 'self' ${gateway.url}`,
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lapor',
  ].join('; ');

const pageOf = (snippet) => `<!doctype html>
<html lang="id">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Layanan pengaduan</title></head>
<body>
<h1>Layanan pengaduan</h1>
${snippet}
</body>
</html>`;

/**
 * The pages, by their paths: the form; the same without the hashes of its files; where no policy of Trusted Types may be made; after
 * WordPress has made paragraphs of it and put its version behind the script; and a link that opens it in a dialog.
 */
const pagesOf = ({ url }, integrity) => {
  const told = { gateway: url, siteKey, language: 'id', limits: { titleMax: 255, contentMax: 5000 }, script };
  return new Map([
    ['/', pageOf(snippetOf({ ...told, integrity }))],
    ['/bare', pageOf(snippetOf(told))],
    ['/no-policies', pageOf(snippetOf({ ...told, integrity }))],
    ['/wordpress', pageOf(autop(snippetOf({ ...told, integrity, script: `${script}?ver=6.1` })))],
    ['/button', pageOf(buttonSnippetOf({ ...told, integrity, script: '/lapor/lapor-button.js' }))],
  ]);
};

/**
 * Opens one, and lets it send reports to the gateway of an open forms server.
 *
 * @param built the files of the widget, as `bundleWidget()` makes them.
 * @param changed parts of names of files that somebody changes on their way.
 */
export const openSnippetSite = async (gateway, built, changed = new Set()) => {
  const integrity = integrityOf(built);
  const files = new Map(built.map(({ name, code }) => [`/lapor/${name}`, code]));
  const pages = pagesOf(gateway, integrity);
  const policy = policyOf(gateway, importMapOf(script, integrity));
  const server = createServer((request, response) => {
    const [url] = request.url.split('?');
    const code = files.get(url);
    if (code !== undefined) {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' });
      const isChanged = [...changed].some((part) => url.includes(part));
      return void response.end(isChanged ? `${code}globalThis.hasChangedCode = true;` : code);
    }
    const page = pages.get(url);
    response.writeHead(page === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': url === '/no-policies' ? "trusted-types 'none'" : policy,
      'integrity-policy': 'blocked-destinations=(script)',
    });
    response.end(page);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  const { database, sites, keys, directory } = gateway.gateway.engine;
  await database.query(`update site set origins = array[$1]`, [url]);
  for (const cache of [sites, keys, directory]) cache.clear();
  return {
    url,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
};
