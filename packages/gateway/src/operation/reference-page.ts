import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { endpoints } from '@lapor/schemas/contract';

/** A page with the policy under which a browser may show it. */
export interface ReferencePage {
  readonly html: string;
  readonly policy: string;
}

const redocPath = createRequire(import.meta.url).resolve('redoc/bundles/redoc.standalone.js');

/** The system's own fonts: the reference asks nobody else for anything. */
const draw = `
const text = 'system-ui, sans-serif';
const place = document.getElementById('reference');
const theme = { colors: { primary: { main: '#0b5394' } }, typography: { fontFamily: text, headings: { fontFamily: text }, code: { fontFamily: 'ui-monospace, monospace' } } };
Redoc.init(place.dataset.document, { nativeScrollbars: true, requiredPropsFirst: true, theme }, place, (error) => {
  if (error) place.textContent = 'The reference could not be drawn: ' + error.message;
});
`;

const style = 'body{margin:0;font-family:system-ui,sans-serif}noscript{display:block;margin:2rem}';

/** Redoc as its authors built it, without the mark in the corner, the one picture that it would fetch from elsewhere; and safe to stand within a page. */
const redocWithoutMark = async (): Promise<string> => {
  const script = await readFile(redocPath, 'utf8');
  return script
    .replace(/https:\/\/cdn\.redoc\.ly\/[^"]*/g, 'data:,')
    .replaceAll('</script', '<\\/script')
    .replaceAll('<!--', '<\\!--');
};

const digest = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** Nothing from elsewhere, and only these two scripts. Redoc writes its styles into the page and searches in a worker that it makes itself. */
const policyFor = (scripts: readonly string[]): string =>
  [
    "default-src 'none'",
    `script-src ${scripts.map(digest).join(' ')}`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    "connect-src 'self'",
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const pageWith = (document: string, redoc: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Lapor API reference</title>
    <link rel="icon" href="data:,">
    <style>${style}</style>
  </head>
  <body>
    <div id="reference" data-document="${document}"></div>
    <noscript><p>This page draws the reference with JavaScript. The document itself: <a href="${document}">${document}</a>.</p></noscript>
    <script>${redoc}</script>
    <script>${draw}</script>
  </body>
</html>
`;

let page: Promise<ReferencePage> | undefined;

/** The contract as a page: Redoc over the document that the same gateway serves. It is made once and asks no other host for anything. */
export const referencePage = (): Promise<ReferencePage> => {
  page ??= redocWithoutMark().then((redoc) => ({
    html: pageWith(endpoints.getOpenApi.path, redoc),
    policy: policyFor([redoc, draw]),
  }));
  page.catch(() => (page = undefined));
  return page;
};
