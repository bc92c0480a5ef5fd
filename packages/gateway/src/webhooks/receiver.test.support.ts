import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A post as the receiver got it, byte for byte. */
export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into events of every type; the schema is checked where that is the point
  readonly event: any;
}

/** How a receiver answers. */
export type Answer = (response: ServerResponse, received: Received, request: IncomingMessage) => void;

/** Answers with a status and nothing else. */
export const withStatus =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(status, headers).end();

/** A real HTTP server on loopback that keeps what it is posted. */
export const startReceiver = async (first: Answer = withStatus(204)) => {
  const received: Received[] = [];
  let answer = first;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const headers = request.headers as Record<string, string>;
      const one = { path: request.url ?? '', headers, body, event: JSON.parse(body) };
      received.push(one);
      answer(response, one, request);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}/kabar`,
    received,
    answerWith: (next: Answer) => void (answer = next),
    async end() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** As {@link startReceiver} gives it. */
export type Receiver = Awaited<ReturnType<typeof startReceiver>>;
