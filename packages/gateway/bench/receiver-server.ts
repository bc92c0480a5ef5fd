// A receiver of webhooks that takes everything and counts: GET tells how many there were. `start-server.ts` runs it in a
// process of its own.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tellParent } from './start-server.ts';

let count = 0;
const server = createServer((request, response) => {
  if (request.method === 'GET') return void response.end(String(count));
  request.resume().on('end', () => {
    count += 1;
    response.writeHead(204).end();
  });
});
server.listen(0, '127.0.0.1', () => tellParent((server.address() as AddressInfo).port));
