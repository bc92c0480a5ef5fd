import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const redoc = createRequire(import.meta.url).resolve('redoc/bundles/redoc.standalone.js');

/** No host but our own. Redoc writes its styles into the page and searches in a worker that it makes itself. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = (type) => ({
  'cache-control': 'no-store',
  'content-security-policy': policy,
  'content-type': `${type}; charset=utf-8`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
});

/** Redoc as its authors built it, without the mark in the corner: the one picture that it would fetch from elsewhere. */
const redocWithoutMark = () => readFileSync(redoc, 'utf8').replace(/https:\/\/cdn\.redoc\.ly\/[^"]*/, 'data:,');

/** Opens a file of this folder. */
const file = (name) => () => createReadStream(join(import.meta.dirname, name));

/** What a browser gets when nobody has made the document yet. */
const missing = (document) => `There is no OpenAPI document at ${document} yet.\nMake it, then reload this page.\n`;

/**
 * A server of the contract's reference page: Redoc over one OpenAPI document, read anew at every request, so that a
 * reload shows what has just been made.
 *
 * @param {{ document: string }} options The path of the OpenAPI document.
 * @returns {import('node:http').Server} A server that does not listen yet.
 */
export const createReference = ({ document }) => {
  const pages = new Map([
    ['/', { type: 'text/html', open: file('page.html') }],
    ['/page.css', { type: 'text/css', open: file('page.css') }],
    ['/page.js', { type: 'text/javascript', open: file('page.js') }],
    ['/redoc.js', { type: 'text/javascript', open: () => [redocWithoutMark()] }],
    ['/openapi.json', { type: 'application/json', open: () => createReadStream(document) }],
  ]);

  const answer = async ({ method, url }, response) => {
    const page = pages.get(url.split('?', 1)[0]);
    const refuse = (status, sentence, more) =>
      response.writeHead(status, { ...headers('text/plain'), ...more }).end(sentence);

    if (page === undefined) return refuse(404, 'Not found.\n');
    if (method !== 'GET' && method !== 'HEAD') return refuse(405, 'Only GET and HEAD.\n', { allow: 'GET, HEAD' });
    if (!existsSync(document)) return refuse(503, missing(document));

    response.writeHead(200, headers(page.type));
    if (method === 'HEAD') return response.end();
    // A browser that goes away before the end is nobody's error.
    return pipeline(page.open(), response).catch(() => response.destroy());
  };
  return createServer((request, response) => void answer(request, response));
};
