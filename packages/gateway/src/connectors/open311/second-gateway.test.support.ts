import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openTestGateway } from '../../test-gateway.test.support.ts';

/** What befalls a call: it is not taken, taken and not answered, or answered with something else. */
export type Mishap =
  | 'none'
  | 'refused'
  | 'lost'
  | 'garbage'
  | 'hangs'
  | { readonly status: number; readonly body?: string };

/** A second gateway on a real socket: whoever speaks Open311 to it speaks to the door itself, over a line that fails as it is told. */
export const startSecondGateway = async () => {
  const opened = await openTestGateway();
  opened.clock.set(new Date().toISOString());
  let mishapOf: (method: string, path: string) => Mishap = () => 'none';
  const calls: string[] = [];
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const { method = 'GET', url = '/' } = incoming;
      calls.push(`${method} ${url}`);
      const parts: Buffer[] = [];
      for await (const part of incoming) parts.push(part as Buffer);
      const body = Buffer.concat(parts);
      const mishap = mishapOf(method, url);
      if (mishap === 'refused') return incoming.socket.destroy();
      if (typeof mishap === 'object') return outgoing.writeHead(mishap.status).end(mishap.body ?? '');
      const request = new Request(`http://127.0.0.1${url}`, {
        method,
        headers: new Headers(incoming.headers as Record<string, string>),
        ...(body.byteLength > 0 && { body }),
      });
      const answer = await opened.gateway.fetch(request, { address: '127.0.0.1' });
      const text = await answer.text();
      if (mishap === 'lost') return incoming.socket.destroy();
      if (mishap === 'hangs') return undefined;
      outgoing.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
      return outgoing.end(mishap === 'garbage' ? '<html>Sedang dipelihara' : text);
    })().catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    ...opened,
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/open311/v2`,
    calls,
    befall: (next: typeof mishapOf) => void (mishapOf = next),
    async end() {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
      await opened.gateway.close();
    },
  };
};
