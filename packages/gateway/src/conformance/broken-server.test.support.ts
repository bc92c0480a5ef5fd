import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Gateway } from '../create-gateway.ts';

/** An answer on its way out, which a defect may spoil. */
export interface PassingAnswer {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly asked: Headers;
  status: number;
  headers: Headers;
  body: string;
}

/** What a faulty server does to one of its answers. */
export type Defect = (answer: PassingAnswer) => void;

const bytesOf = async (request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new Uint8Array(Buffer.concat(parts));
};

/** A server on loopback that is a gateway, but for a defect that can be changed while it listens. */
export const startBrokenServer = async (gateway: Gateway) => {
  let defect: Defect = () => {};
  const server: Server = createServer((incoming, outgoing) => {
    void (async () => {
      const { method = 'GET', url = '/' } = incoming;
      const asked = new Headers(incoming.headers as Record<string, string>);
      const body = await bytesOf(incoming);
      const request = new Request(`http://127.0.0.1${url}`, {
        method,
        headers: asked,
        ...(body.byteLength > 0 && { body }),
      });
      const answer = await gateway.fetch(request, { address: '127.0.0.1' });
      const passing = {
        method,
        path: url,
        asked,
        status: answer.status,
        headers: new Headers(answer.headers),
        body: await answer.text(),
      };
      defect(passing);
      passing.headers.delete('content-length');
      outgoing.writeHead(passing.status, Object.fromEntries(passing.headers));
      outgoing.end(passing.status === 304 ? undefined : passing.body);
    })();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    break: (next: Defect) => void (defect = next),
    mend: () => void (defect = () => {}),
    async end() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
