// The reference page of the contract alone, on this machine only: `node docs/reference/serve.mjs`. PORT chooses another port than 1708.
import { join } from 'node:path';
import { createReference } from './reference.mjs';

const document = join(import.meta.dirname, '../../packages/schemas/openapi.json');
const server = createReference({ document });

server.on('error', (error) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${error.port} is taken. Choose another: PORT=1709` : error.message);
  process.exitCode = 1;
});
server.listen(Number(process.env.PORT ?? 1708), '127.0.0.1', () => {
  console.log(`ready: http://localhost:${server.address().port}`);
});

// A terminal's Ctrl-C arrives twice, from the terminal and from npm: the second one still has to find somebody who listens.
const samePressMilliseconds = 300;

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server.close();
    server.closeAllConnections();
    setTimeout(() => {}, samePressMilliseconds);
  });
}
