import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { callerAddress } from './caller-address.ts';

/** Where to listen, and whom to believe. */
export interface ListenOptions {
  readonly port: number;
  readonly host: string;
  readonly trustedProxies: number;
  /** Answers a request of a caller. */
  readonly answer: (request: Request, address: string) => Promise<Response>;
  /**
   * Milliseconds that calls under way get to come to their end.
   *
   * @default 20_000
   */
  readonly grace?: number;
}

/** A server that listens. */
export interface Listening {
  /** Where, for instance `http://127.0.0.1:1708`. */
  readonly url: string;
  readonly port: number;
  /** Takes no new calls and resolves when those under way are answered; those that take too long are cut off. */
  stop(): Promise<void>;
}

interface NodeBindings {
  readonly incoming: { readonly socket: { readonly remoteAddress?: string | undefined } };
}

/** Milliseconds after which connections are looked at again: one that has just been answered is idle and may go. */
const look = 50;

const whyNot = ({ code, message }: NodeJS.ErrnoException, port: number, host: string): string => {
  if (code === 'EADDRINUSE') return `Port ${port} of ${host} is taken. Choose another one with --port.`;
  if (code === 'EACCES')
    return `Port ${port} needs more rights than this user has. Choose one above 1023 with --port, and let a proxy stand before it.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `\`${host}\` is no address of this machine. Choose another one with --host.`;
  return `It cannot listen on port ${port} of ${host}: ${message}.`;
};

const open = (server: Server, port: number, host: string): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(new Error(`lapor-gateway: ${whyNot(cause, port, host)}`, { cause })));
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });

/**
 * Lets every answer from now on, those under way included, be the last one on its connection. A page that calls without
 * a pause would otherwise find its connection open for as long as it likes.
 *
 * @param answers those that are under way.
 */
const endConnections = (server: Server, answers: Iterable<ServerResponse>): void => {
  const end = (last: ServerResponse): void => {
    if (!last.headersSent) last.setHeader('connection', 'close');
  };
  for (const last of answers) end(last);
  server.prependListener('request', (_, last) => end(last));
};

/**
 * Lets a server listen.
 *
 * @throws Error when the port or the address cannot be had.
 */
export const listen = async ({
  port,
  host,
  trustedProxies,
  answer,
  grace = 20_000,
}: ListenOptions): Promise<Listening> => {
  const server = createAdaptorServer({
    fetch: (request: Request, { incoming }: NodeBindings) =>
      answer(
        request,
        callerAddress(incoming.socket.remoteAddress, request.headers.get('x-forwarded-for'), trustedProxies),
      ),
  }) as Server;
  const underWay = new Set<ServerResponse>();
  server.prependListener('request', (_, response) => {
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
  });
  const { address, port: taken } = await open(server, port, host);
  return {
    url: `http://${address.includes(':') ? `[${address}]` : address}:${taken}`,
    port: taken,
    async stop() {
      endConnections(server, underWay);
      const looking = setInterval(() => server.closeIdleConnections(), look);
      const patience = setTimeout(() => server.closeAllConnections(), grace);
      await new Promise<void>((resolve) => server.close(() => resolve()));
      clearInterval(looking);
      clearTimeout(patience);
    },
  };
};
