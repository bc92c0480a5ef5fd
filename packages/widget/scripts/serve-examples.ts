import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { exampleFiles } from '../src/examples/example-pages.test.support.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** Serves the examples on the loopback. */
export const serveExamples = async (port = 0): Promise<{ url: string; close: () => void }> => {
  const files = await exampleFiles();
  const server = createServer(({ url = '/' }, response) => {
    const name = url === '/' ? 'index.html' : url.slice(1);
    const file = files.get(name);
    if (file === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': `${types[extname(name)]}; charset=utf-8`, 'cache-control': 'no-store' });
    response.end(file);
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
