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

/** Serves the page, on the loopback alone. @param port 0 takes any that is free. */
export const servePage = (gateway, port) => {
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
  return server.listen(port, 'localhost');
};

/** Lets the page's address send reports, where it is not the one that the demo data know. */
export const allowPage = async (gateway, address) => {
  if (address === pageAddress) return;
  const answer = await fetch(`${gateway}/v1/desk/sites/sumbar`, {
    method: 'PATCH',
    headers: { authorization: 'Bearer sk_demo_sumbar', 'content-type': 'application/json' },
    body: JSON.stringify({ origins: [pageAddress, address] }),
  });
  if (!answer.ok) throw new Error(`The page at ${address} could not be made known: ${answer.status}`);
};
