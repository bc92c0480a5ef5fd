import type { Carried } from './carry-call.ts';

/** How a fake gateway listens. */
export interface ListenOptions {
  /** @default any that is free */
  readonly port?: number;
}

/** A fake gateway that listens. */
export interface Listening {
  /** Where: give it to the client as `gateway`. */
  readonly url: string;
  close(): Promise<void>;
}

// The little of `node:http` that is needed, because the sources of the client know no Node: they run in browsers as well.
interface NodeRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string;
  readonly url?: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly socket: { destroy(): void };
}
interface NodeResponse {
  writeHead(status: number, headers: Readonly<Record<string, string>>): NodeResponse;
  end(body?: Uint8Array): void;
}
interface NodeServer {
  listen(port: number, host: string, listening: () => void): void;
  address(): { readonly port: number };
  closeAllConnections(): void;
  close(closed: () => void): void;
  once(event: 'error', handle: (error: Error) => void): void;
}
interface NodeHttp {
  readonly createServer: (handle: (request: NodeRequest, response: NodeResponse) => void) => NodeServer;
}

const moduleName = 'node:http';

const bodyOf = async (request: NodeRequest): Promise<Uint8Array<ArrayBuffer>> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of request) pieces.push(piece);
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
};

const toRequest = async (request: NodeRequest, url: string): Promise<Request> => {
  const { method = 'GET' } = request;
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    [value].flat().flatMap((one): [string, string][] => (one === undefined ? [] : [[name, one]])),
  );
  const body = await bodyOf(request);
  return new Request(new URL(request.url ?? '/', url), { method, headers, ...(body.length > 0 && { body }) });
};

/** What lets a page of another origin call, and read all of the answer: the fake has nothing to hide from it. */
const corsFor = ({ headers }: NodeRequest, origins: readonly string[] | undefined): Record<string, string> => {
  const origin = [headers['origin']].flat()[0];
  if (origin === undefined || (origins && !origins.includes(origin))) return {};
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
    'access-control-allow-headers': [headers['access-control-request-headers']].flat()[0] ?? '*',
    'access-control-expose-headers': '*, location, retry-after, upload-offset, upload-length',
  };
};

/** Serves a function that answers requests on the loopback. What it drops ends with the connection. */
export const listen = async (
  answer: (request: Request) => Promise<Carried>,
  origins: readonly string[] | undefined,
  { port = 0 }: ListenOptions = {},
): Promise<Listening> => {
  const { createServer } = (await import(/* @vite-ignore */ /* webpackIgnore: true */ moduleName)) as NodeHttp;
  let url = '';
  const handle = async (request: NodeRequest, response: NodeResponse): Promise<void> => {
    const cors = corsFor(request, origins);
    if (request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined)
      return response.writeHead(204, cors).end();
    const carried = await answer(await toRequest(request, url));
    if (carried === 'dropped') return request.socket.destroy();
    const body = new Uint8Array(await carried.arrayBuffer());
    response.writeHead(carried.status, { ...Object.fromEntries(carried.headers), ...cors }).end(body);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${server.address().port}`;
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
};
