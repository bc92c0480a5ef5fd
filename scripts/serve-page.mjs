// The plain page of `examples/sumbar` with the widget beside it, for `npm start` and for its test.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

const folderOf = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The one address that the demo data knows as a page of its sites. */
export const pageAddress = 'http://localhost:8080';

/** The page, with the gateway that runs. */
export const pageWith = (gateway, siteKey = 'pk_demo_sumbar') =>
  readFileSync(`${folderOf('examples/sumbar')}/index.html`, 'utf8')
    .replaceAll('http://localhost:1708', gateway)
    .replaceAll('pk_demo_sumbar', siteKey);

/** Serves the page on its port, on the loopback alone. */
export const servePage = (gateway) => {
  const page = sirv(folderOf('examples/sumbar'), { dev: true });
  const widget = sirv(folderOf('packages/widget/cdn'), { dev: true });
  const server = createServer((request, response) => {
    const missing = () => response.writeHead(404).end();
    if (request.url === '/' || request.url === '/index.html')
      return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageWith(gateway));
    if (!request.url.startsWith('/lapor/')) return page(request, response, missing);
    request.url = request.url.slice('/lapor'.length);
    return widget(request, response, missing);
  });
  return server.listen(Number(new URL(pageAddress).port), 'localhost');
};
